"""Contract §3.8, §4.8, §11.4 and §11.6: badges as they are earned, lost, shown and pinned."""
from program import until
from shapes import Some, exactly
from starview_case import Case
from starview_shapes import COLLECTION, EARNED
from starview_site import png

CATALOGUE = [  # id, slug, name, tier, rare, criteria value
    (1, "first-light", "First Light", 1, False, 1), (2, "explorer", "Explorer", 2, False, 5),
    (3, "pathfinder", "Pathfinder", 3, False, 10), (4, "stargazer", "Stargazer", 4, False, 25),
    (5, "celestial-navigator", "Celestial Navigator", 5, False, 50), (6, "cosmic-voyager", "Cosmic Voyager", 5, True, 100),
    (7, "scout", "Scout", 1, False, 1), (8, "discoverer", "Discoverer", 2, False, 5),
    (9, "trailblazer", "Trailblazer", 3, False, 10), (10, "location-legend", "Location Legend", 4, False, 25),
    (11, "reviewer", "Reviewer", 1, False, 5), (12, "helpful-voice", "Helpful Voice", 2, False, 10),
    (13, "expert-reviewer", "Expert Reviewer", 3, False, 25), (14, "trusted-critic", "Trusted Critic", 4, False, 50),
    (15, "review-master", "Review Master", 5, False, 100), (16, "conversationalist", "Conversationalist", 1, False, 10),
    (17, "connector", "Connector", 2, False, 10), (18, "influencer", "Influencer", 3, False, 50),
    (19, "community-leader", "Community Leader", 4, False, 100), (20, "photographer", "Photographer", 1, True, 25),
    (21, "quality-contributor", "Quality Contributor", 1, False, 3), (22, "trusted-source", "Trusted Source", 2, False, 6),
    (23, "stellar-curator", "Stellar Curator", 3, False, 12), (24, "elite-curator", "Elite Curator", 4, False, 24),
    (25, "pioneer", "Pioneer", 1, True, 100), (26, "ambassador", "Ambassador", 5, False, 200),
    (27, "mission-ready", "Mission Ready", 1, False, 3)]
MISSION_READY = 27


class Badges(Case):
    people = ("ada", "bea", "bob", "cal", "dan", "eli", "flo")

    def collection(self, name):
        return self.told(self.person(name).get("/api/users/me/badges/collection/"), 200, COLLECTION)

    def slugs(self, name):
        return {each["slug"] for each in self.collection(name)["earned"]}

    def has(self, name, slug):
        until(lambda: slug in self.slugs(name), f"{name} earns {slug}")

    def loses(self, name, slug):
        until(lambda: slug not in self.slugs(name), f"{name} loses {slug}")

    def test_the_whole_catalogue_is_told(self):
        got = self.collection("bob")
        everything = got["earned"] + got["in_progress"] + got["locked"]
        told = {(each["badge_id"], each["slug"], each["name"], each["tier"], each["is_rare"]) for each in everything}
        self.assertEqual(told, {row[:5] for row in CATALOGUE})
        self.assertEqual(len(everything), 27)
        values = {each["badge_id"]: each["criteria_value"] for each in got["in_progress"] + got["locked"]}
        for number, *_, value in CATALOGUE:
            if number in values and number != MISSION_READY:
                self.assertEqual(values[number], value, number)
        for each in everything:
            self.assertEqual(each["icon_path"], f"/badges/{each['slug']}.png")

    def test_a_first_place_earns_two(self):
        self.assertFalse({"scout", "first-light"} & self.slugs("bea"))
        place = self.place("bea", name="Badge Hill")
        for slug in ("scout", "first-light"):
            self.has("bea", slug)
        got = self.told(self.site.visitor().get("/api/users/bea/badges/"), 200,
                        exactly(earned=Some([EARNED]), pinned_badge_ids=["int"]))
        self.assertTrue({"scout", "first-light"} <= {each["slug"] for each in got["earned"]})
        self.assertEqual(self.person("bea").delete(f"/api/locations/{place}/").status, 204)
        for slug in ("scout", "first-light"):
            self.loses("bea", slug)

    def test_a_first_visit_is_told_at_once(self):
        place = self.place(name="Badge Ridge")
        path = f"/api/locations/{place}/"
        got = self.told(self.person("cal").post(path + "toggle-visited/"), 200, exactly(
            is_visited="flag", newly_earned_badges=Some([exactly(id="int", name="filled", icon_path="url")])))
        self.assertEqual(got["newly_earned_badges"], [{"id": 1, "name": "First Light", "icon_path": "/badges/first-light.png"}])
        got = self.told(self.person("cal").post(path + "toggle-visited/"), 200).json
        self.assertEqual(got, {"is_visited": False, "newly_earned_badges": []})
        self.loses("cal", "first-light")
        got = self.told(self.person("cal").post(path + "mark-visited/"), 201, exactly(
            detail="filled", total_visits="int", newly_earned_badges=Some([exactly(
                badge_id="int", name="filled", slug="filled", description="filled", icon_path="url")])))
        self.assertEqual([each["slug"] for each in got["newly_earned_badges"]], ["first-light"])
        got = self.told(self.person("cal").post(path + "mark-visited/"), 200).json
        self.assertEqual(got["newly_earned_badges"], [])

    def test_progress(self):
        spots = [self.place("ada", name=f"Badge Stop {at}") for at in range(5)]
        for at, spot in enumerate(spots):
            self.told(self.person("dan").post(f"/api/locations/{spot}/mark-visited/"), 201)
            if at == 2:
                until(lambda: [each for each in self.collection("dan")["in_progress"] if each["slug"] == "explorer"
                               and each["current_progress"] == 3], "three of five")
                got = next(each for each in self.collection("dan")["in_progress"] if each["slug"] == "explorer")
                self.assertEqual((got["criteria_value"], got["percentage"]), (5, 60))
                self.assertIn("pathfinder", {each["slug"] for each in self.collection("dan")["locked"]})
        self.has("dan", "explorer")

    def test_mission_ready_comes_and_goes_with_the_profile(self):
        eli = self.person("eli")
        self.told(eli.patch("/api/users/me/update-bio/", {"bio": "Looks up"}), 200)
        until(lambda: [each for each in self.collection("eli")["in_progress"] if each["slug"] == "mission-ready"], "half of it")
        half = next(each for each in self.collection("eli")["in_progress"] if each["slug"] == "mission-ready")
        self.assertEqual((half["current_progress"], half["criteria_value"], half["percentage"]), (1, 2, 50))
        self.told(eli.upload("/api/users/me/upload-picture/", "profile_picture", [("me.png", "image/png", png(600, 600))]), 200)
        self.has("eli", "mission-ready")
        self.told(eli.delete("/api/users/me/remove-picture/"), 200)
        self.loses("eli", "mission-ready")

    def test_pioneers_are_the_first_hundred(self):
        self.has("ada", "pioneer")

    def test_followers_make_a_connector(self):
        fans = self.site.add(*(f"fan{at:02}" for at in range(10)))
        for fan in fans:
            self.told(fan.post("/api/users/flo/follow/"), 201)
        self.has("flo", "connector")
        self.told(fans[0].delete("/api/users/flo/follow/"), 200)
        self.loses("flo", "connector")

    def test_pins(self):
        self.place("bob", name="Badge Peak")
        for slug in ("scout", "first-light", "pioneer"):
            self.has("bob", slug)
        bob, path = self.person("bob"), "/api/users/me/badges/pin/"
        got = self.told(bob.patch(path, {"pinned_badge_ids": [7, 1]}), 200, exactly(
            detail="filled", pinned_badge_ids=["int"],
            pinned_badges=Some([exactly(badge_id="int", name="filled", slug="filled", icon_path="url")])))
        self.assertEqual((got["pinned_badge_ids"], [each["slug"] for each in got["pinned_badges"]]), ([7, 1], ["scout", "first-light"]))
        for where in ("/api/users/bob/", "/api/users/bob/badges/", "/api/users/me/", "/api/users/me/badges/collection/"):
            self.assertEqual(bob.get(where).json["pinned_badge_ids"], [7, 1], where)
        for wrong in ([1, 7, 25, 2], [2], [999], "1", 7, {"a": 1}, ["one"], [None], [1.5], [[1]]):
            self.refused(bob.patch(path, {"pinned_badge_ids": wrong}), 400)
        for body in ("[]", "7", '"x"'):
            self.refused(bob.ask("PATCH", path, body, Content_Type="application/json"), 400)
        self.assertEqual(bob.get("/api/users/me/").json["pinned_badge_ids"], [7, 1], "nothing has changed")
        self.refused(self.site.visitor().patch(path, {"pinned_badge_ids": []}), 401)
        self.assertEqual(self.told(bob.patch(path, {}), 200).json["pinned_badge_ids"], [], "without a list it is empty")
