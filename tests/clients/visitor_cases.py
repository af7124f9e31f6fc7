"""Contract §11.1: a visitor, before anybody has written anything, and after."""
from client import Client
from starview_case import Case
from starview_shapes import (DETAIL, FEATURE, KEY_DATES, LISTED, MOON_DAY, MOON_NOW, SKY, page)
from starview_site import parts
from shapes import Some, exactly

PAGES = ["/", "/login", "/register", "/verify-email", "/email-verified", "/email-confirm-error",
         "/social-account-exists", "/password-reset", "/password-reset-confirm/MQ/abc-def", "/profile", "/users/ada",
         "/explore", "/locations/1", "/locations/1/photos", "/sky", "/tonight", "/bortle", "/moon", "/weather",
         "/privacy", "/terms", "/accessibility", "/ccpa"]
NO_PAGES = ["/nowhere", "/explore/more", "/locations/abc", "/users", "/locations", "/login/again", "/wp-admin"]

REDIRECTS = [  # §3.2
    ("GET", "/accounts/", "/accounts/login/", 302), ("GET", "/accounts/login/", "/login", 302),
    ("GET", "/accounts/signup/", "/register", 302), ("GET", "/accounts/3rdparty/signup/", "/register", 302),
    ("GET", "/accounts/social/signup/", "/register", 302), ("GET", "/accounts/logout/", "/", 302),
    ("POST", "/accounts/logout/", "/", 302), ("GET", "/accounts/email/", "/profile", 302),
    ("GET", "/accounts/password/change/", "/profile", 302), ("GET", "/accounts/password/set/", "/profile", 302),
    ("GET", "/accounts/password/reset/", "/password-reset", 302),
    ("GET", "/accounts/password/reset/done/", "/password-reset?sent=true", 302),
    ("GET", "/accounts/password/reset/key/done/", "/login?password_reset=success", 302),
    ("GET", "/accounts/confirm-email/", "/verify-email", 302),
    ("GET", "/accounts/confirm-email/" + "a" * 64 + "/", "/email-confirm-error?error=expired", 302),
    ("GET", "/accounts/confirm-email/no-key-at-all/", "/email-confirm-error?error=expired", 302),
    ("GET", "/accounts/inactive/", "/login?error=inactive", 302),
    ("GET", "/accounts/reauthenticate/", "/login?reauth=required", 302),
    ("GET", "/accounts/login/code/confirm/", "/login", 302),
    ("GET", "/accounts/3rdparty/login/cancelled/", "/login?error=oauth_cancelled", 302),
    ("GET", "/accounts/social/login/cancelled/", "/login?error=oauth_cancelled", 302),
    ("GET", "/accounts/3rdparty/login/error/", "/login?error=oauth_error", 302),
    ("GET", "/accounts/social/login/error/", "/login?error=oauth_error", 302),
    ("GET", "/accounts/3rdparty/", "/profile?social_connected=true", 302),
    ("POST", "/accounts/3rdparty/", "/profile?social_disconnected=true", 302),
    ("GET", "/accounts/social/connections/", "/accounts/3rdparty/", 301),
    ("GET", "/accounts/google/login/?process=login", "/login?error=oauth_error", 302),
]

ONLY_FOR_PEOPLE = [  # whatever a visitor may not do answers 401, and never a challenge that opens a dialog
    ("POST", "/api/auth/logout/"), ("POST", "/api/locations/"), ("PUT", "/api/locations/1/"),
    ("PATCH", "/api/locations/1/"), ("DELETE", "/api/locations/1/"), ("POST", "/api/locations/1/toggle_favorite/"),
    ("POST", "/api/locations/1/mark-visited/"), ("DELETE", "/api/locations/1/unmark-visited/"),
    ("POST", "/api/locations/1/toggle-visited/"), ("GET", "/api/favorite-locations/"),
    ("POST", "/api/favorite-locations/"), ("DELETE", "/api/favorite-locations/1/"), ("GET", "/api/users/me/"),
    ("POST", "/api/users/me/upload-picture/"), ("DELETE", "/api/users/me/remove-picture/"),
    ("PATCH", "/api/users/me/update-name/"), ("PATCH", "/api/users/me/update-username/"),
    ("PATCH", "/api/users/me/update-email/"), ("PATCH", "/api/users/me/update-password/"),
    ("PATCH", "/api/users/me/update-bio/"), ("PATCH", "/api/users/me/update-unit-preference/"),
    ("PATCH", "/api/users/me/update-language-preference/"), ("GET", "/api/users/me/social-accounts/"),
    ("DELETE", "/api/users/me/disconnect-social/1/"), ("GET", "/api/users/me/badges/collection/"),
    ("GET", "/api/users/ada/is-following/"), ("POST", "/api/users/ada/follow/"), ("DELETE", "/api/users/ada/follow/"),
]


class Empty(Case):
    """Runs first: nothing is there yet."""

    def test_lists_of_nothing(self):
        visitor = self.site.visitor()
        for path in ("/api/locations/", "/api/locations/?page=1", "/api/locations/?page=last"):
            got = self.told(visitor.get(path), 200, page(LISTED))
            self.assertEqual(got, {"count": 0, "next": None, "previous": None, "results": []})
        got = self.told(visitor.get("/api/locations/map_geojson/"), 200)
        self.assertEqual(got.json, {"type": "FeatureCollection", "features": []})
        self.assertEqual(self.told(visitor.get("/api/locations/popular_nearby/?lat=46&lng=14"), 200).json, [])
        self.refused(visitor.get("/api/locations/1/"), 404)

    def test_nobody_is_there(self):
        got = self.told(self.site.visitor().get("/api/auth/status/"), 200)
        self.assertEqual(got.json, {"authenticated": False, "user": None})


class Visitor(Case):
    people = ("ada", "ben")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.places = [cls.site.place("ada" if at < 7 else "ben", name=f"Ridge {at}", latitude=30 + at, longitude=-100)
                      for at in range(13)]

    def test_pages_of_the_list_lead_to_one_another(self):
        visitor = self.site.visitor()
        path = "/api/locations/?sort=-created_at&search=Ridge&page=1"
        first = self.told(visitor.get(path), 200, page(LISTED))
        self.assertEqual((first["count"], len(first["results"]), first["previous"]), (13, 10, None))
        where, query = parts(first["next"])
        self.assertEqual(where, self.site.origin + "/api/locations/")
        self.assertEqual(query, {"sort": "-created_at", "search": "Ridge", "page": "2"})
        second = self.told(visitor.get(first["next"][len(self.site.origin):]), 200, page(LISTED))
        self.assertEqual((len(second["results"]), second["next"]), (3, None))
        where, query = parts(second["previous"])
        self.assertEqual(query, {"sort": "-created_at", "search": "Ridge"}, "the first page has no number")
        shown = [each["id"] for each in first["results"] + second["results"]]
        self.assertEqual(shown, self.places[::-1])
        self.assertEqual(visitor.get("/api/locations/?search=Ridge&page=last").json["results"], second["results"])

    def test_pages_that_are_none(self):
        for number in ("0", "3", "-1", "x", "1.5", "99999999999999999999"):
            got = self.site.visitor().get(f"/api/locations/?search=Ridge&page={number}")
            self.assertEqual(self.refused(got, 404)["detail"], "Invalid page.", number)

    def test_details(self):
        visitor = self.site.visitor()
        got = self.told(visitor.get(f"/api/locations/{self.places[0]}/"), 200, DETAIL)
        self.assertEqual((got["name"], got["added_by"]["username"], got["is_visited"]), ("Ridge 0", "ada", False))
        for wrong in ("999999", "abc", "0", "-1", "1.5", "99999999999999999999", "%20"):
            self.refused(visitor.get(f"/api/locations/{wrong}/"), 404)

    def test_the_map(self):
        visitor = self.site.visitor()
        got = self.told(visitor.get("/api/locations/map_geojson/?search=Ridge"), 200,
                        {"type": "FeatureCollection", "features": Some([FEATURE])})
        self.assertEqual(sorted(each["properties"]["id"] for each in got["features"]), self.places)
        spot = got["features"][0]
        self.assertEqual(spot["geometry"]["coordinates"],
                         [spot["properties"]["longitude"], spot["properties"]["latitude"]])

    def test_what_the_sky_says(self):
        visitor = self.site.visitor()
        moon = self.told(visitor.get("/api/moon-phases/"), 200,
                         exactly(generated_at="offset", current=exactly(MOON_NOW), daily=Some([exactly(MOON_DAY)]),
                                 key_dates=KEY_DATES))
        self.assertEqual(len(moon["daily"]), 1)
        self.told(visitor.get("/api/bortle/?lat=40&lng=10.2"), 200,
                  exactly(bortle="int", sqm="number", description="filled", quality="filled",
                          location=exactly(lat="number", lng="number")))
        hour = exactly({name: "number|null" for name in SKY}, time="hour")
        weather = self.told(visitor.get("/api/weather/?lat=40&lng=10.2"), 200, exactly(
            location=exactly(lat="number", lng="number"), generated_at="offset",
            current=exactly({name: "number|null" for name in SKY}, timestamp="offset"),
            daily=Some([exactly(date="date", data_type="forecast", hourly=Some([hour]), summary="object",
                                confidence="high")]), sources=exactly(open_meteo="flag"), warnings=["object"]))
        self.assertEqual(len(weather["daily"][0]["hourly"]), 24)

    def test_where_the_visitor_is(self):
        told = {"CF_IPLatitude": "46.05", "CF_IPLongitude": "14.51", "CF_IPCity": "Ljubljana", "CF_IPCountry": "SI"}
        got = self.told(self.site.visitor().get("/api/geolocate/", **told), 200)
        self.assertEqual(got.json, {"latitude": 46.05, "longitude": 14.51, "city": "Ljubljana", "region": None,
                                    "country": "SI", "source": "ip"})
        for lies in ({}, {**told, "CF_IPLatitude": "north"}, {"CF_IPLatitude": "46.05"}, {**told, "CF_IPLatitude": "91"}):
            got = self.told(self.site.visitor().get("/api/geolocate/", **lies), 200)
            self.assertEqual(got.json, {"latitude": None, "longitude": None})
        direct = Client(self.site.port, "127.0.0.2", proxied=False)
        got = self.told(direct.get("/api/geolocate/", **told), 200)
        self.assertEqual(got.json, {"latitude": None, "longitude": None}, "only a proxy of ours is believed")

    def test_pages_of_the_client(self):
        visitor = self.site.visitor()
        for path in PAGES:
            for form in {path, path.rstrip("/") + "/"}:
                got = visitor.get(form, Accept="text/html")
                self.assertEqual(got.status, 200, form)
                self.assertIn(b'<div id="root">', got.body)
        for path in NO_PAGES:
            got = visitor.get(path, Accept="text/html")
            self.assertEqual((got.status, b'<div id="root">' in got.body), (404, True), path)
        for path in ("/assets/none.js", "/images/none.png", "/static/none.css", "/media/none.jpg", "/locales/xx/common.json"):
            got = visitor.get(path)
            self.assertEqual((got.status, b'<div id="root">' in got.body), (404, False), path)
        self.assertEqual(visitor.get("/static/images/default_profile_pic.jpg").body[:3], b"\xff\xd8\xff")

    def test_a_page_about_a_place_names_it_safely(self):
        place = self.place(name='Tom & "Jerry" > Peak')
        got = self.site.visitor().get(f"/locations/{place}").body.decode()
        self.assertNotIn('content="Tom & "', got)
        self.assertEqual(self.site.visitor().get("/locations/999999").status, 200)

    def test_redirects(self):
        for verb, path, where, status in REDIRECTS:
            got = self.site.visitor().ask(verb, path)
            self.assertEqual((got.status, got.header("Location")), (status, where), path)

    def test_slashes(self):
        got = self.site.visitor().get("/api/locations?sort=distance&near=1,2")
        self.assertEqual((got.status, got.header("Location")), (301, "/api/locations/?sort=distance&near=1,2"))

    def test_what_only_people_may_do(self):
        for verb, path in ONLY_FOR_PEOPLE:
            got = self.site.visitor().ask(verb, path)
            self.assertEqual(self.refused(got, 401)["error_code"], "NOT_AUTHENTICATED", path)
            self.assertNotIn("Basic", got.header("WWW-Authenticate") or "", path)

    def test_wrong_verbs_wrong_types_and_unreadable_bodies(self):
        visitor = self.site.visitor()
        got = visitor.ask("DELETE", "/api/auth/login/")
        self.refused(got, 405)
        self.assertIn("POST", got.header("Allow"))
        got = visitor.ask("POST", "/api/auth/login/", "<login/>", Content_Type="application/xml")
        self.refused(got, 415)
        for text in ("{", '{"username": NaN}', '{"username": Infinity}', "[1,", '{"a":1}{', "\xff"):
            got = self.site.visitor().ask("POST", "/api/auth/password-reset/", text.encode("latin-1"), Content_Type="application/json")
            self.assertEqual(self.refused(got, 400)["error_code"], "PARSE_ERROR", text)
        self.assertEqual(visitor.ask("OPTIONS", "/api/locations/").status, 200)
        head = visitor.ask("HEAD", "/api/locations/")
        self.assertEqual((head.status, head.body), (200, b""))
        self.told(visitor.get("/api/locations/?format=json"), 200, page(LISTED))
        self.assertEqual(visitor.get("/api/nowhere/").status, 404)

    def test_every_answer_has_its_headers(self):
        visitor = self.site.visitor()
        for path in ("/api/locations/", "/explore", "/api/nowhere/", "/api/users/me/", "/robots.txt"):
            got = visitor.get(path)
            for name, value in (("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
                                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                                ("Cross-Origin-Opener-Policy", "same-origin")):
                self.assertEqual(got.header(name), value, path)
            self.assertIn("cookie", got.header("Vary").lower())
            self.assertIn("geolocation=(self)", got.header("Permissions-Policy"))
            self.assertTrue(got.header("Content-Security-Policy"), path)
        weather = visitor.get("/api/weather/?lat=40&lng=10.2")
        self.assertEqual((weather.header("Cache-Control"), weather.header("Pragma"), weather.header("Expires")),
                         ("no-store, no-cache, must-revalidate, max-age=0", "no-cache", "0"))
