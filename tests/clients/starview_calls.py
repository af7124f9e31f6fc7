"""The calls that each page of Starview's web client makes (starview-client.md §2), with what it reads of the answers.

Alone: tests/clients/starview_calls.py, with ASTERISM_PROGRAM and ASTERISM_TEST_POSTGRESQL set."""
import datetime
import sys

from shapes import Some
from starview_case import Case
from starview_shapes import LABELS, PHASES, TYPES
from starview_site import PASSWORD, png

LAT, LNG = 46.05, 14.51
PHASE = "|".join(PHASES)

VISITOR = {"authenticated": "flag", "user": "null"}
PERSON = {"authenticated": "flag", "user": {
    "username": "filled", "email": "filled", "first_name": "text", "last_name": "text", "profile_picture_url": "url",
    "has_usable_password": "flag", "bio": "text", "is_verified": "flag", "unit_preference": "metric|imperial",
    "language_preference": "filled"}}
CARD = {"id": "int", "name": "filled", "administrative_area": "text|null", "country": "text|null", "latitude": "number",
        "longitude": "number", "elevation": "number", "average_rating": "number|null", "review_count": "int",
        "is_favorited": "flag", "is_verified": "flag", "images": [{"full": "url", "thumbnail": "url"}]}
CARDS = {"count": "int", "next": "absolute|null", "previous": "absolute|null", "results": Some([CARD])}
MAP = {"type": "FeatureCollection", "features": Some([{
    "geometry": {"type": "Point", "coordinates": Some(["number"])},
    "properties": {"id": "int", "name": "filled", "latitude": "number", "longitude": "number", "elevation": "number",
                   "administrative_area": "text", "country": "text", "location_type": TYPES, "location_type_display": LABELS,
                   "average_rating": "number|null", "avg_rating": "number|null", "review_count": "int", "is_favorited": "flag",
                   "images": ["object"], "type_metadata": "object"}}])}
WAY = {"features": Some([{"geometry": {"type": "LineString", "coordinates": [["number"]]},
                          "properties": {"summary": {"duration": "number", "distance": "number"}}}])}
PHOTO = {"id": "filled", "image_url": "url", "thumbnail_url": "url", "caption": "text", "upvote_count": "int",
         "user_has_upvoted": "flag"}
GALLERY = {"results": Some([{**PHOTO, "created_at": "offset", "uploaded_by": {
    "username": "filled", "display_name": "filled", "profile_picture_url": "url", "is_system_account": "flag"}}]),
    "has_more": "flag", "next_cursor": "text|null", "total_count": "int"}
HEROES = Some([{"id": "int", "name": "filled", "image_url": "url"}])
REVIEWS = [{"id": "int", "rating": "int", "comment": "text|null", "created_at": "utc", "is_edited": "flag", "user": "filled",
            "user_full_name": "text", "user_profile_picture": "url", "user_vote": "up|down|null", "upvote_count": "int",
            "photos": [{**PHOTO, "id": "int"}]}]
DETAIL = {"id": "int", "name": "filled", "latitude": "number", "longitude": "number", "elevation": "number",
          "locality": "text|null", "administrative_area": "text|null", "country": "text|null", "location_type": TYPES,
          "location_type_display": LABELS, "type_metadata": "object", "description": "text|null",
          "average_rating": "number|null", "review_count": "int", "visitor_count": "int", "bortle_class": "int|null",
          "bortle_sqm": "sqm|null", "is_verified": "flag", "is_favorited": "flag", "is_visited": "flag",
          "added_by": {"username": "filled"}, "created_at": "utc", "review_summary": "text|null",
          "user_summary_feedback": "yes|no|null", "reviews": REVIEWS}
MOON = {"current": {"phase_name": PHASE, "illumination": "number", "is_waning": "flag"},
        "daily": Some([{"phase_name": PHASE, "illumination": "number", "is_waning": "flag"}])}
TURNED = {"current": {**MOON["current"], "rotation_angle": "number", "next_moonrise": "object|null",
                      "next_moonset": "object|null"}, "daily": MOON["daily"]}
BORTLE = {"bortle": "int"}
NOW = {"cloud_cover": "number", "humidity": "number", "wind_speed": "number", "temperature": "number",
       "precipitation_probability": "number", "visibility": "number"}
HOUR = {**NOW, "time": "hour", "cloud_cover_low": "number", "cloud_cover_mid": "number", "cloud_cover_high": "number"}
NIGHT = {"current": NOW, "daily": Some([{"hourly": Some([HOUR]), "summary": {"cloud_cover_avg": "number"}}])}
PROFILE = {"username": "filled", "first_name": "text", "last_name": "text", "bio": "text", "date_joined": "utc",
           "profile_picture_url": "url", "is_verified": "flag", "is_following": "flag|null",
           "stats": {"follower_count": "int", "review_count": "int", "locations_reviewed": "int", "helpful_votes_received": "int"}}
BADGE = {"badge_id": "int", "name": "filled", "slug": "filled", "description": "filled", "category": "filled", "tier": "int",
         "is_rare": "flag", "icon_path": "url"}
BADGES = {"earned": [{**BADGE, "earned_at": "offset"}], "pinned_badge_ids": ["int"]}
WRITTEN = {"results": [{"id": "int", "rating": "int", "created_at": "utc", "upvote_count": "int"}], "next": "absolute|null"}
COLLECTION = {**BADGES, "locked": [BADGE], "in_progress": [
    {**BADGE, "current_progress": "int", "criteria_value": "int", "percentage": "int"}]}
SOCIALS = {"social_accounts": [{"id": "int", "provider": "filled", "provider_name": "filled", "email": "text",
                                "connected_at": "utc"}]}
KEPT = {"results": Some([{"id": "int", "nickname": "text|null", "created_at": "utc", "location": {
    "id": "int", "name": "filled", "average_rating": "number|null", "review_count": "int"}}])}

EVERY = [("/api/auth/status/", None), ("/api/geolocate/", {"latitude": "number|null", "longitude": "number|null"})]
NEAR = "near={lat},{lng}&radius=12500"

# Page, call, what the client reads. `None`: another shape for a visitor than for a person.
PAGES = [
    ("/", "/api/locations/hero_carousel/", HEROES),
    ("/", "/api/locations/popular_nearby/?lat={lat}&lng={lng}&limit=8", Some([CARD])),
    ("/explore", "/api/locations/?sort=-created_at&page=1", CARDS),
    ("/explore", "/api/locations/?sort=distance&" + NEAR + "&page=1", CARDS),
    ("/explore", "/api/locations/map_geojson/?sort=distance&" + NEAR, MAP),
    ("/explore", "/api/locations/map_geojson/?sort=-created_at", MAP),
    ("/explore", "/api/locations/?search=quiet&type=viewpoint,observatory&sort=-average_rating&page=1", CARDS),
    ("/explore", "/api/directions/?origin={lat},{lng}&destination=46.2,14.6", WAY),
    ("/locations/{place}", "/api/locations/{place}/", DETAIL),
    ("/locations/{place}", "/api/locations/{place}/photos/?sort=most_upvoted&limit=5&mine=false", GALLERY),
    ("/locations/{place}/photos", "/api/locations/{place}/photos/?sort=newest&limit=24&mine=false", GALLERY),
    ("/locations/{place}/photos", "/api/locations/{place}/photos/?sort=oldest&limit=24&mine=false", GALLERY),
    ("/locations/{place}", "/api/moon-phases/?start_date={today}&end_date={today}&lat={lat}&lng={lng}", MOON),
    ("/locations/{place}", "/api/weather/?lat={lat}&lng={lng}&start_date={today}&end_date={tomorrow}", NIGHT),
    ("/sky", "/api/moon-phases/", MOON),
    ("/sky", "/api/moon-phases/?lat={lat}&lng={lng}", TURNED),
    ("/sky", "/api/bortle/?lat=40&lng=10.2", BORTLE),
    ("/tonight", "/api/moon-phases/?start_date={today}&end_date={today}&lat={lat}&lng={lng}", TURNED),
    ("/tonight", "/api/bortle/?lat=40&lng=10.2", BORTLE),
    ("/tonight", "/api/weather/?lat={lat}&lng={lng}&start_date={today}&end_date={tomorrow}", NIGHT),
    ("/bortle", "/api/bortle/?lat=40&lng=10.2", BORTLE),
    ("/moon", "/api/moon-phases/", MOON),
    ("/weather", "/api/weather/?lat={lat}&lng={lng}", NIGHT),
    ("/users/walter", "/api/users/walter/", PROFILE),
    ("/users/walter", "/api/users/walter/badges/", BADGES),
    ("/users/walter", "/api/users/walter/reviews/?page=1", WRITTEN),
]
ONLY_PEOPLE = [
    ("/locations/{place}/photos", "/api/locations/{place}/photos/?sort=newest&limit=24&mine=true", {"results": [PHOTO], "total_count": "int"}),
    ("/profile", "/api/users/me/badges/collection/", COLLECTION),
    ("/profile", "/api/users/me/social-accounts/", SOCIALS),
    ("/profile", "/api/favorite-locations/", KEPT),
]

# What buttons and forms do: verb, path, body, status, what is read.
ACTIONS = [
    ("POST", "/api/locations/{other}/toggle_favorite/", None, 201, {"is_favorited": "flag"}),
    ("POST", "/api/locations/{other}/toggle-visited/", None, 200, {"is_visited": "flag", "newly_earned_badges": [{"name": "filled"}]}),
    ("POST", "/api/locations/{place}/reviews/{review}/vote/", {"vote_type": "up"}, 200, {"upvotes": "int", "user_vote": "up"}),
    ("POST", "/api/locations/{place}/summary-feedback/", {"is_helpful": True}, 200, {"is_helpful": "flag"}),
    ("POST", "/api/locations/{place}/photos/{photo}/vote/", None, 200,
     {"photo_id": "filled", "upvote_count": "int", "user_has_upvoted": "flag"}),
    ("PATCH", "/api/users/me/badges/pin/", {"pinned_badge_ids": []}, 200, {"pinned_badge_ids": ["int"]}),
    ("POST", "/api/users/walter/follow/", None, 201, {}),
    ("DELETE", "/api/users/walter/follow/", None, 200, {}),
    ("PATCH", "/api/users/me/update-name/", {"first_name": "Wanda", "last_name": "Wega"}, 200, {"detail": "filled"}),
    ("PATCH", "/api/users/me/update-username/", {"new_username": "wanda"}, 200, {"detail": "filled", "username": "filled"}),
    ("PATCH", "/api/users/me/update-bio/", {"bio": "Looks up"}, 200, {"detail": "filled", "bio": "text"}),
    ("PATCH", "/api/users/me/update-unit-preference/", {"unit_preference": "imperial"}, 200, {"unit_preference": "imperial"}),
    ("PATCH", "/api/users/me/update-language-preference/", {"language_preference": "pt-BR"}, 200, {"language_preference": "pt-BR"}),
    ("PATCH", "/api/users/me/update-email/", {"new_email": "wanda@new.example"}, 200, {"verification_required": "flag", "detail": "filled"}),
    ("DELETE", "/api/users/me/remove-picture/", None, 200, {"default_image_url": "url"}),
    ("DELETE", "/api/favorite-locations/{kept}/", None, 204, None),
    ("POST", "/api/auth/logout/", None, 200, {"redirect_url": "url"}),
]


class Calls(Case):
    people = ("wanda", "walter", "wilma")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        place = cls.site.place("walter", name="Quiet Dome", latitude=LAT, longitude=LNG)
        other = cls.site.place("walter", name="Quiet Tower", latitude=LAT, longitude=LNG + 0.1)
        kept = cls.site.person("wanda").post("/api/favorite-locations/", {"location_id": place}).json["id"]
        wilma = cls.site.person("wilma")
        review = wilma.post(f"/api/locations/{place}/reviews/", {"rating": 5, "comment": "Dark"}).json["id"]
        wilma.upload(f"/api/locations/{place}/reviews/{review}/add_photos/", "images", [("a.png", "image/png", png(600, 500))])
        wilma.post(f"/api/locations/{other}/reviews/", {"rating": 4})
        sent = cls.site.person("walter").upload(f"/api/locations/{place}/photos/", "images", [("b.png", "image/png", png(1300, 650))])
        today = datetime.datetime.now(datetime.timezone.utc).date()
        cls.words = {"lat": LAT, "lng": LNG, "place": place, "other": other, "kept": kept, "today": today,
                     "review": review, "photo": sent.json["photos"][0]["id"],
                     "tomorrow": today + datetime.timedelta(days=1)}

    def walk(self, who, pages, status):
        for page, call, shape in pages:
            html = who.get(page.format(**self.words), Accept="text/html,application/xhtml+xml")
            self.assertEqual((html.status, b'id="root"' in html.body), (200, True), page)
            for path, read in EVERY + [(call, shape)]:
                got = who.get(path.format(**self.words))
                self.assertEqual(got.status, 200, f"{page}: {path}: {got!r}")
                self.shaped(got.json, read or status, f"{page}: {path}")

    def test_1_each_page_as_a_visitor(self):
        self.walk(self.site.visitor(), PAGES, VISITOR)

    def test_2_each_page_as_a_person(self):
        self.walk(self.person("wanda"), PAGES + ONLY_PEOPLE, PERSON)

    def test_3_what_buttons_and_forms_do(self):
        wanda = self.site.visitor()
        self.told(wanda.log_in("wanda", PASSWORD), 200)
        for verb, path, body, status, shape in ACTIONS:
            got = wanda.ask(verb, path.format(**self.words), body)
            self.assertEqual(got.status, status, f"{path}: {got!r}")
            if shape is not None:
                self.shaped(got.json, shape, path)

    def test_4_a_heart_shows_at_once_wherever_the_place_is_shown(self):
        wanda, place = self.person("wanda"), self.site.place("walter", name="Quiet Corner")
        for liked in (True, False):
            wanda.post(f"/api/locations/{place}/toggle_favorite/")
            self.assertEqual(self.detail(place, wanda)["is_favorited"], liked)
            for path in ("/api/locations/?sort=-created_at&page=1", "/api/locations/?search=Quiet%20Corner"):
                listed = wanda.get(path).json["results"]
                self.assertEqual([each["is_favorited"] for each in listed if each["id"] == place], [liked], path)
            spots = wanda.get("/api/locations/map_geojson/").json["features"]
            self.assertEqual([each["properties"]["is_favorited"] for each in spots if each["properties"]["id"] == place], [liked])


if __name__ == "__main__":
    from starview_test import main
    sys.exit(main(["Calls"]))
