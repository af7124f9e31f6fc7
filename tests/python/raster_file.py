"""Writes maps of light in the layout of libcore/sky/raster_format.hpp, a second time and independently of it."""
import hashlib
import struct
import zlib

import numpy as np

SIDE = 64
FLOOR, STEP = 1e-9, 0.0005  # of the logarithmic codes


def codes_of(luminances):
    """Of mcd/m2 above the floor; not a number is no data."""
    known = np.nan_to_num(luminances, nan=1)
    return np.where(np.isnan(luminances), 0, 2 + np.rint(np.log(known / FLOOR) / STEP)).astype("<u2")


def raster_bytes(luminances):
    """Of the whole Earth, from the north pole and the date line on."""
    rows, columns = luminances.shape
    tiles_down, tiles_across = -(-rows // SIDE), -(-columns // SIDE)
    codes = np.zeros((tiles_down * SIDE, tiles_across * SIDE), dtype="<u2")
    codes[:rows, :columns] = codes_of(luminances)
    tiles = codes.reshape(tiles_down, SIDE, tiles_across, SIDE).swapaxes(1, 2).tobytes()
    count = tiles_down * tiles_across
    index = np.arange(count, dtype="<u4").tobytes()
    header = bytearray(4096)
    header[:8] = b"\x89SKY\r\n\x1a\n"
    struct.pack_into("<IIII", header, 8, 1, 0, columns, rows)
    struct.pack_into("<7d", header, 24, -180, 90, 360 / columns, 180 / rows, FLOOR, STEP, 0.3)
    struct.pack_into("<IIQI", header, 80, 2015, count, 4096 + len(tiles) + len(index), zlib.crc32(index))
    header[128:160] = hashlib.sha256(tiles + index).digest()
    header[160:166], header[416:424] = b"A test", b"Nobody's"
    struct.pack_into("<I", header, 12, zlib.crc32(header))
    return bytes(header) + tiles + index
