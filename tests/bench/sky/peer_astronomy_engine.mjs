// Astronomy Engine 2 by D. Cross.

const degreesBelow = { civil: -6, nautical: -12, astro: -18 };

export function astronomyEngine(library) {
  const { AstroTime, Body, Observer } = library;
  const bodyOf = (what) => (what.startsWith('moon') ? Body.Moon : Body.Sun);
  const place = ({ lat, lng }) => new Observer(lat, lng, 0);
  const moment = ({ ut1_days }) => new AstroTime(ut1_days);

  // The next event of that kind; direction +1 up, -1 down.
  function search(what, observer, direction, from, days) {
    const twilight = Object.keys(degreesBelow).find((word) => what.includes(word));
    return twilight
      ? library.SearchAltitude(Body.Sun, observer, direction, from, days, degreesBelow[twilight])
      : library.SearchRiseSet(bodyOf(what), observer, direction, from, days);
  }

  function direction(row) {
    const observer = place(row);
    const time = moment(row);
    const { ra, dec } = library.Equator(bodyOf(row.what), time, observer, true, true);
    const { azimuth, altitude } = library.Horizon(time, observer, ra, dec);
    return [azimuth, altitude];
  }

  function event(row) {
    if (row.what.endsWith('transit'))
      return [library.SearchHourAngle(bodyOf(row.what), place(row), 0, moment(row)).time.ut];
    const up = row.what.endsWith('rise') || row.what.endsWith('dawn');
    const found = search(row.what, place(row), up ? 1 : -1, moment(row), row.days);
    return found ? [found.ut] : [];
  }

  function events(row) {
    const found = [];
    for (const way of [1, -1]) {
      let from = row.ut1_days;
      const end = from + row.days;
      while (from < end) {
        const next = search(row.what, place(row), way, new AstroTime(from), end - from);
        if (!next || next.ut >= end) break;
        found.push([next.ut, way]);
        from = next.ut + 1 / 86400;
      }
    }
    return found.sort(([a], [b]) => a - b).flatMap(([at, way]) => [way, at]);
  }

  const both = (what) => (row) => {
    const observer = place(row);
    search(what, observer, 1, moment(row), 1);
    search(what, observer, -1, moment(row), 1);
  };

  return {
    answers: {
      phase: (row) => [library.SearchMoonQuarter(moment(row)).time.tt],
      direction,
      fraction: (row) => [library.Illumination(Body.Moon, moment(row)).phase_fraction],
      event,
      events,
    },
    speeds: {
      next_phase: (row) => library.SearchMoonQuarter(moment(row)),
      illumination: (row) => library.Illumination(Body.Moon, moment(row)),
      moon_position: (row) => direction({ ...row, what: 'moon' }),
      sun_position: (row) => direction({ ...row, what: 'sun' }),
      moon_rise_set: both('moon'),
      sun_rise_set: both('sun'),
      astronomical_dawn_dusk: both('sun_astro'),
      planet_position: (row) => library.GeoVector(Body.Mars, moment(row), true),
    },
  };
}
