// Reads an iCalendar feed from standard input as other people's calendars do, and prints what each found as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const from = createRequire(process.env.ASTERISM_TEST_PEERS + '/');
const ical = from('node-ical');
const { default: ICAL } = await import(pathToFileURL(from.resolve('ical.js')));

const text = readFileSync(0, 'utf8');

function byIcalJs() {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    refresh: String(calendar.getFirstPropertyValue('refresh-interval')),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const moment = (time) => time.toJSDate().toISOString();
      return {
        uid: event.uid,
        name: event.summary,
        note: event.description ?? '',
        begins: moment(event.startDate),
        ends: component.hasProperty('dtend') ? moment(event.endDate) : null,
        kind: component.getFirstPropertyValue('categories'),
      };
    }),
  };
}

function byNodeIcal() {
  const found = Object.values(ical.sync.parseICS(text));
  return {
    name: found.find((each) => each.type === 'VCALENDAR')?.['WR-CALNAME'] ?? null,
    events: found
      .filter((each) => each.type === 'VEVENT')
      .map((event) => ({
        uid: event.uid,
        name: event.summary,
        note: event.description ?? '',
        begins: event.start.toISOString(),
        kind: event.categories[0],
      })),
  };
}

process.stdout.write(JSON.stringify({ ical_js: byIcalJs(), node_ical: byNodeIcal() }));
