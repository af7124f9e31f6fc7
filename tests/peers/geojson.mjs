// Reads GeoJSON from standard input as two checkers do, and prints what each found wrong with it as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const from = createRequire(process.env.ASTERISM_TEST_PEERS + '/');
const geojsonhint = from('@mapbox/geojsonhint');
const { getIssues } = await import(pathToFileURL(from.resolve('@placemarkio/check-geojson')));

const text = readFileSync(0, 'utf8');
const words = (found) => found.map((each) => each.message);

console.log(JSON.stringify({ check_geojson: words(getIssues(text)), geojsonhint: words(geojsonhint.hint(text)) }));
