"""Contract §3.3 (photos), §3.4 (review photos), §4.7: pictures of places, and who may do what with them."""
import concurrent.futures
import struct

from shapes import Some, exactly
from starview_case import Case
from starview_shapes import GALLERY, IMAGE, LISTED, PHOTO, REVIEW, page
from starview_site import png

STORED = exactly(detail="filled", photos=Some([exactly(id="photo", image_url="url", thumbnail_url="url")]))
ADDED = exactly(detail="filled", photos=Some([exactly(id="int", image_url="url", order="int")]))
VOTED = exactly(upvote_count="int", user_has_upvoted="flag", photo_id="photo")


def file(width=600, height=600, seed=0, name="sky.png", kind="image/png"):
    return name, kind, png(width, height, seed)


def size_of(jpeg):
    """Width and height, as the first frame header of a JPEG has them."""
    at = 2
    while at < len(jpeg):
        marker, length = jpeg[at + 1], struct.unpack(">H", jpeg[at + 2:at + 4])[0]
        if 0xC0 <= marker <= 0xC2:
            height, width = struct.unpack(">HH", jpeg[at + 5:at + 9])
            return width, height
        at += 2 + length
    raise AssertionError("no JPEG")


class Photos(Case):
    people = ("ada", "pia", "pim", "pol")

    def setUp(self):
        self.spot = self.place("ada", name="Pictured")
        self.path = f"/api/locations/{self.spot}/photos/"

    def send(self, name="pia", files=None, status=201):
        return self.told(self.person(name).upload(self.path, "images", files or [file()]), status)

    def gallery(self, query="", who=None):
        got = self.told((who or self.site.visitor()).get(f"{self.path}?{query}"), 200, GALLERY)
        for each in got["results"]:
            self.assertEqual(set(each) - {"review_id"}, set(PHOTO), each)
            self.assertEqual("review_id" in each, each["type"] == "review")
        return got

    def review_with(self, name, *files):
        review = self.told(self.person(name).post(f"/api/locations/{self.spot}/reviews/", {"rating": 4}), 201).json["id"]
        path = f"/api/locations/{self.spot}/reviews/{review}/"
        return path, self.told(self.person(name).upload(path + "add_photos/", "images", list(files)), 201, ADDED)

    def test_a_picture_in_its_sizes(self):
        got = self.shaped(self.send(files=[file(2400, 1200)]).json, STORED)["photos"][0]
        visitor = self.site.visitor()
        for url, size in ((got["image_url"], (1920, 960)), (got["thumbnail_url"], (720, 360))):
            shown = visitor.get(url)
            self.assertEqual((shown.status, shown.header("Content-Type")), (200, "image/jpeg"), url)
            self.assertEqual(size_of(shown.body), size)
        shown = self.gallery()["results"][0]
        self.assertEqual((shown["id"], shown["type"], shown["width"], shown["height"], shown["caption"], shown["upvote_count"]),
                         (got["id"], "location", 1920, 960, "", 0))
        self.shaped(shown["uploaded_by"], exactly(username="pia", display_name="Pia Lovelace", profile_picture_url="url",
                                                  is_system_account="flag"))
        small = self.shaped(self.send(files=[file(500, 500)]).json, STORED)["photos"][0]
        self.assertEqual(size_of(visitor.get(small["image_url"]).body), (500, 500), "never enlarged")

    def test_they_show_wherever_the_place_does(self):
        photo = self.send().json["photos"][0]["id"]
        listed = self.told(self.site.visitor().get("/api/locations/?search=Pictured"), 200, page(LISTED))["results"][0]
        image = self.shaped(listed["images"][0], IMAGE)
        self.assertEqual((listed["id"], image["id"]), (self.spot, photo))
        self.shaped(image["uploaded_by"], exactly(username="pia", display_name="filled", profile_picture="url", is_system_account="flag"))
        spots = self.site.visitor().get("/api/locations/map_geojson/?search=Pictured").json["features"]
        images = next(each["properties"]["images"] for each in spots if each["properties"]["id"] == self.spot)
        self.assertEqual(images[0]["id"], photo.removeprefix("loc_"))
        self.assertNotEqual(images[0]["thumbnail"], images[0]["full"])
        self.person("pia").delete(f"{self.path}{photo}/")
        listed = self.site.visitor().get("/api/locations/?search=Pictured").json["results"][0]
        self.assertEqual(listed["images"], [])

    def test_what_is_refused_stores_nothing(self):
        pia = self.person("pia")
        big = png(500, 500) + b"\0" * (5 * 1024 * 1024)
        bad = [[], [file(at + 500, 500) for at in range(6)], [file(499, 900)], [file(900, 499)], [file(), ("a.txt", "text/plain", b"hi")],
               [file(), ("a.png", "image/png", b"\x89PNG\r\n\x1a\nnothing")], [("a.png", "text/html", png(600, 600))],
               [("a.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")], [("a.exe", "image/png", png(600, 600))],
               [("big.png", "image/png", big)]]
        for files in bad:
            got = pia.upload(self.path, "images", files)
            self.assertIn(got.status, (400, 413), f"{[each[:2] for each in files]}: {got!r}")
            self.assertNotIn(b"vips", got.body)
        self.assertIn(pia.post(self.path).status, (400, 415))
        self.assertEqual(self.gallery()["total_count"], 0)
        self.refused(pia.upload("/api/locations/999999/photos/", "images", [file()]), 404)
        self.refused(self.site.visitor().upload(self.path, "images", [file()]), 401)
        self.assertEqual(len(self.send(files=[file(seed=at) for at in range(5)]).json["photos"]), 5)

    def test_the_gallery_in_three_orders(self):
        pia, pim = self.person("pia"), self.person("pim")
        for at in range(4):
            self.send(files=[file(seed=at)])
        path, _ = self.review_with("pim", file(seed=7), file(seed=8))
        self.send("pim", [file(seed=9)])
        newest = [each["id"] for each in self.gallery()["results"]]
        self.assertEqual(len(newest), 7)
        created = [each["created_at"] for each in self.gallery()["results"]]
        self.assertEqual(created, sorted(created, reverse=True))
        for who, photo in ((pim, newest[6]), (self.person("pol"), newest[6]), (self.person("pol"), newest[4])):
            self.told(who.post(f"{self.path}{photo}/vote/"), 200, VOTED)
        voted = [each["id"] for each in self.gallery("sort=most_upvoted")["results"]]
        rest = [each for each in newest if each not in (newest[6], newest[4])]
        self.assertEqual(voted, [newest[6], newest[4]] + rest)
        oldest = [each["id"] for each in self.gallery("sort=oldest")["results"]]
        self.assertEqual(set(oldest), set(newest))
        for sort, whole in (("newest", newest), ("oldest", oldest), ("most_upvoted", voted)):
            seen, cursor = [], ""
            for _ in range(9):
                got = self.gallery(f"sort={sort}&limit=2{cursor}")
                self.assertEqual(got["total_count"], 7)
                seen += [each["id"] for each in got["results"]]
                self.assertEqual(got["has_more"], got["next_cursor"] is not None)
                if not got["has_more"]:
                    break
                cursor = f"&cursor={got['next_cursor']}"
            self.assertEqual(seen, whole, sort)
        mine = self.gallery("mine=true", pim)
        self.assertEqual((mine["total_count"], len(mine["results"])), (3, 3))
        self.assertEqual(self.gallery("mine=true")["total_count"], 7, "a visitor has none of his own")
        self.assertEqual({each["type"] for each in mine["results"]}, {"location", "review"})
        for query, count in (("limit=x", 7), ("limit=0", 1), ("limit=-3", 1), ("limit=99", 7), ("cursor=nonsense", 7),
                             ("sort=prettiest", 7), ("cursor=!!", 7)):
            self.assertEqual(len(self.gallery(query)["results"]), count, query)
        self.refused(pia.get("/api/locations/999999/photos/"), 404)

    def test_votes(self):
        photo = self.send().json["photos"][0]["id"]
        path = f"{self.path}{photo}/vote/"
        got = self.told(self.person("pim").post(path), 200, VOTED)
        self.assertEqual(got, {"upvote_count": 1, "user_has_upvoted": True, "photo_id": photo})
        self.assertEqual(self.told(self.person("pol").post(path), 200).json["upvote_count"], 2)
        self.assertTrue(self.gallery("", self.person("pim"))["results"][0]["user_has_upvoted"])
        self.assertEqual(self.told(self.person("pim").post(path), 200).json,
                         {"upvote_count": 1, "user_has_upvoted": False, "photo_id": photo})
        self.refused(self.person("pia").post(path), 400)
        elsewhere = self.place("ada", name="Elsewhere")
        for wrong in (f"/api/locations/{elsewhere}/photos/{photo}/vote/", f"{self.path}loc_999999/vote/", f"{self.path}rev_999999/vote/",
                      f"{self.path}7/vote/", f"{self.path}loc_x/vote/"):
            self.assertEqual(self.person("pim").post(wrong).status, 404, wrong)
        self.told(self.person("pim").post(f"{self.path}cat_1/vote/"), 400, {"detail": "filled"})
        self.refused(self.site.visitor().post(path), 401)

    def test_only_who_sent_it_takes_it_away(self):
        got = self.send().json["photos"][0]
        path = f"{self.path}{got['id']}/"
        self.refused(self.person("pim").delete(path), 403)
        self.refused(self.site.visitor().delete(path), 401)
        self.told(self.person("pia").delete(path), 200, exactly(detail="filled"))
        self.refused(self.person("pia").delete(path), 404)
        for url in (got["image_url"], got["thumbnail_url"]):
            self.assertEqual(self.site.visitor().get(url).status, 404)

    def test_photos_of_a_review(self):
        path, got = self.review_with("pim", file(seed=1), file(seed=2))
        self.assertEqual(len({each["order"] for each in got["photos"]}), 2, "numbered one after the other")
        shown = self.shaped(self.person("pia").get(path).json, REVIEW)["photos"]
        self.assertEqual([each["id"] for each in shown], [each["id"] for each in got["photos"]])
        for wrong in ([], [file(400, 400)], [file(seed=at) for at in range(4)]):
            self.refused(self.person("pim").upload(path + "add_photos/", "images", wrong), 400)
        self.refused(self.person("pia").upload(path + "add_photos/", "images", [file()]), 403)
        self.told(self.person("pim").upload(path + "add_photos/", "review_images", [file(seed=at) for at in range(3)]), 201, ADDED)
        self.refused(self.person("pim").upload(path + "add_photos/", "images", [file()]), 400)
        first = got["photos"][0]["id"]
        self.refused(self.person("pia").delete(f"{path}photos/{first}/"), 403)
        self.told(self.person("pim").delete(f"{path}photos/{first}/"), 200, exactly(detail="filled"))
        self.refused(self.person("pim").delete(f"{path}photos/{first}/"), 404)
        self.assertEqual(len(self.person("pia").get(path).json["photos"]), 4)
        self.assertEqual(self.gallery()["total_count"], 4)
        self.assertEqual(self.person("pim").delete(path).status, 204)
        self.assertEqual(self.gallery()["total_count"], 0, "they go with the review")

    def test_of_ten_uploads_at_once_five_are_kept(self):
        review = self.told(self.person("pim").post(f"/api/locations/{self.spot}/reviews/", {"rating": 4}), 201).json["id"]
        path = f"/api/locations/{self.spot}/reviews/{review}/"
        tabs = [self.person("pim").again() for _ in range(10)]
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            got = list(pool.map(lambda tab: tab.upload(path + "add_photos/", "images", [file(500, 500)]).status, tabs))
        self.assertEqual(sorted(got), [201] * 5 + [400] * 5)
        photos = self.person("pim").get(path).json["photos"]
        self.assertEqual((len(photos), len({each["order"] for each in photos})), (5, 5))


class Carousel(Case):
    people = ("ada", "pia")

    def test_wide_photos_are_on_the_first_page(self):
        spot = self.place("ada", name="Wide")
        self.told(self.person("pia").upload(f"/api/locations/{spot}/photos/", "images", [file(1300, 650)]), 201)
        shape = Some([exactly(id="int", name="filled", image_url="url")])
        first = self.told(self.site.visitor().get("/api/locations/hero_carousel/"), 200, shape)
        again = self.told(self.site.visitor().get("/api/locations/hero_carousel/"), 200, shape)
        self.assertEqual(first, again, "the same for everybody, all day")
        self.assertLessEqual(len(first), 5)
        for each in first:
            self.assertEqual(self.site.visitor().get(each["image_url"]).status, 200)
