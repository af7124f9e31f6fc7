// Makes data/land_points.csv, random places on land and whose they are:
//
//   npm install --prefix FOLDER world-atlas@2.0.2 topojson-client d3-geo
//   node land_points.mjs FOLDER/node_modules > data/land_points.csv
//
// world-atlas holds the countries of Natural Earth 1:10m (public domain), told by their ISO numbers;
// /usr/share/iso-codes (Debian's iso-codes) tells their letters.
import {createRequire} from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const require = createRequire(path.resolve(process.argv[2], 'x.js'));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const {feature} = await load('topojson-client');
const {geoArea, geoBounds, geoContains} = await load('d3-geo');
const world = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-10m.json')));
const iso = JSON.parse(fs.readFileSync('/usr/share/iso-codes/json/iso_3166-1.json'))['3166-1'];
const letters = new Map(iso.map((each) => [each.numeric, each.alpha_2]));
const unnumbered = {Somaliland: 'SO', 'N. Cyprus': 'CY', Kosovo: 'XK'};

const parts = [];
for (const {id, properties, geometry} of feature(world, world.objects.countries).features) {
    const country = letters.get(id) ?? unnumbered[properties.name] ?? '';
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const coordinates of polygons) {
        const shape = {type: 'Polygon', coordinates};
        if (geoArea(shape) > 2 * Math.PI) continue;  // a rock that rounding turned inside out
        parts.push({country, shape, bounds: geoBounds(shape)});
    }
}

const margin = 0.01;
function near([[west, south], [east, north]], x, y) {
    if (y < south - margin || y > north + margin) return false;
    const after = x >= west - margin, until = x <= east + margin;
    return west <= east ? after && until : after || until;
}

let seed = 20260301;
function random() {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
}

console.log('# Random places on land, even by area, and the countries whose shapes in Natural Earth 1:10m hold them: land_points.mjs.');
console.log('lat,lng,country');
for (let count = 0; count < 10000;) {
    const y = Math.asin(2 * random() - 1) * 180 / Math.PI, x = 360 * random() - 180;
    const found = parts.find(({shape, bounds}) => near(bounds, x, y) && geoContains(shape, [x, y]));
    if (!found) continue;
    console.log(`${y.toFixed(4)},${x.toFixed(4)},${found.country}`);
    ++count;
}
