"""Contract §3.7: profiles, follows, pictures, and accounts that are nobody's."""
import concurrent.futures

from shapes import exactly
from starview_case import Case
from starview_shapes import PRIVATE_USER, PUBLIC_USER, page
from starview_site import png

FOLLOW = exactly(detail="filled", is_following="flag")
DEFAULT = "/static/images/default_profile_pic.jpg"


class People(Case):
    people = ("ada", "ben", "petra", "quinn", "robin", "sol")

    def profile(self, name, who=None):
        return self.told((who or self.site.visitor()).get(f"/api/users/{name}/"), 200, PUBLIC_USER)

    def test_oneself(self):
        petra = self.person("petra")
        me = self.told(petra.get("/api/users/me/"), 200, PRIVATE_USER)
        self.assertEqual((me["username"], me["first_name"], me["profile_picture_url"]), ("petra", "Petra", DEFAULT))
        status = petra.get("/api/auth/status/").json["user"]
        for key in ("id", "username", "email", "first_name", "last_name", "date_joined", "profile_picture_url", "bio",
                    "is_verified", "has_usable_password", "unit_preference", "language_preference"):
            self.assertEqual(status[key], me[key], key)
        got = self.told(petra.get("/api/users/me/social-accounts/"), 200, exactly(social_accounts=["object"], count="int"))
        self.assertEqual(got, {"social_accounts": [], "count": 0})
        self.refused(petra.delete("/api/users/me/disconnect-social/1/"), 404)

    def test_others(self):
        got = self.profile("petra")
        self.assertIsNone(got["is_following"], "a visitor follows nobody")
        self.assertNotIn("@", str(got), "addresses are nobody else's business")
        self.assertIsNone(self.profile("petra", self.person("petra"))["is_following"])
        self.assertFalse(self.profile("petra", self.person("ben"))["is_following"])
        self.assertEqual(self.profile("PETRA")["username"], "petra")
        for nobody in ("nobody-at-all", "me2", "a" * 200, "%E2%98%83"):
            for path in ("", "badges/", "reviews/", "followers/", "following/"):
                self.refused(self.site.visitor().get(f"/api/users/{nobody}/{path}"), 404)

    def test_follows(self):
        quinn, robin, visitor = self.person("quinn"), self.person("robin"), self.site.visitor()
        path = "/api/users/robin/follow/"
        before = self.profile("robin")["stats"]["follower_count"]
        self.assertTrue(self.told(quinn.post(path), 201, FOLLOW)["is_following"])
        self.assertTrue(self.told(quinn.post(path), 200, FOLLOW)["is_following"])
        self.assertEqual(self.profile("robin")["stats"]["follower_count"], before + 1)
        self.assertEqual(self.profile("quinn")["stats"]["following_count"], 1)
        self.assertTrue(self.profile("robin", quinn)["is_following"])
        got = self.told(quinn.get("/api/users/robin/is-following/"), 200, exactly(is_following="flag", username="robin"))
        self.assertTrue(got["is_following"])
        listed = self.told(visitor.get("/api/users/robin/followers/"), 200, page(PUBLIC_USER))
        self.assertEqual(listed["results"][0]["username"], "quinn")
        listed = self.told(visitor.get("/api/users/quinn/following/"), 200, page(PUBLIC_USER))
        self.assertEqual([each["username"] for each in listed["results"]], ["robin"])
        self.refused(robin.post(path), 400)
        self.refused(quinn.post("/api/users/nobody-at-all/follow/"), 404)
        for _ in range(2):
            self.assertFalse(self.told(quinn.delete(path), 200, FOLLOW)["is_following"])
        self.assertEqual(self.profile("robin")["stats"]["follower_count"], before)

    def test_followers_at_once_are_counted_exactly(self):
        fans = self.site.add(*(f"fan{at:02}" for at in range(22)))
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            got = list(pool.map(lambda fan: fan.post("/api/users/sol/follow/").status, fans + [fan.again() for fan in fans]))
        self.assertEqual(sorted(got), [200] * 22 + [201] * 22)
        self.assertEqual(self.profile("sol")["stats"]["follower_count"], 22)
        first = self.told(self.site.visitor().get("/api/users/sol/followers/"), 200, page(PUBLIC_USER))
        self.assertEqual((first["count"], len(first["results"])), (22, 20))
        rest = self.told(self.site.visitor().get(first["next"][len(self.site.origin):]), 200, page(PUBLIC_USER))
        self.assertEqual(len({each["username"] for each in first["results"] + rest["results"]}), 22)
        self.refused(self.site.visitor().get("/api/users/sol/followers/?page=3"), 404)

    def test_the_sites_own_account_is_nobody(self):
        self.site.add("house", "guest")
        self.told(self.person("house").post("/api/users/guest/follow/"), 201)
        self.site.sql("UPDATE account SET system = 1 WHERE handle = 'house'")
        visitor = self.site.visitor()
        for path in ("", "badges/", "reviews/", "followers/", "following/"):
            self.refused(visitor.get(f"/api/users/house/{path}"), 404)
        self.refused(self.person("ben").post("/api/users/house/follow/"), 404)
        self.assertEqual(visitor.get("/api/users/guest/followers/").json["results"], [], "it follows nobody, as others see it")

    def test_what_was_open_to_all_is_not_here(self):
        ben = self.person("ben")
        for verb, path in (("GET", "/api/users/"), ("POST", "/api/users/"), ("PUT", "/api/users/ada/"),
                           ("PATCH", "/api/users/ada/"), ("DELETE", "/api/users/ada/")):
            got = ben.ask(verb, path, {"email": "evil@example.org"} if verb not in ("GET", "DELETE") else None)
            self.assertIn(got.status, (403, 404, 405), path)
            self.assertNotIn(b"@example.org", got.body)
        self.profile("ada")

    def test_pictures(self):
        ada, path = self.person("ada"), "/api/users/me/upload-picture/"
        got = self.told(ada.upload(path, "profile_picture", [("me.png", "image/png", png(600, 600))]), 200,
                        exactly(detail="filled", image_url="url"))
        self.assertEqual(ada.get("/api/users/me/").json["profile_picture_url"], got["image_url"])
        self.assertEqual(self.profile("ada")["profile_picture_url"], got["image_url"])
        shown = self.site.visitor().get(got["image_url"])
        self.assertEqual((shown.status, shown.header("Content-Type").split("/")[0]), (200, "image"))
        bad = [[], [("me.txt", "text/plain", b"hello")], [("me.png", "image/png", b"no picture")],
               [("me.png", "image/png", png(20, 20) + b"\0" * (5 * 1024 * 1024))]]
        for files in bad:
            refused = ada.upload(path, "profile_picture", files)
            self.assertIn(refused.status, (400, 413), repr(refused))
        self.assertIn(ada.post(path).status, (400, 415))
        self.assertEqual(ada.get("/api/users/me/").json["profile_picture_url"], got["image_url"], "nothing has changed")
        gone = self.told(ada.delete("/api/users/me/remove-picture/"), 200, exactly(detail="filled", default_image_url="url"))
        self.assertEqual(gone["default_image_url"], DEFAULT)
        self.assertEqual(self.site.visitor().get(got["image_url"]).status, 404)
