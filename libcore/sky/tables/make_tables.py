"""Writes the sky's tables: make_tables.py FOLDER. Needs numpy, python3-erfa, python3-ephem and
casacore-data-jpl-de405.

moon.bin, sun.bin   segments of equal length, each three axes of a polynomial in u from -1 to 1:
                    int32[power][axis], in quanta; little-endian, as all of these
quarters.bin        int32 for each quarter of the Moon: milliseconds after the mean one
seasons.bin         int32 for each equinox and solstice: the same
The numbers that a reader needs are in tables.hpp.
"""
import os
import pathlib
import sys
import warnings

import erfa
import numpy as np

from sources import J2000, Jpl, Series, apparent, ecliptic_longitude, intermediate

FINE_FROM, FINE_UNTIL = -14610.5, 21917.5  # 1960-01-01 to 2060-01-04, TT: whole segments of DE405
JPL, SERIES = Jpl(), Series()
# Sines without the instructions that not every x86-64 has: so the last bits are the same on all of them.
PLAIN = {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX",
         "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA,-FMA4_Usable,-FMA4"}


def from_best(body, terrestrial):
    flat = terrestrial.ravel()
    fine = (flat >= FINE_FROM) & (flat < FINE_UNTIL)
    seen = np.empty((flat.size, 3))
    for source, chosen in ((JPL, fine), (SERIES, ~fine)):
        if chosen.any():
            seen[chosen] = apparent(source, body, flat[chosen])
    return seen.reshape(*terrestrial.shape, 3)


def chebyshev_powers(count):
    """Row k: the coefficients of T(k) by powers, whole numbers."""
    rows = np.zeros((count, count))
    rows[0, 0] = rows[1, 1] = 1
    for k in range(2, count):
        rows[k, 1:] = 2 * rows[k - 1, :-1]
        rows[k] -= rows[k - 2]
    return rows


def segments(body, first, days, count, size, quantum_km):
    """Interpolates at more Chebyshev nodes than coefficients are kept, which is nearly the best fit."""
    nodes = size + 5
    angle = np.pi * (np.arange(nodes) + 0.5) / nodes
    starts = first + days * np.arange(count)
    terrestrial = starts[:, None] + days * (1 + np.cos(angle)) / 2
    seen = intermediate(from_best(body, terrestrial), terrestrial)
    powers = np.zeros((count, size, 3))
    basis = chebyshev_powers(size)
    for k in range(size):
        coefficient = np.zeros((count, 3))
        for node in range(nodes):  # sums in a fixed order, whatever the machine
            coefficient += seen[:, node] * np.cos(k * angle[node])
        coefficient *= (1 if k == 0 else 2) / nodes
        powers += coefficient[:, None, :] * basis[k][None, :, None]
    return np.rint(powers / quantum_km).astype("<i4")


def settled(start, wanted, angle_at, radians_per_day):
    """When an angle that grows nearly evenly is what is wanted."""
    at = start.copy()
    for _ in range(16):  # each leaves at most a fifth
        missing = np.remainder(wanted - angle_at(at) + np.pi, 2 * np.pi) - np.pi
        at += missing / radians_per_day
    assert np.abs(missing).max() < 1e-9, "the search did not settle"  # a third of a millisecond
    return at


def quarters(first, count, mean_first, mean_days):
    number = first + np.arange(count)
    mean = mean_first + number * mean_days

    def elongation(at):
        return (ecliptic_longitude(from_best("moon", at), at) -
                ecliptic_longitude(from_best("sun", at), at))

    at = settled(mean, number * (np.pi / 2), elongation, np.pi / 2 / mean_days)
    return np.rint((at - mean) * 864e5).astype("<i4")


def seasons(years, mean_first, mean_days):
    number = np.arange(4 * years)
    mean = mean_first + number * mean_days

    def longitude(at):
        return ecliptic_longitude(from_best("sun", at), at) + erfa.nut06a(J2000, at)[0]

    at = settled(mean, number * (np.pi / 2), longitude, np.pi / 2 / mean_days)
    return np.rint((at - mean) * 864e5).astype("<i4")


def write(folder, name, numbers):
    raw = numbers.tobytes()
    (folder / name).write_bytes(raw)
    print(f"{name}: {len(raw)} bytes, checksum {checksum(raw):#018x}")


def checksum(raw):
    """FNV-1a of 64 bits over the numbers, not their bytes: the test that compares has to be quick."""
    value = 0xcbf29ce484222325
    for number in np.frombuffer(raw, "<u4").tolist():
        value = (value ^ number) * 0x100000001b3 % 2**64
    return value


def main(folder):
    warnings.simplefilter("ignore", erfa.ErfaWarning)  # some weeks beyond 1900 to 2100 are asked for
    first = FINE_FROM - 1371 * 16
    write(folder, "moon.bin", segments("moon", first, 8, 9184, 11, 2.0**-12))
    write(folder, "sun.bin", segments("sun", first, 16, 4592, 9, 2.0**-3))
    write(folder, "quarters.bin", quarters(-4960, 9976, 5.09766, 29.530588861 / 4))
    write(folder, "seasons.bin", seasons(204, 78.8 - 101 * 365.2422, 365.2422 / 4))


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in PLAIN.items()):
        os.execve(sys.executable, [sys.executable, "-B", *sys.argv], os.environ | PLAIN)
    main(pathlib.Path(sys.argv[1]))
