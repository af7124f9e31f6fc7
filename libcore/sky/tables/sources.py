"""Where Moon, Sun and Earth are, from sources that anybody may use. Days are TDB since J2000.0.

DE405 (JPL, public domain): Debian's casacore-data-jpl-de405, 1959-12-10 to 2060-01-31.
The Moon of XEphem's libastro (E. C. Downey), in Debian's python3-ephem: S. L. Moshier's series,
fitted to JPL's DE404; any year. From 1960 to 2059 it is 0.07" rms and 0.4" at most from DE405.
The Earth of ERFA's epv00 (BSD): series of P. Bretagnon after VSOP2000; 1900 to 2100.
"""
import ephem
import erfa
import numpy as np

J2000 = 2451545.0
KM_PER_AU = 149597870.7
LIGHT_KM_PER_DAY = 299792.458 * 86400
DE405 = "/usr/share/casacore/data/ephemerides/DE405/table.f0i"


def dot(a, b):
    """Over the last axis, in one order of additions on every machine."""
    return a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1] + a[..., 2] * b[..., 2]


def rotated(matrix, vector):
    return np.stack([dot(matrix[..., row, :], vector) for row in range(3)], axis=-1)


class Jpl:
    """The casacore table is a column of JPL's records without the two dates that begin each."""

    FIRST, DAYS = 2436912.5 - J2000, 32
    COUNT, DOUBLES, HEADING, STRIDE = 1143, 1018, 28, 8160
    EARTH_PER_MOON, KM_PER_AU = 81.30056, 149597870.691
    # what: place in the record, coefficients of one axis, parts of a record
    BODIES = {"barycentre": (228, 13, 2), "moon": (438, 13, 8), "sun": (750, 11, 2)}

    def __init__(self):
        raw = open(DE405, "rb").read()
        self.records = np.stack([np.frombuffer(raw, "<f8", self.DOUBLES, self.HEADING + self.STRIDE * n)
                                 for n in range(self.COUNT)])

    def _motion(self, body, days):
        place, size, parts = self.BODIES[body]
        records = (days - self.FIRST) / self.DAYS
        record = np.clip(np.floor(records).astype(int), 0, self.COUNT - 1)
        within = (records - record) * parts
        part = np.minimum(within.astype(int), parts - 1)
        u = (2 * (within - part) - 1)[..., None]
        first = place + part * size * 3
        axes = first[..., None] + np.arange(3) * size
        before, value = np.ones_like(u), u  # T(k - 1), T(k)
        slope_before, slope = np.zeros_like(u), np.ones_like(u)
        coefficient = [self.records[record[..., None], axes + k] for k in range(size)]
        position, rate = coefficient[0] + coefficient[1] * u, coefficient[1] * slope
        for k in range(2, size):
            before, value, slope_before, slope = (
                value, 2 * u * value - before, slope, 2 * value + 2 * u * slope - slope_before)
            position, rate = position + coefficient[k] * value, rate + coefficient[k] * slope
        return position, rate * (2 * parts / self.DAYS)

    def moon(self, days):
        """From the Earth, km."""
        return self._motion("moon", days)[0]

    def earth(self, days):
        """From the solar system's barycentre: km, km a day."""
        place, speed = self._motion("barycentre", days)
        moon, moon_speed = self._motion("moon", days)
        share = 1 + self.EARTH_PER_MOON
        return place - moon / share, speed - moon_speed / share

    def sun(self, days):
        return self._motion("sun", days)[0]


class Series:
    """The same of the series, where DE405 does not reach."""

    def apparent_moon(self, terrestrial):
        """ICRS axes, km. Libastro gives the place of when the light set out on the true equator of date; taking
        an observer along with the Earth that is the apparent one, distance included (to 0.05 km: a float)."""
        body, seen = ephem.Moon(), np.empty((terrestrial.size, 3))
        for row, days in enumerate(terrestrial):
            dublin = universal = days + 36525.0  # libastro counts from 1899-12-31T12:00, and takes its own UT
            for _ in range(3):
                universal = dublin - ephem.delta_t(universal) / 86400
            body.compute(universal)
            seen[row] = body.g_ra, body.g_dec, body.earth_distance * KM_PER_AU
        ascension, declination, distance = seen.T
        x = np.cos(declination) * np.cos(ascension)
        y = np.cos(declination) * np.sin(ascension)
        z = np.sin(declination)
        # Back to the ecliptic by the models of libastro, IAU 1976 and 1980, and from there by those of today.
        longitude, obliquity = erfa.nut80(J2000, terrestrial)
        obliquity += erfa.obl80(J2000, terrestrial)
        cosine, sine = np.cos(obliquity), np.sin(obliquity)
        y, z = cosine * y + sine * z, cosine * z - sine * y
        cosine, sine = np.cos(longitude), np.sin(longitude)
        x, y = cosine * x + sine * y, cosine * y - sine * x
        from_ecliptic = np.swapaxes(erfa.ecm06(J2000, terrestrial), -1, -2)
        return rotated(from_ecliptic, distance[:, None] * np.stack([x, y, z], axis=-1))

    def earth(self, days):
        motion = erfa.epv00(J2000, days)[1]
        return motion["p"] * KM_PER_AU, motion["v"] * KM_PER_AU

    def sun(self, days):
        from_sun, from_barycentre = erfa.epv00(J2000, days)
        return (from_barycentre["p"] - from_sun["p"]) * KM_PER_AU


def apparent(source, body, terrestrial):
    """ICRS axes, km: light time and annual aberration in, not normalised (design of ephemeris.hpp)."""
    if body == "moon" and isinstance(source, Series):
        return source.apparent_moon(terrestrial)
    days = terrestrial + erfa.dtdb(J2000, terrestrial, 0.0, 0.0, 0.0, 0.0) / 86400
    earth, speed = source.earth(days)
    light_days = np.zeros_like(days)
    for _ in range(3):
        emitted = days - light_days
        place = source.sun(emitted) if body == "sun" else source.earth(emitted)[0] + source.moon(emitted)
        seen = place - earth
        light_days = np.sqrt(dot(seen, seen)) / LIGHT_KM_PER_DAY
    return seen + light_days[..., None] * speed


def intermediate(vector, terrestrial):
    """On the axes of the celestial intermediate system, IAU 2006/2000A."""
    return rotated(erfa.c2i06a(J2000, terrestrial), vector)


def ecliptic_longitude(vector, terrestrial):
    """Radians from the mean equinox of date on the ecliptic of date, IAU 2006."""
    x, y, _ = np.moveaxis(rotated(erfa.ecm06(J2000, terrestrial), vector), -1, 0)
    return np.arctan2(y, x)
