// Puts the questions of sky_bench to a library of npm, and measures it.
//
//   node peers.mjs astronomy-engine|suncalc QUESTIONS      with ASTERISM_SKY_PEERS: where they are installed
//
// Prints lines "answer,NUMBER,FIGURE,..." (see questions.hpp) and "speed,WHAT,NANOSECONDS". Each library is
// used as its manual says, with its own difference between the time scales.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { astronomyEngine } from './peer_astronomy_engine.mjs';
import { suncalc } from './peer_suncalc.mjs';

const [name, file] = process.argv.slice(2);
const library = createRequire(process.env.ASTERISM_SKY_PEERS + '/')(name);
const peer = { 'astronomy-engine': astronomyEngine, suncalc }[name](library);

const [heading, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const names = heading.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((field, n) => [names[n], field])));
for (const row of rows)
  for (const field of ['tt_days', 'ut1_days', 'lat', 'lng', 'days']) row[field] = Number(row[field]);

for (const row of rows) {
  const answer = peer.answers[row.form]?.(row);
  if (answer) console.log(['answer', row.number, ...answer.map((figure) => figure.toFixed(10))].join());
}

const samples = rows.filter((row) => row.form === 'sample');

// Processor time of the process, which is that of the one thread once the compiler is done: best of seven.
function nanoseconds(calls, work) {
  let best = Infinity;
  for (let batch = 0; batch < 8; ++batch) {
    const before = process.cpuUsage();
    for (let n = 0; n < calls; ++n) work(samples[n % samples.length]);
    const { user, system } = process.cpuUsage(before);
    if (batch > 0) best = Math.min(best, ((user + system) * 1000) / calls);
  }
  return best;
}

for (const [what, work] of Object.entries(peer.speeds)) {
  let calls = 10;
  const before = process.cpuUsage().user;
  for (let n = 0; n < calls; ++n) work(samples[n]);
  const each = (process.cpuUsage().user - before) / calls;  // microseconds, before anything is compiled
  calls = Math.max(100, Math.min(20000, Math.round(200000 / each)));
  console.log(`speed,${what},${nanoseconds(calls, work).toPrecision(4)}`);
}
