"""`serve --demo`: a site where every page shows something, the same on both databases."""
import os
import tempfile
import unittest

from mapbox_double import Mapbox
from program import UNLIMITED, Browser, Program, clean_environment, free_port, fresh_postgresql, run

PASSWORD = "Galaxy.Curve7"
CAST = ("vera", "caroline", "tycho", "hypatia", "olive")


class Demo:
    """One filled site, looked at from all sides."""
    database = staticmethod(lambda: "")

    @classmethod
    def setUpClass(cls):
        cls.site = Program("--demo", database=cls.database(), env=UNLIMITED, patience=150).start()
        cls.visitor = Browser(cls.site.port)
        cls.places = cls.all_of("/api/locations/")

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()
        cls.site.home.cleanup()

    @classmethod
    def see(cls, path):
        got = cls.visitor.ask("GET", path)
        assert got.status == 200, (path, got.status, got.body)
        return got.json

    @classmethod
    def all_of(cls, path):
        out, page = [], cls.see(path)
        while True:
            out += page["results"]
            if not page["next"]:
                return out
            page = cls.see(page["next"].split(f":{cls.site.port}")[1])

    def signed_in(self, name):
        browser = Browser(self.site.port)
        got = browser.ask("POST", "/api/auth/login/", {"username": name, "password": PASSWORD})
        self.assertEqual(got.status, 200, got.body)
        return browser

    def test_places_lie_all_over_the_world(self):
        self.assertGreaterEqual(len(self.places), 300)
        self.assertGreaterEqual(len({place["country"] for place in self.places}), 40)
        self.assertTrue(all(place["bortle_class"] for place in self.places))
        self.assertEqual({place["location_type"] for place in self.places},
                         {"dark_sky_site", "observatory", "campground", "viewpoint", "other"})
        self.assertGreater(sum(place["is_verified"] for place in self.places), 60)
        self.assertTrue(all(place["visitor_count"] for place in self.places))

    def test_people_have_names_faces_and_something_to_say(self):
        owners = {place["added_by"]["username"] for place in self.places}
        self.assertGreaterEqual(len(owners | set(CAST)), 24)
        for name in owners:
            profile = self.see(f"/api/users/{name}/")
            for field in ("first_name", "last_name", "bio"):
                self.assertTrue(profile[field], (name, field))
            self.assertNotIn("default", profile["profile_picture_url"])
            face = self.visitor.ask("HEAD", profile["profile_picture_url"])
            self.assertEqual(face.status, 200, name)
        self.assertGreaterEqual(self.see("/api/users/hypatia/")["stats"]["follower_count"], 200)

    def test_it_is_as_if_it_had_been_there_for_years(self):
        years = {place["created_at"][:4] for place in self.places}
        self.assertGreaterEqual(len(years), 3)
        for place in self.places:
            self.assertGreater(place["last_visited"], place["created_at"][:10])
        joined = [self.see(f"/api/users/{name}/")["date_joined"] for name in CAST]
        self.assertLess(min(joined), min(place["created_at"] for place in self.places))

    def test_reviews_are_many_and_judged(self):
        self.assertGreaterEqual(sum(place["review_count"] for place in self.places), 600)
        details = [self.see(f"/api/locations/{place['id']}/") for place in self.places if place["review_count"]]
        reviews = [review for place in details for review in place["reviews"]]
        self.assertGreaterEqual(len(reviews), 600)
        self.assertGreaterEqual(sum(each["upvote_count"] + each["downvote_count"] for each in reviews), 1500)
        self.assertTrue(all(review["comment"] and review["user_full_name"] for review in reviews))
        self.assertTrue(any(review["photos"] for review in reviews))
        self.assertGreater(len({review["comment"] for review in reviews}), 300)
        self.assertGreater(sum(bool(place["review_summary"]) for place in details), 10)
        for place in details:
            stars = [review["rating"] for review in place["reviews"]]
            self.assertAlmostEqual(place["average_rating"], sum(stars) / len(stars))

    def test_reviews_are_talked_about(self):
        vera, comments = self.signed_in("vera"), 0
        for place in sorted(self.places, key=lambda place: -place["review_count"])[:20]:
            for review in self.see(f"/api/locations/{place['id']}/")["reviews"]:
                comments += vera.ask("GET", f"/api/locations/{place['id']}/reviews/{review['id']}/comments/").json["count"]
        self.assertGreater(comments, 50)

    def test_every_badge_is_somebodys(self):
        owners = {place["added_by"]["username"] for place in self.places}
        badges = {name: self.see(f"/api/users/{name}/badges/") for name in owners | set(CAST)}
        earned = {badge["slug"] for shown in badges.values() for badge in shown["earned"]}
        self.assertEqual(len(earned), 27, earned)
        self.assertTrue(badges["vera"]["pinned_badge_ids"])
        self.assertGreater(len({badge["earned_at"][:7] for badge in badges["vera"]["earned"]}), 2)
        found = self.site.run("badge", "recompute", "--dry-run")
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)

    def test_photos_are_large_enough_for_the_first_page(self):
        photos = [photo for place in self.places if place["images"]
                  for photo in self.see(f"/api/locations/{place['id']}/photos/")["results"]]
        self.assertGreaterEqual(sum(photo["width"] >= 1200 for photo in photos), 6)
        self.assertTrue(any(photo["upvote_count"] for photo in photos))
        self.assertTrue(all(photo["caption"] for photo in photos))
        slides = self.see("/api/locations/hero_carousel/")
        self.assertEqual(len(slides), 5)
        for slide in slides:
            self.assertEqual(self.visitor.ask("HEAD", slide["image_url"]).status, 200)
        self.assertTrue(any(place["images"] for place in self.see("/api/locations/")["results"]))

    def test_those_who_are_named_can_sign_in_and_nobody_else(self):
        self.assertIn(PASSWORD, self.site.said())
        for name in CAST:
            self.assertIn(name, self.site.said())
            self.signed_in(name)
        got = self.visitor.ask("POST", "/api/auth/login/", {"username": "milo", "password": PASSWORD})
        self.assertEqual(got.status, 400, got.body)
        vera = self.signed_in("vera")
        liked = vera.ask("GET", "/api/favorite-locations/").json
        self.assertGreater(liked["count"], 0)

    def test_a_full_database_is_left_alone(self):
        self.site.stop()
        try:
            again = run("serve", "--demo", "--listen", f"127.0.0.1:{free_port()}", *self.site.where())
            self.assertEqual(again.returncode, 7, again.stderr)
            self.assertIn("Somebody is in this database already.", again.stderr)
        finally:
            self.site.flags = []
            self.site.start()
        self.assertEqual(self.see("/api/locations/")["count"], len(self.places))


class OnSqlite(Demo, unittest.TestCase):
    pass


class OnPostgresql(Demo, unittest.TestCase):
    database = staticmethod(fresh_postgresql)


class OfItsOwn(Program):
    """In the folder that it makes itself."""

    def where(self):
        return []


class Folder(unittest.TestCase):
    def test_it_goes_with_the_server(self):
        with tempfile.TemporaryDirectory() as home, Mapbox() as mapbox:
            keys = {"ASTERISM_MAPBOX__KEY": "a-key", "ASTERISM_MAPBOX__URL": mapbox.url}
            with OfItsOwn("--demo", env={"TMPDIR": home, **keys}, patience=150) as site:
                folder, = os.listdir(home)
                self.assertEqual(os.stat(os.path.join(home, folder)).st_mode & 0o777, 0o700)
                self.assertGreater(Browser(site.port).ask("GET", "/api/locations/").json["count"], 300)
            self.assertEqual(os.listdir(home), [])
            self.assertEqual(mapbox.asked, [], "nobody pays for places that are made up")

    def test_production_has_no_sample_data(self):
        with tempfile.TemporaryDirectory() as home:
            env = {**clean_environment(), "TMPDIR": home}
            for words in (["--listen", f"0.0.0.0:{free_port()}"],
                          ["--listen", f"127.0.0.1:{free_port()}", "--mode", "production"]):
                got = run("serve", "--demo", *words, env=env)
                self.assertEqual((got.returncode, got.stdout), (3, ""), got.stderr)
                self.assertIn("production", got.stderr)
                self.assertEqual(os.listdir(home), [])


if __name__ == "__main__":
    unittest.main()
