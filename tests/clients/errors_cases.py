"""What the original answered with 500, or did wrongly without a word (contract §10): a clear refusal that changes nothing."""
from starview_case import Case
from starview_shapes import LISTED, page

# Whose number, what is asked by whom, and what is answered instead.
ASKED = [
    ("5", "visitor", "/api/locations/?sort=distance&search=Quiet", 200),
    ("5", "visitor", "/api/locations/?sort=-distance&minRating=1", 200),
    ("6", "visitor", "/api/locations/?sort=-average_rating", 200),
    ("11", "visitor", "/api/locations/nine/", 404), ("11", "visitor", "/api/locations/99999999999999999999/", 404),
    ("11", "visitor", "/api/locations/0x1/info_panel/", 404),
    ("11", "visitor", "/api/locations/popular_nearby/?lat=1&lng=1&limit=ten", 400),
    ("11", "visitor", "/api/locations/popular_nearby/?lat=1&lng=1&radius=1e999", 400),
    ("11", "person", "/api/favorite-locations/one/", 404),
    ("9", "visitor", "/api/locations/hero_carousel/", 200),
    ("10", "visitor", "/api/locations/{place}/photos/?sort=oldest&limit=1&cursor=nonsense", 200),
    ("10", "visitor", "/api/locations/{place}/photos/?sort=most_upvoted&limit=-1&cursor=MQ", 200),
    ("11", "visitor", "/api/locations/nine/photos/", 404),
    ("11", "person", "/api/locations/{place}/reviews/one/", 404),
    ("11", "person", "/api/locations/{place}/reviews/99999999999999999999/comments/", 404),
    ("11", "person", "/api/locations/{place}/reviews/?page=x", 404),
    ("17", "visitor", "/api/moon-phases/?start_date=2026-01-31&end_date=2026-02-31", 400),
    ("20", "visitor", "/api/weather/?lat=45&lng=9&days=999999999999", 400),
    ("-", "visitor", "/api/locations/?page=9999999999999999999999", 404),
    ("-", "visitor", "/api/locations/?near=1e999,0&radius=-1e999", 200),
    ("-", "visitor", "/api/locations/?maxBortle=99999999999999999999&minRating=1e400", 200),
    ("-", "visitor", "/api/locations/map_geojson/?bbox=NaN,NaN,NaN,NaN", 200),
    ("-", "visitor", "/api/locations/?search=%27%20OR%201=1--", 200),
    ("-", "visitor", "/api/locations/?sort=id;drop%20table%20place", 200),
    ("-", "visitor", "/accounts/google/login/?process=login", 302),
    ("-", "visitor", "/accounts/google/login/callback/", 302),
    ("-", "visitor", "/accounts/google/login/callback/?code=1&state=2", 302),
]
SENT = [
    ("11", "POST", "/api/favorite-locations/", {"location_id": "{place}"}, 201),
    ("11", "POST", "/api/favorite-locations/", {"location_id": "{place}"}, 400),
    ("11", "POST", "/api/favorite-locations/", {"location_id": {}}, 400),
    ("11", "POST", "/api/locations/one/toggle_favorite/", None, 404),
    ("11", "POST", "/api/locations/99999999999999999999/mark-visited/", None, 404),
    ("11", "DELETE", "/api/locations/one/unmark-visited/", None, 404),
    ("11", "POST", "/api/locations/{place}/reviews/", {"rating": 4}, 201),
    ("11", "POST", "/api/locations/{place}/reviews/", {"rating": 4}, 400),
    ("11", "POST", "/api/locations/{own}/reviews/", {"rating": 4}, 400),
    ("11", "POST", "/api/locations/one/reviews/", {"rating": 4}, 404),
    ("11", "POST", "/api/locations/{place}/reviews/one/vote/", {"vote_type": "up"}, 404),
    ("11", "POST", "/api/locations/{place}/photos/loc_one/vote/", None, 404),
    ("11", "DELETE", "/api/locations/{place}/photos/99999999999999999999/", None, 404),
    ("11", "POST", "/api/locations/{place}/report/", {"report_type": ["SPAM"]}, 400),
    ("11", "PATCH", "/api/users/me/badges/pin/", {"pinned_badge_ids": "1,2"}, 400),
    ("11", "PATCH", "/api/users/me/badges/pin/", {"pinned_badge_ids": [{}]}, 400),
    ("12", "PATCH", "/api/users/me/update-language-preference/", {"language_preference": "zh-CN"}, 200),
    ("12", "PATCH", "/api/users/me/update-language-preference/", {"language_preference": ["en"]}, 400),
    ("-", "PATCH", "/api/users/me/update-name/", {"first_name": 7, "last_name": {}}, 400),
    ("-", "PATCH", "/api/users/me/update-bio/", {"bio": {"a": 1}}, 400),
    ("-", "PATCH", "/api/users/me/update-bio/", [], 400),
    ("-", "PATCH", "/api/users/me/update-email/", {"new_email": ["a@example.org"]}, 400),
    ("-", "PATCH", "/api/users/me/update-unit-preference/", {"unit_preference": None}, 400),
    ("-", "POST", "/api/locations/", {"name": "A", "latitude": True, "longitude": 1}, 400),
    ("-", "POST", "/api/locations/", {"name": "A", "latitude": "1e999", "longitude": 1}, 400),
    ("-", "POST", "/api/auth/login/", {"username": ["a"], "password": {"a": 1}}, 400),
    ("-", "DELETE", "/api/users/me/disconnect-social/one/", None, 404),
]


class Errors(Case):
    people = ("ada", "eve")

    def test_questions(self):
        place = self.place(name='Quiet "Rock"')
        for defect, who, path, status in ASKED:
            with self.subTest(defect=defect, path=path):
                asker = self.person("eve") if who == "person" else self.site.visitor()
                got = asker.get(path.replace("{place}", str(place)))
                self.assertEqual(got.status, status, repr(got))

    def test_forms(self):
        place, own = self.place(name="Loud Rock"), self.place("eve", name="Own Rock")
        for defect, verb, path, body, status in SENT:
            with self.subTest(defect=defect, path=path, body=body):
                if isinstance(body, dict):
                    body = {key: place if value == "{place}" else value for key, value in body.items()}
                path = path.replace("{place}", str(place)).replace("{own}", str(own))
                got = self.person("eve").ask(verb, path, body)
                self.assertEqual(got.status, status, repr(got))
                if status in (400, 404):
                    self.refused(got, status, next(iter(got.json.get("errors", {})), None))

    def test_1_a_message_is_not_cut_at_a_quote(self):
        got = self.person("eve").post("/api/locations/", {"name": 'A "B" C', "latitude": 1, "longitude": 'x"y"z'})
        self.refused(got, 400, "longitude", listed=True)
        place = self.place(name='Tom\'s "Rock"')
        self.assertEqual(self.detail(place)["name"], 'Tom\'s "Rock"')

    def test_6_places_without_a_rating_come_last(self):
        got = self.told(self.site.visitor().get("/api/locations/?sort=-average_rating"), 200, page(LISTED))
        rated = [each["average_rating"] is not None for each in got["results"]]
        self.assertEqual(rated, sorted(rated, reverse=True))

    def test_25_a_place_goes_with_all_that_belongs_to_it(self):
        eve, place = self.person("eve"), self.place(name="Short-lived")
        for step in ("toggle_favorite/", "mark-visited/"):
            self.assertEqual(eve.post(f"/api/locations/{place}/{step}").status, 201)
        before = eve.get("/api/favorite-locations/").json["count"]
        self.assertEqual(self.person("ada").delete(f"/api/locations/{place}/").status, 204)
        self.assertEqual(eve.get("/api/favorite-locations/").json["count"], before - 1)
        self.refused(eve.get(f"/api/locations/{place}/"), 404)
