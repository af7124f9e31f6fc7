// SunCalc 2 by V. Agafonkin. It has no phases' instants and no transit of the Moon.

const j2000 = Date.UTC(2000, 0, 1, 12);
const day = 86400e3;
const named = {
  sun_rise: 'sunrise', sun_set: 'sunset', sun_civil_dawn: 'dawn', sun_civil_dusk: 'dusk',
  sun_nautical_dawn: 'nauticalDawn', sun_nautical_dusk: 'nauticalDusk',
  sun_astro_dawn: 'nightEnd', sun_astro_dusk: 'night',
};

// Its altitudes are lifted by refraction, everywhere; takes that off again.
function airless(apparent) {
  const radians = (apparent * Math.PI) / 180;
  const lift = (h) => 0.0002967 / Math.tan(Math.max(h, 0) + 0.00312536 / (Math.max(h, 0) + 0.08901179));
  let height = radians;
  for (let n = 0; n < 12; ++n) height = radians - lift(height);
  return (height * 180) / Math.PI;
}

export function suncalc(library) {
  const moment = ({ ut1_days }) => new Date(j2000 + ut1_days * day);
  const days = (date) => (date.valueOf() - j2000) / day;

  function direction(row) {
    const ask = row.what === 'moon' ? library.getMoonPosition : library.getPosition;
    const { azimuth, altitude } = ask(moment(row), row.lat, row.lng);
    return [azimuth, airless(altitude)];
  }

  // A day of the Sun's is that of the place, so the next and the last may hold what is asked for.
  function sunTimes(row, name) {
    const found = [-1, 0, 1]
      .map((more) => library.getTimes(new Date(moment(row).valueOf() + more * day), row.lat, row.lng)[name])
      .filter((date) => date)
      .map(days);
    return found.filter((at) => at >= row.ut1_days && at < row.ut1_days + row.days).sort((a, b) => a - b);
  }

  // A day of the Moon's is that of UTC, and so are all that are asked for.
  function moonTimes(row, name) {
    const found = library.getMoonTimes(moment(row), row.lat, row.lng)[name];
    return found ? [days(found)] : [];
  }

  const times = (row, what) => (named[what] ? sunTimes(row, named[what]) : moonTimes(row, what.slice(5)));

  function events(row) {
    const [up, down] = row.what.endsWith('rise_set')
      ? [row.what.slice(0, -4), row.what.slice(0, -8) + 'set']
      : [row.what, row.what.replace('dawn', 'dusk')];
    return [...times(row, up).map((at) => [at, 1]), ...times(row, down).map((at) => [at, -1])]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, way]) => [way, at]);
  }

  const sunDay = (row) => library.getTimes(moment(row), row.lat, row.lng);  // fourteen events at once
  return {
    answers: {
      direction,
      fraction: (row) => [library.getMoonIllumination(moment(row)).fraction],
      event: (row) => (row.what.endsWith('transit') ? undefined : times(row, row.what).slice(0, 1)),
      events,
    },
    speeds: {
      illumination: (row) => library.getMoonIllumination(moment(row)),
      moon_position: (row) => library.getMoonPosition(moment(row), row.lat, row.lng),
      sun_position: (row) => library.getPosition(moment(row), row.lat, row.lng),
      moon_rise_set: (row) => library.getMoonTimes(moment(row), row.lat, row.lng),
      sun_rise_set: sunDay,
      astronomical_dawn_dusk: sunDay,
    },
  };
}
