"""Contract §3.3, §3.6 and §11.4: places, whose they are, how they are found, and who keeps them."""
import concurrent.futures

from shapes import Some, exactly
from starview_case import Case
from starview_shapes import DETAIL, FAVOURITE, FEATURE, LISTED, page

GOOD = {"name": "Old Quarry", "latitude": 46.05, "longitude": 14.5}
VISIT = exactly(detail="filled", total_visits="int", newly_earned_badges=["object"])


class Places(Case):
    people = ("ada", "ben", "cleo", "drew")

    def test_a_new_place_belongs_to_who_made_it(self):
        ada = self.person("ada")
        version = self.site.visitor().get("/api/locations/map_geojson/").header("ETag")
        count = ada.get("/api/locations/").json["count"]
        sent = {**GOOD, "location_type": "campground", "elevation": "512.5", "description": "<b>mine</b>",
                "is_verified": True, "bortle_class": 1, "added_by": 2, "formatted_address": "Nowhere 1", "id": 1}
        got = self.told(ada.post("/api/locations/", sent), 201, DETAIL)
        self.assertEqual((got["location_type"], got["location_type_display"], got["elevation"], got["added_by"]["username"]),
                         ("campground", "Campground", 512.5, "ada"))
        self.assertEqual((got["description"], got["is_verified"], got["review_count"], got["average_rating"]),
                         (None, False, 0, None), "what may only be read is passed over")
        self.assertNotEqual(got["formatted_address"], "Nowhere 1")
        self.assertEqual((got["is_visited"], got["is_favorited"], got["visitor_count"]), (True, False, 1))
        self.assertEqual(self.detail(got["id"], ada), got)
        self.assertEqual(ada.get("/api/locations/").json["count"], count + 1)
        self.assertEqual(ada.get("/api/locations/").json["results"][0]["id"], got["id"])
        self.assertFalse(self.detail(got["id"])["is_visited"], "a visitor has not been there")
        later = self.site.visitor().get("/api/locations/map_geojson/")
        self.assertIn(got["id"], [each["properties"]["id"] for each in later.json["features"]])
        self.assertNotEqual(later.header("ETag"), version)

    def test_forms_that_are_not_right_change_nothing(self):
        drew = self.person("drew")
        count = drew.get("/api/locations/").json["count"]
        rows = [({"name": ""}, "name"), ({"name": None}, "name"), ({"name": "x" * 201}, "name"), ({"name": "<p></p>"}, "name"),
                ({"name": {"a": 1}}, "name"), ({"latitude": None}, "latitude"), ({"latitude": "north"}, "latitude"),
                ({"latitude": 90.01}, "latitude"), ({"latitude": -91}, "latitude"), ({"longitude": 180.01}, "longitude"),
                ({"longitude": [1]}, "longitude"), ({"elevation": 9001}, "elevation"), ({"elevation": -501}, "elevation"),
                ({"location_type": "pub"}, "location_type")]
        for change, field in rows:
            sent = {key: value for key, value in {**GOOD, **change}.items() if value is not None}
            self.refused(drew.post("/api/locations/", sent), 400, field, listed=True)
        both = self.refused(drew.post("/api/locations/", {"name": "Only"}), 400, "latitude", listed=True)
        self.assertIn("longitude", both["errors"])
        for text in ("[]", '"text"', "7", "null"):
            self.refused(drew.ask("POST", "/api/locations/", text, Content_Type="application/json"), 400)
        self.refused(drew.post("/api/locations/"), 400, "name", listed=True)
        self.assertEqual(drew.get("/api/locations/").json["count"], count)

    def test_edges_of_the_world(self):
        cleo = self.person("cleo")
        for latitude, longitude, elevation in ((90, 180, 9000), (-90, -180, -500), (0, 0, 0)):
            got = cleo.post("/api/locations/", {"name": "Edge", "latitude": latitude, "longitude": longitude,
                                                "elevation": elevation})
            got = self.told(got, 201, DETAIL)
            self.assertEqual((got["latitude"], got["longitude"], got["elevation"]), (latitude, longitude, elevation))
            self.assertEqual(cleo.delete(f"/api/locations/{got['id']}/").status, 204)

    def test_a_form_is_read_as_well_as_json(self):
        got = self.person("cleo").ask("POST", "/api/locations/", "name=Form+Hill&latitude=46.5&longitude=-14.5",
                                      Content_Type="application/x-www-form-urlencoded")
        got = self.told(got, 201, DETAIL)
        self.assertEqual((got["name"], got["latitude"], got["longitude"]), ("Form Hill", 46.5, -14.5))
        parts = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                        for name, value in (("name", "Part Hill"), ("latitude", "46.5"), ("longitude", "-14.5")))
        got = self.person("cleo").ask("POST", "/api/locations/", parts + "--b--\r\n",
                                      Content_Type="multipart/form-data; boundary=b")
        self.assertEqual(self.told(got, 201, DETAIL)["name"], "Part Hill")

    def test_names_are_plain_text(self):
        for sent, kept in (("<b>Bold</b> Hill", {"Bold Hill"}), ("Hill & Co", {"Hill & Co", "Hill &amp; Co"}),
                           ("Dark<script>alert(1)</script> Sky", {"Dark Sky"}), ("A<!-- x -->B", {"AB"})):
            place = self.place("cleo", name=sent)
            self.assertIn(self.detail(place)["name"], kept, sent)

    def test_only_the_owner_changes_and_removes(self):
        ada, ben, place = self.person("ada"), self.person("ben"), self.place(name="Mine")
        path = f"/api/locations/{place}/"
        for got in (ben.patch(path, {"name": "Stolen"}), ben.put(path, GOOD), ben.delete(path)):
            self.refused(got, 403)
        self.assertEqual(self.detail(place)["name"], "Mine")
        got = self.told(ada.patch(path, {"name": "Still mine", "elevation": 7}), 200, DETAIL)
        self.assertEqual((got["name"], got["elevation"], got["latitude"]), ("Still mine", 7, 46.05))
        self.refused(ada.put(path, {"name": "Half"}), 400, "latitude", listed=True)
        self.refused(ada.patch(path, {"latitude": 91}), 400, "latitude", listed=True)
        got = self.told(ada.put(path, {**GOOD, "name": "Whole", "latitude": 46.5}), 200, DETAIL)
        self.assertEqual((got["name"], got["latitude"]), ("Whole", 46.5))
        gone = ada.delete(path)
        self.assertEqual((gone.status, gone.body), (204, b""))
        for got in (ada.get(path), ada.delete(path), ada.patch(path, {}), ada.post(path + "toggle_favorite/"),
                    ada.post(path + "toggle-visited/"), ada.post(path + "mark-visited/")):
            self.refused(got, 404)

    def test_the_info_panel(self):
        place = self.place(name="Panel")
        got = self.told(self.site.visitor().get(f"/api/locations/{place}/info_panel/"), 200,
                        dict(id="int", name="Panel", latitude="number", longitude="number", elevation="number",
                             formatted_address="text|null", added_by_id="int", average_rating="number|null", review_count="int"))
        self.assertEqual(got["added_by_id"], self.person("ada").get("/api/users/me/").json["id"])

    def test_hearts(self):
        ben, place = self.person("ben"), self.place(name="Liked")
        heart = f"/api/locations/{place}/toggle_favorite/"
        self.assertEqual(self.told(ben.post(heart), 201).json, {"is_favorited": True})
        self.assertTrue(self.detail(place, ben)["is_favorited"])
        self.assertTrue(ben.get("/api/locations/?search=Liked").json["results"][0]["is_favorited"])
        self.assertFalse(self.detail(place, self.person("cleo"))["is_favorited"])
        mapped = ben.get("/api/locations/map_geojson/?search=Liked").json["features"][0]["properties"]
        self.assertTrue(mapped["is_favorited"])
        self.assertEqual(self.told(ben.post(heart), 200).json, {"is_favorited": False})
        self.assertFalse(self.detail(place, ben)["is_favorited"])

    def test_visits(self):
        ben, place = self.person("ben"), self.place(name="Visited")
        path = f"/api/locations/{place}/"
        got = self.told(ben.post(path + "toggle-visited/"), 200, exactly(is_visited="flag", newly_earned_badges=["object"]))
        self.assertTrue(got["is_visited"])
        self.assertEqual(self.detail(place, ben)["visitor_count"], 2, "whoever made it was there")
        got = self.told(ben.post(path + "toggle-visited/"), 200).json
        self.assertEqual(got, {"is_visited": False, "newly_earned_badges": []})
        before = self.told(ben.post(path + "mark-visited/"), 201, VISIT)["total_visits"]
        got = self.told(ben.post(path + "mark-visited/"), 200, VISIT)
        self.assertEqual((got["total_visits"], got["newly_earned_badges"]), (before, []))
        gone = exactly(detail="filled", total_visits="int")
        self.assertEqual(self.told(ben.delete(path + "unmark-visited/"), 200, gone)["total_visits"], before - 1)
        self.assertEqual(self.told(ben.delete(path + "unmark-visited/"), 200, gone)["total_visits"], before - 1)
        self.assertEqual(self.detail(place, ben)["visitor_count"], 1)

    def test_a_double_click_toggles_twice_and_breaks_nothing(self):
        ben, place = self.person("ben"), self.place(name="Clicked")
        tabs = [ben.again() for _ in range(8)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            got = list(pool.map(lambda tab: tab.post(f"/api/locations/{place}/toggle_favorite/"), tabs))
        self.assertEqual(sorted(each.status for each in got), [200] * 4 + [201] * 4)
        self.assertFalse(self.detail(place, ben)["is_favorited"])


class Favourites(Case):
    people = ("ada", "ben", "cleo", "finn")

    def test_they_are_kept_named_and_let_go(self):
        finn, place = self.person("finn"), self.place(name="A very long name of a very quiet place")
        path = "/api/favorite-locations/"
        got = self.told(finn.post(path, {"location_id": place, "nickname": "Home"}), 201, FAVOURITE)
        self.assertEqual((got["user"], got["nickname"], got["display_name"], got["location"]["id"]), ("finn", "Home", "Home", place))
        own = f"{path}{got['id']}/"
        self.assertEqual(self.told(finn.get(own), 200, FAVOURITE), got)
        self.assertTrue(got["location"]["is_favorited"])
        listed = self.told(finn.get(path), 200, page(FAVOURITE))
        self.assertEqual([each["id"] for each in listed["results"]], [got["id"]])
        changed = self.told(finn.patch(own, {"nickname": None}), 200, FAVOURITE)
        self.assertEqual((changed["nickname"], changed["display_name"]), (None, "A very long name of a ver..."))
        self.refused(finn.patch(own, {"nickname": "x" * 51}), 400, "nickname", listed=True)
        self.refused(finn.put(own, {"nickname": "Half"}), 400, "location_id", listed=True)
        self.assertEqual(self.told(finn.put(own, {"location_id": place, "nickname": "Roof"}), 200, FAVOURITE)["nickname"], "Roof")
        for got in (self.person("ben").get(own), self.person("ben").delete(own), self.person("ben").patch(own, {"nickname": "x"}),
                    finn.get(path + "999999/"), finn.get(path + "x/")):
            self.refused(got, 404)
        self.assertEqual(finn.delete(own).status, 204)
        self.refused(finn.delete(own), 404)
        self.assertEqual(finn.get(path).json["count"], 0)

    def test_one_heart_for_each_place(self):
        ben, place = self.person("ben"), self.place(name="Twice")
        tabs = [ben.again() for _ in range(6)]
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            got = list(pool.map(lambda tab: tab.post("/api/favorite-locations/", {"location_id": place}), tabs))
        self.assertEqual(sorted(each.status for each in got), [201] + [400] * 5)
        for each in got:
            if each.status == 400:
                self.refused(each, 400, "location_id" if "errors" in each.json else None)

    def test_what_is_no_place_is_no_favourite(self):
        cleo = self.person("cleo")
        for wrong in (999999, "abc", 0, -1, None, [1], 1.5, 10 ** 30):
            got = cleo.post("/api/favorite-locations/", {"location_id": wrong})
            self.refused(got, 400, "location_id", listed=True)
        self.refused(cleo.post("/api/favorite-locations/", {}), 400, "location_id", listed=True)
        self.refused(cleo.post("/api/favorite-locations/", {"location_id": self.place(), "nickname": "x" * 51}), 400,
                     "nickname", listed=True)


class Finding(Case):
    people = ("gaia",)
    SPOTS = [("Atacama Dome", -23.0, -67.75, "observatory"), ("Atacama Camp", -23.1, -67.7, "campground"),
             ("Pic Noir", 42.93, 0.14, "observatory"), ("Dateline West", -16.5, 179.9, "viewpoint"),
             ("Dateline East", -16.5, -179.9, "dark_sky_site"), ("North Pole", 89.9, 20.0, "other"),
             ("Over Pole", 89.9, -160.0, "other")]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if "spots" not in cls.site.shelf:
            cls.site.shelf["spots"] = {
                name: cls.site.place("gaia", name="Find " + name, latitude=latitude, longitude=longitude, location_type=type_)
                for name, latitude, longitude, type_ in cls.SPOTS}
        cls.spots = cls.site.shelf["spots"]

    def found(self, query, path="/api/locations/"):
        got = self.told(self.site.visitor().get(f"{path}?search=Find&{query}"), 200, page(LISTED))
        names = {number: name for name, number in self.spots.items()}
        return [names[each["id"]] for each in got["results"]]

    def test_filters(self):
        everything = [name for name, *_ in self.SPOTS][::-1]
        self.assertEqual(self.found(""), everything)
        for query in ("type=castle", "minRating=x", "verified=yes", "maxBortle=x", "near=me", "near=1", "near=91,0",
                      "near=46,14&radius=x", "sort=cheapest", "unknown=1", "near=&radius="):
            self.assertEqual(self.found(query), everything, query)
        self.assertEqual(self.found("type=observatory"), ["Pic Noir", "Atacama Dome"])
        self.assertEqual(self.found("type=observatory,castle,campground"), ["Pic Noir", "Atacama Camp", "Atacama Dome"])
        self.assertEqual(self.found("verified=true"), [])
        self.assertEqual(self.found("minRating=1"), [], "without reviews there is no rating")
        got = self.told(self.site.visitor().get("/api/locations/?search=fInD%20aTaCaMa"), 200)
        self.assertEqual(got.json["count"], 2)
        for nothing in ("%25", "_ind", "F%25d"):
            self.assertEqual(self.site.visitor().get(f"/api/locations/?search={nothing}").json["count"], 0, nothing)

    def test_near(self):
        self.assertEqual(self.found("near=-23,-67.75&radius=50&sort=distance"), ["Atacama Dome", "Atacama Camp"])
        self.assertEqual(self.found("near=-23,-67.75&radius=50&sort=-distance"), ["Atacama Camp", "Atacama Dome"])
        self.assertEqual(self.found("near=-23,-67.75&radius=5&sort=distance"), ["Atacama Dome"])
        self.assertEqual(self.found("near=-16.5,180&radius=25&sort=distance"), ["Dateline West", "Dateline East"])
        self.assertEqual(self.found("near=90,0&radius=10&sort=distance"), ["North Pole", "Over Pole"])
        for odd in ("0", "-5", "12501"):
            self.assertEqual(self.found(f"near=-23,-67.75&radius={odd}&sort=distance"), ["Atacama Dome", "Atacama Camp"], "50 miles")
        everywhere = self.found("near=-23,-67.75&radius=12500&sort=distance")
        self.assertEqual((everywhere[:2], len(everywhere)), (["Atacama Dome", "Atacama Camp"], 7))
        got = self.site.visitor().get("/api/locations/?search=Find&near=-23,-67.75&radius=50&sort=distance").json["results"]
        self.assertEqual(got[0]["distance"], 0)
        self.assertTrue(11 < got[1]["distance"] < 13 and round(got[1]["distance"], 1) == got[1]["distance"], got[1]["distance"])
        self.assertIsNone(self.site.visitor().get("/api/locations/?search=Find").json["results"][0]["distance"])

    def test_sorts(self):
        first = [name for name, *_ in self.SPOTS]
        self.assertEqual(self.found("sort=created_at"), first)
        for by in ("average_rating", "-average_rating", "review_count", "-review_count"):
            self.assertEqual(self.found(f"sort={by}"), first, "no reviews at all: in order of their numbers")

    def test_popular_nearby(self):
        visitor = self.site.visitor()
        got = self.told(visitor.get("/api/locations/popular_nearby/?lat=-23&lng=-67.75&limit=2"), 200, Some([LISTED]))
        self.assertEqual([each["id"] for each in got], [self.spots["Atacama Dome"], self.spots["Atacama Camp"]])
        self.assertEqual(got[0]["distance"], 0)
        self.assertEqual(len(visitor.get("/api/locations/popular_nearby/?lat=-23&lng=-67.75&limit=0").json), 1, "at least one")
        for query in ("", "lat=46", "lat=north&lng=2", "lat=46&lng=14&limit=x", "lat=46&lng=14&radius=1.5", "lat=NaN&lng=1"):
            got = self.told(visitor.get(f"/api/locations/popular_nearby/?{query}"), 400)
            self.assertEqual(set(got.json), {"detail"}, query)

    def test_the_window_of_the_map(self):
        def mapped(query):
            got = self.told(self.site.visitor().get(f"/api/locations/map_geojson/?search=Find&{query}"), 200,
                            {"type": "FeatureCollection", "features": [FEATURE]})
            names = {number: name for name, number in self.spots.items()}
            return {names[each["properties"]["id"]] for each in got["features"]}

        shown = {name for name, *_ in self.SPOTS} - {"North Pole", "Over Pole"}
        self.assertEqual(mapped(""), shown, "nobody draws what is beyond 85 degrees")
        self.assertEqual(mapped("bbox=-70,-30,-60,-20"), {"Atacama Dome", "Atacama Camp"})
        self.assertEqual(mapped("bbox=179,-20,-179,-10"), {"Dateline West", "Dateline East"}, "across the antimeridian")
        self.assertEqual(mapped("type=observatory&bbox=-180,-90,180,90"), {"Atacama Dome", "Pic Noir"})
        for odd in ("1,2,3", "a,b,c,d", "0,50,10,40", "-181,0,10,10", "0,0,10,91"):
            self.assertEqual(mapped(f"bbox={odd}"), shown, odd)
