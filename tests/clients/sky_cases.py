"""Contract §5 and §11.8: what the sky says, the weather of mixed dates and the ways to a place."""
import datetime
import zoneinfo

import services
from shapes import exactly
from starview_case import Case
from starview_shapes import KEY_DATES, MOON_DAY, MOON_NOW, PHASES, SKY, SKY_ERROR
from starview_site import GLOW_LATITUDE, GLOW_STEP, GLOW_WEST, GLOWS

# §5.2: sqm and class as the original told them for the brightnesses of the test's own map.
BORTLE = [(22.00, 1), (22.00, 1), (21.99, 2), (21.85, 2), (21.65, 3), (21.38, 4), (20.99, 5), (20.29, 6), (19.66, 6),
          (18.97, 7), (18.01, 7), (17.66, 8), (17.28, 8), (16.53, 9), (14.79, 9)]
WORDS = {1: ("Excellent dark-sky site", "excellent"), 2: ("Typical truly dark site", "excellent"), 3: ("Rural sky", "very_good"),
         4: ("Rural/suburban transition", "good"), 5: ("Suburban sky", "moderate"), 6: ("Bright suburban sky", "limited"),
         7: ("Suburban/urban transition", "poor"), 8: ("City sky", "poor"), 9: ("Inner-city sky", "very_poor")}
# Almanacs' dates of 2026, in UTC.
EVENTS = [("2026-08-12", "New Moon"), ("2026-08-20", "First Quarter"), ("2026-08-28", "Full Moon"), ("2026-09-04", "Last Quarter")]


class Sky(Case):
    def sky_error(self, got, status, word):
        body = self.told(got, status, SKY_ERROR)
        self.assertEqual((body["error"], body["status_code"]), (word, status))

    def test_points_of_comparison_for_the_bortle_class(self):
        for at, (sqm, number) in enumerate(BORTLE):
            lng = GLOW_WEST + GLOW_STEP * (at + 0.5)
            got = self.told(self.site.visitor().get(f"/api/bortle/?lat={GLOW_LATITUDE}&lng={lng}"), 200, exactly(
                bortle="int", sqm="number", description="filled", quality="filled", location=exactly(lat="number", lng="number")))
            self.assertEqual(got["bortle"], number, GLOWS[at])
            self.assertLessEqual(abs(round(got["sqm"] - sqm, 4)), 0.01, "the map keeps light in steps of half a thousandth")
            self.assertEqual((got["description"], got["quality"]), WORDS[number])
            self.assertEqual(got["location"], {"lat": GLOW_LATITUDE, "lng": lng})

    def test_where_nobody_measured(self):
        self.sky_error(self.site.visitor().get("/api/bortle/?lat=-40&lng=170"), 404, "no_data")

    def test_questions_that_are_none(self):
        for path in ("bortle", "weather"):
            for query in ("", "lat=40", "lng=10", "lat=north&lng=10", "lat=91&lng=10", "lat=40&lng=181", "lat=NaN&lng=1"):
                self.sky_error(self.site.visitor().get(f"/api/{path}/?{query}"), 400, "validation_error")
        today = datetime.date.today()
        late = today + datetime.timedelta(days=32)
        for query in (f"start_date={today}&end_date={late}", f"start_date={late}&end_date={today}", "start_date=2026-02-30",
                      "start_date=today", f"start_date={today}&end_date=x"):
            self.sky_error(self.site.visitor().get(f"/api/weather/?lat=40&lng=10&{query}"), 400, "validation_error")
            self.sky_error(self.site.visitor().get(f"/api/moon-phases/?{query}"), 400, "validation_error")
        for query in ("days=0", "days=17", "days=x"):
            self.sky_error(self.site.visitor().get(f"/api/weather/?lat=40&lng=10&{query}"), 400, "validation_error")
        for query in ("lat=91&lng=0", "lat=0&lng=181", "lat=x&lng=0"):
            self.sky_error(self.site.visitor().get(f"/api/moon-phases/?{query}"), 400, "validation_error")

    def moon(self, query):
        return self.told(self.site.visitor().get(f"/api/moon-phases/?{query}"), 200).json

    def test_the_moon_of_a_month(self):
        got = self.shaped(self.moon("start_date=2026-08-01&end_date=2026-08-31"), exactly(
            generated_at="offset", current=exactly(MOON_NOW), daily=[exactly(MOON_DAY)], key_dates=KEY_DATES))
        self.assertEqual([day["date"] for day in got["daily"]], [f"2026-08-{day:02}" for day in range(1, 32)])
        self.assertEqual(got["key_dates"], {"next_new_moon": "2026-08-12", "next_full_moon": "2026-08-28",
                                            "next_first_quarter": "2026-08-20", "next_last_quarter": "2026-08-06"})
        for day in got["daily"] + [got["current"]]:
            lit, waning = day["illumination"], day["is_waning"]
            self.assertTrue(0 <= lit <= 100 and abs(day["phase_angle"] - 3.6 * lit) <= 0.2, day)
            self.assertEqual(day["is_good_for_stargazing"], lit < 25, day)
            self.assertEqual(day["phase_emoji"], chr(0x1F311 + PHASES.index(day["phase_name"])))
            sides = {"New Moon": lit < 2.1, "Full Moon": lit > 97.9, "First Quarter": 46.9 < lit < 53.1 and not waning,
                     "Last Quarter": 46.9 < lit < 53.1 and waning, "Waxing Crescent": lit < 47 and not waning,
                     "Waning Crescent": lit < 47 and waning, "Waxing Gibbous": lit > 53 and not waning,
                     "Waning Gibbous": lit > 53 and waning}
            self.assertTrue(sides[day["phase_name"]], day)
        self.assertEqual(got["daily"][11]["phase_name"], "New Moon", "12 August 2026: the sun is eclipsed")
        self.assertEqual(got["daily"][27]["phase_name"], "Full Moon", "28 August 2026: the moon is")

    def test_the_moon_over_a_place(self):
        clock = dict(next_moonrise="object|null", next_moonset="object|null", rotation_angle="number")
        got = self.shaped(self.moon("start_date=2026-08-27&end_date=2026-08-28&lat=46.0511&lng=14.5051"), exactly(
            generated_at="offset", current=exactly(MOON_NOW, clock),
            daily=[exactly(MOON_DAY, moonrise="clock|null", moonset="clock|null", rotation_angle="number")],
            location=exactly(lat="number", lng="number"), key_dates=KEY_DATES))
        self.assertEqual(got["location"], {"lat": 46.05, "lng": 14.51})
        for name in ("next_moonrise", "next_moonset"):
            self.shaped(got["current"][name], exactly(time="clock", label="Today|Tomorrow", date="date"))
        self.assertTrue(-180 < got["current"]["rotation_angle"] <= 180)
        half = self.moon("start_date=2026-08-27&lat=46.05")
        self.assertNotIn("location", half, "half a place is passed over")

    def test_key_dates_alone_have_the_whole_last_day(self):
        got = self.moon("start_date=2026-08-12&end_date=2026-09-04&key_dates_only=true")
        self.shaped(got, exactly(key_dates=[exactly(date="date", phase_name="|".join(PHASES), phase_emoji="filled",
                                                    illumination="number")]))
        self.assertEqual([(each["date"], each["phase_name"]) for each in got["key_dates"]], EVENTS)
        self.assertEqual([each["illumination"] for each in got["key_dates"]], [0, 50, 100, 50])
        self.assertTrue(self.moon("start_date=2026-08-01&end_date=2026-10-30&key_dates_only=1")["key_dates"])
        self.sky_error(self.site.visitor().get("/api/moon-phases/?start_date=2026-08-01&end_date=2026-10-31&key_dates_only=1"),
                       400, "validation_error")


class Weather(Case):
    LAT, LNG = 38.7, -9.1  # Lisbon
    ZONE = zoneinfo.ZoneInfo("Europe/Lisbon")

    def day(self, offset):
        return datetime.datetime.now(self.ZONE).date() + datetime.timedelta(days=offset)

    def ask(self, first, last, lat=None):
        query = f"lat={lat or self.LAT}&lng={self.LNG}&start_date={self.day(first)}&end_date={self.day(last)}"
        hour = exactly({name: "number|null" for name in SKY}, time="hour")
        return self.told(self.site.visitor().get(f"/api/weather/?{query}"), 200, exactly(
            location=exactly(lat="number", lng="number"), generated_at="offset", current={"timestamp": "offset"},
            daily=[{"date": "date", "data_type": "historical|forecast|historical_average", "hourly": [hour],
                    "summary": "object", "confidence": "high|medium|low"}],
            sources=exactly(open_meteo="flag"), warnings=["object"]))

    def test_each_date_has_its_source(self):
        got = self.ask(-8, 20)
        kinds = [day["data_type"] for day in got["daily"]]
        self.assertEqual(len(kinds), 29)
        self.assertEqual(kinds[:3], ["historical"] * 3)
        self.assertEqual(kinds[8:24], ["forecast"] * 16)
        self.assertEqual(kinds[25:], ["historical_average"] * 4)
        for day in got["daily"]:
            self.assertEqual(len(day["hourly"]), 24, day["date"])
            self.assertIsNotNone(day["hourly"][5]["temperature"], f"{day['date']} has figures")
            self.assertEqual(day["hourly"][18]["time"], f"{day['date']}T18:00")
            self.assertEqual("years_averaged" in day, day["data_type"] == "historical_average")

    def test_figures_are_the_services(self):
        day = self.ask(1, 1)["daily"][0]
        self.assertEqual([hour["temperature"] for hour in day["hourly"]],
                         [services.temperature(self.day(1), hour, False) for hour in range(24)])
        figures = [(len("cloud_cover") + hour) % 100 for hour in range(24)]
        self.assertEqual([hour["cloud_cover"] for hour in day["hourly"]], figures)
        high = day["summary"].pop("temperature_high")
        self.assertIn(high, (15.7, 15.75, 15.8))
        self.assertEqual(day["summary"], {
            "cloud_cover_avg": round(sum(figures) / 24, 1), "temperature_low": 10,
            "humidity_avg": round(sum((len("relative_humidity_2m") + hour) % 100 for hour in range(24)) / 24, 1),
            "wind_speed_max": (len("wind_speed_10m") + 23) % 100,
            "precipitation_probability_max": (len("precipitation_probability") + 23) % 100})

    def test_an_average_is_of_five_years(self):
        day = self.ask(25, 25)["daily"][0]
        self.assertEqual((day["confidence"], len(day["years_averaged"]) if isinstance(day["years_averaged"], list)
                          else day["years_averaged"]), ("high", 5))
        this_year = self.day(25).year
        years = [year for year in range(this_year - 5, this_year)]
        mean = sum(year % 100 for year in years) / 5
        self.assertAlmostEqual(day["hourly"][4]["temperature"], mean + 1, delta=1.01)
        self.assertIsNone(day["hourly"][4]["precipitation_probability"])

    def test_what_is_asked_of_the_service(self):
        self.ask(0, 2, lat=38.9)
        asked = [query for query in self.site.services.asked("/v1/forecast") if query["latitude"].startswith("38.9")]
        self.assertTrue(asked)
        for query in asked:
            self.assertEqual(query["timezone"], "Europe/Lisbon")
            self.assertIn("cloud_cover_low", query["hourly"])

    def test_the_same_question_is_asked_once(self):
        for _ in range(3):
            self.ask(0, 1, lat=38.3)
        count = len([query for query in self.site.services.asked("/v1/forecast") if query["latitude"].startswith("38.3")])
        self.assertLessEqual(count, 2, "one for now and one for the days")


class Directions(Case):
    def ask(self, origin, to):
        return self.site.visitor().get(f"/api/directions/?origin={origin}&destination={to}")

    def test_a_way(self):
        got = self.told(self.ask("46.05,14.51", "46.1,14.6"), 200).json
        self.assertEqual(got["features"][0]["properties"]["summary"], {"distance": 1300.4, "duration": 95.2})
        self.assertEqual(got["features"][0]["geometry"], {
            "type": "LineString", "coordinates": [[14.51, 46.05], [14.555, 46.075], [14.6, 46.1]]})
        asked = self.site.services.asked("/v2/directions/driving-car/geojson")[-1]
        self.assertEqual((asked["key"], asked["coordinates"]), (services.KEY, [[14.51, 46.05], [14.6, 46.1]]))

    def test_questions_that_are_none(self):
        for origin, to in (("", ""), ("46,14", ""), ("46", "47,15"), ("a,b", "47,15"), ("91,0", "47,15"), ("46,14", "47,181"),
                           ("NaN,14", "47,15"), ("46,14,3", "47,15")):
            self.told(self.ask(origin, to), 400, exactly(error="filled"))
