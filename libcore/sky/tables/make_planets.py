"""Writes the planets' tables: make_planets.py FOLDER. Needs what make_tables.py needs.

mercury.bin ... saturn.bin   from the Sun's centre on ICRS axes (DE405), without light time: segments
                             as make_tables.py has them. The numbers that a reader needs are in
                             planets_table.cpp.
"""
import pathlib
import sys

import numpy as np

from make_tables import chebyshev_powers, write
from sources import Jpl

FIRST, DAYS = Jpl.FIRST, Jpl.DAYS * Jpl.COUNT  # all of DE405 that Debian has
# what: place in JPL's record, coefficients of one axis, parts of a record
PLANETS = {"mercury": (0, 14, 4), "venus": (168, 10, 2), "mars": (306, 11, 1),
           "jupiter": (339, 8, 1), "saturn": (363, 7, 1)}
# what: segments, coefficients, kilometres of a quantum
TABLES = {"mercury": (762, 17, 2.0), "venus": (144, 17, 0.5), "mars": (96, 17, 0.5),
          "jupiter": (32, 10, 2.0), "saturn": (32, 9, 2.0)}


class Planets(Jpl):
    BODIES = Jpl.BODIES | PLANETS

    def from_sun(self, planet, days):
        return self._motion(planet, days)[0] - self.sun(days)


def segments(source, planet, count, size, quantum_km):
    nodes = size + 5
    angle = np.pi * (np.arange(nodes) + 0.5) / nodes
    days = DAYS / count
    starts = FIRST + days * np.arange(count)
    place = source.from_sun(planet, starts[:, None] + days * (1 + np.cos(angle)) / 2)
    powers = np.zeros((count, size, 3))
    basis = chebyshev_powers(size)
    for k in range(size):
        coefficient = np.zeros((count, 3))
        for node in range(nodes):  # sums in a fixed order, whatever the machine
            coefficient += place[:, node] * np.cos(k * angle[node])
        coefficient *= (1 if k == 0 else 2) / nodes
        powers += coefficient[:, None, :] * basis[k][None, :, None]
    quanta = np.rint(powers / quantum_km)
    assert np.abs(quanta).max() < 2**31, planet
    return quanta.astype("<i4")


def main(folder):
    source = Planets()
    for planet, (count, size, quantum_km) in TABLES.items():
        write(folder, planet + ".bin", segments(source, planet, count, size, quantum_km))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
