"""Contract §3.4, §3.5, §4.6 and §11.5: reviews, their votes, comments and reports."""
import concurrent.futures

from shapes import exactly
from starview_case import Case
from starview_shapes import COMMENT, DETAIL, REVIEW, page

VOTED = exactly(detail="filled", upvotes="int", downvotes="int", vote_count="int", user_vote="up|down|null")
DONE = exactly(detail="filled")


class Reviews(Case):
    people = ("ada", "rea", "reb", "rec", "red")

    def setUp(self):
        self.spot, self.owner = self.place("ada", name="Reviewed"), self.person("ada")
        self.path = f"/api/locations/{self.spot}/reviews/"

    def write(self, name, rating=4, comment="Dark and quiet", status=201):
        return self.told(self.person(name).post(self.path, {"rating": rating, "comment": comment}), status).json

    def test_only_people_see_this_part(self):
        number = self.write("rea")["id"]
        for verb, path in (("GET", ""), ("POST", ""), ("GET", f"{number}/"), ("DELETE", f"{number}/"), ("POST", f"{number}/vote/"),
                           ("GET", f"{number}/comments/"), ("POST", f"{number}/report/"), ("POST", f"{number}/add_photos/")):
            self.refused(self.site.visitor().ask(verb, self.path + path), 401)

    def test_a_review(self):
        rea = self.person("rea")
        before = rea.get("/api/users/rea/").json["stats"]["review_count"]
        got = self.told(rea.post(self.path, {"rating": "4", "comment": "Dark <b>and</b> quiet"}), 201, REVIEW)
        self.assertEqual((got["location"], got["user"], got["user_full_name"], got["rating"], got["is_edited"], got["user_vote"]),
                         (self.spot, "rea", "Rea Lovelace", 4, False, None))
        self.assertEqual(got["comment"], "Dark <b>and</b> quiet")
        self.assertEqual(self.told(rea.get(f"{self.path}{got['id']}/"), 200, REVIEW), got)
        listed = self.told(rea.get(self.path), 200, page(REVIEW))
        self.assertEqual([each["id"] for each in listed["results"]], [got["id"]])
        detail = self.told(self.site.visitor().get(f"/api/locations/{self.spot}/"), 200, DETAIL)
        self.assertEqual((detail["review_count"], detail["average_rating"], [each["id"] for each in detail["reviews"]]),
                         (1, 4, [got["id"]]))
        self.assertTrue(self.detail(self.spot, rea)["is_visited"], "whoever reviews it has been there")
        self.assertEqual(rea.get("/api/users/rea/").json["stats"]["review_count"], before + 1)
        own = self.told(self.site.visitor().get("/api/users/rea/reviews/?page=1"), 200, page(REVIEW))
        self.assertEqual(own["results"][0]["id"], got["id"])

    def test_ratings_are_counted_as_they_come_and_go(self):
        numbers = [self.write(name, rating)["id"] for name, rating in (("rea", 5), ("reb", 4), ("rec", 2))]
        listed = self.site.visitor().get("/api/locations/?search=Reviewed").json["results"][0]
        self.assertEqual((listed["id"], listed["review_count"]), (self.spot, 3))
        self.assertAlmostEqual(listed["average_rating"], 11 / 3, places=9, msg="not rounded in the list")
        spots = self.site.visitor().get("/api/locations/map_geojson/?search=Reviewed").json["features"]
        spot = next(each["properties"] for each in spots if each["properties"]["id"] == self.spot)
        self.assertAlmostEqual(spot["average_rating"], 11 / 3, places=1)
        self.assertEqual(spot["review_count"], 3)
        newest = [each["id"] for each in self.detail(self.spot)["reviews"]]
        self.assertEqual(newest, numbers[::-1])
        self.told(self.person("rec").patch(f"{self.path}{numbers[2]}/", {"rating": 3}), 200, REVIEW)
        self.assertEqual(self.detail(self.spot)["average_rating"], 4)
        gone = self.person("rec").delete(f"{self.path}{numbers[2]}/")
        self.assertEqual((gone.status, gone.body), (204, b""))
        got = self.detail(self.spot)
        self.assertEqual((got["review_count"], got["average_rating"]), (2, 4.5))
        self.assertTrue(self.detail(self.spot, self.person("rec"))["is_visited"], "the visit stays")

    def test_best_rated_first_and_those_without_last(self):
        high, low, none = (self.place(name=f"Rated {word}") for word in ("high", "low", "none"))
        for place, rating in ((high, 5), (low, 1)):
            self.told(self.person("rea").post(f"/api/locations/{place}/reviews/", {"rating": rating}), 201)
        def found(query):
            return [each["id"] for each in self.site.visitor().get(f"/api/locations/?search=Rated&{query}").json["results"]]
        self.assertEqual(found("sort=-average_rating"), [high, low, none])
        self.assertEqual(found("sort=average_rating")[:2], [low, high])
        self.assertEqual(found("sort=-review_count"), [high, low, none])
        self.assertEqual(found("minRating=4"), [high])
        self.assertEqual(found("minRating=5.5"), [])

    def test_who_may_not_write_one(self):
        self.refused(self.owner.post(self.path, {"rating": 5}), 400)
        self.write("rea")
        self.refused(self.person("rea").post(self.path, {"rating": 5}), 400)
        self.refused(self.person("rea").post("/api/locations/999999/reviews/", {"rating": 5}), 404)
        self.assertEqual(self.detail(self.spot)["review_count"], 1)

    def test_forms_that_are_not_right(self):
        red = self.person("red")
        for body, field in (({}, "rating"), ({"rating": 0}, "rating"), ({"rating": 6}, "rating"), ({"rating": 4.5}, "rating"),
                            ({"rating": "good"}, "rating"), ({"rating": None}, "rating"), ({"rating": True}, "rating"),
                            ({"rating": 4, "comment": "x" * 1001}, "comment"), ({"rating": 4, "comment": {"a": 1}}, "comment")):
            self.refused(red.post(self.path, body), 400, field, listed=True)
        self.assertEqual(self.detail(self.spot)["review_count"], 0)
        self.write("red", comment="x" * 1000)

    def test_text_is_cleaned(self):
        got = self.write("rea", comment='<p onclick="x()">Go <script>alert(1)</script><a href="x">there</a> & <i>look</i></p>')
        self.assertEqual(got["comment"], "<p>Go there &amp; <i>look</i></p>")

    def test_whose_it_is(self):
        number = self.write("rea")["id"]
        path, other = f"{self.path}{number}/", self.place("reb", name="Elsewhere")
        for got in (self.person("reb").patch(path, {"rating": 1}), self.person("reb").put(path, {"rating": 1}),
                    self.person("reb").delete(path), self.owner.delete(path)):
            self.refused(got, 403)
        self.refused(self.person("rea").put(path, {"comment": "no stars"}), 400, "rating", listed=True)
        for wrong in (f"/api/locations/{other}/reviews/{number}/", f"{self.path}999999/", f"{self.path}one/"):
            self.refused(self.person("rea").get(wrong), 404)
            self.refused(self.person("rea").delete(wrong), 404)
        got = self.told(self.person("rea").put(path, {"rating": 2, "comment": "Cloudy"}), 200, REVIEW)
        self.assertEqual((got["rating"], got["comment"]), (2, "Cloudy"))

    def test_votes(self):
        path = f"{self.path}{self.write('rea')['id']}/vote/"
        table = [("reb", "up", (1, 0, 1, "up")), ("rec", "down", (1, 1, 0, "down")), ("rec", "up", (2, 0, 2, "up")),
                 ("rec", "up", (1, 0, 1, None)), ("rec", "down", (1, 1, 0, "down")), ("reb", "up", (0, 1, -1, None))]
        for name, vote, (up, down, sum_, own) in table:
            got = self.told(self.person(name).post(path, {"vote_type": vote}), 200, VOTED)
            self.assertEqual((got["upvotes"], got["downvotes"], got["vote_count"], got["user_vote"]), (up, down, sum_, own), (name, vote))
        shown = self.detail(self.spot, self.person("rec"))["reviews"][0]
        self.assertEqual((shown["upvote_count"], shown["downvote_count"], shown["vote_count"], shown["user_vote"]), (0, 1, -1, "down"))
        self.refused(self.person("rea").post(path, {"vote_type": "up"}), 400)
        for wrong in ({}, {"vote_type": "sideways"}, {"vote_type": None}, {"vote_type": ["up"]}):
            self.assertEqual(self.person("reb").post(path, wrong).status, 400, wrong)
        self.refused(self.person("reb").post(f"{self.path}999999/vote/", {"vote_type": "up"}), 404)

    def test_helpful_votes_are_on_the_profile(self):
        before = self.site.visitor().get("/api/users/red/").json["stats"]["helpful_votes_received"]
        path = f"{self.path}{self.write('red')['id']}/vote/"
        self.told(self.person("rea").post(path, {"vote_type": "up"}), 200)
        self.told(self.person("reb").post(path, {"vote_type": "down"}), 200)
        after = self.site.visitor().get("/api/users/red/").json["stats"]
        self.assertEqual(after["helpful_votes_received"], before + 1)

    def test_comments(self):
        review = self.write("rea")["id"]
        path = f"{self.path}{review}/comments/"
        got = self.told(self.person("reb").post(path, {"content": "So <em>true</em><script>x</script>"}), 201, COMMENT)
        self.assertEqual((got["review"], got["user"]["username"], got["content"], got["is_edited"]),
                         (review, "reb", "So <em>true</em>", False))
        own = f"{path}{got['id']}/"
        second = self.told(self.person("rea").post(path, {"content": "x" * 500}), 201, COMMENT)
        listed = self.told(self.person("rec").get(path), 200, page(COMMENT))
        self.assertEqual([each["id"] for each in listed["results"]], [got["id"], second["id"]], "the oldest first")
        for wrong in ({}, {"content": ""}, {"content": "   "}, {"content": "x" * 501}, {"content": None}):
            self.refused(self.person("reb").post(path, wrong), 400, "content", listed=True)
        self.assertEqual(self.told(self.person("reb").patch(own, {"content": "Still"}), 200, COMMENT)["content"], "Still")
        for refused in (self.person("rea").patch(own, {"content": "no"}), self.person("rea").delete(own)):
            self.refused(refused, 403)
        voted = self.told(self.person("rec").post(own + "vote/", {"vote_type": "up"}), 200, VOTED)
        self.assertEqual((voted["upvotes"], voted["user_vote"]), (1, "up"))
        self.refused(self.person("reb").post(own + "vote/", {"vote_type": "up"}), 400)
        elsewhere = self.place("reb", name="Elsewhere")
        for wrong in (f"/api/locations/{elsewhere}/reviews/{review}/comments/", f"{self.path}999999/comments/"):
            self.refused(self.person("rec").get(wrong), 404)
            self.refused(self.person("rec").post(wrong, {"content": "Hm"}), 404)
        self.refused(self.person("reb").get(path + "999999/"), 404)
        self.assertEqual(self.person("reb").delete(own).status, 204)
        self.assertEqual(self.person("rec").get(path).json["count"], 1)

    def test_pages_of_comments(self):
        path = f"{self.path}{self.write('rea')['id']}/comments/"
        for at in range(12):
            self.told(self.person("rec" if at % 2 else "reb").post(path, {"content": f"No. {at}"}), 201)
        first = self.told(self.person("red").get(path), 200, page(COMMENT))
        self.assertEqual((first["count"], [each["content"] for each in first["results"]]), (12, [f"No. {at}" for at in range(10)]))
        rest = self.told(self.person("red").get(first["next"][len(self.site.origin):]), 200, page(COMMENT))
        self.assertEqual([each["content"] for each in rest["results"]], ["No. 10", "No. 11"])
        self.refused(self.person("red").get(path + "?page=3"), 404)

    def test_reports(self):
        review = f"{self.path}{self.write('rea')['id']}/"
        comment = self.told(self.person("rea").post(review + "comments/", {"content": "Mine"}), 201).json["id"]
        self.told(self.person("red").post(f"/api/locations/{self.spot}/report/", {"report_type": "INACCURATE", "description": "Moved"}), 201, DONE)
        self.assertEqual(self.detail(self.spot)["times_reported"], 1)
        self.told(self.person("red").post(review + "report/"), 201, DONE)
        self.told(self.person("red").post(f"{review}comments/{comment}/report/", {"report_type": "SPAM"}), 201, DONE)
        for path in (f"/api/locations/{self.spot}/report/", review + "report/", f"{review}comments/{comment}/report/"):
            self.refused(self.person("red").post(path, {"report_type": "SPAM"}), 400)
        self.assertEqual(self.detail(self.spot)["times_reported"], 1)
        self.refused(self.owner.post(f"/api/locations/{self.spot}/report/", {}), 400)
        self.refused(self.person("rea").post(review + "report/", {}), 400)
        self.refused(self.person("reb").post(review + "report/", {"report_type": "BORING"}), 400, "report_type", listed=True)
        self.refused(self.person("reb").post("/api/locations/999999/report/", {}), 404)

    def test_the_summary(self):
        rea, path = self.person("rea"), f"/api/locations/{self.spot}/summary-feedback/"
        for helpful, word in ((True, "yes"), (False, "no")):
            self.assertEqual(self.told(rea.post(path, {"is_helpful": helpful}), 200).json, {"is_helpful": helpful})
            self.assertEqual(self.detail(self.spot, rea)["user_summary_feedback"], word)
        for wrong in ({}, {"is_helpful": "yes"}, {"is_helpful": 1}, {"is_helpful": None}):
            self.told(rea.post(path, wrong), 400, exactly(detail="filled"))
        self.refused(rea.post("/api/locations/999999/summary-feedback/", {"is_helpful": True}), 404)
        got = self.detail(self.spot)
        self.assertEqual((got["review_summary"], got["user_summary_feedback"]), (None, None))


class VotesAtOnce(Case):
    def test_a_hundred_votes_by_fifty_people_add_up(self):
        owner, author = self.site.add("rea", "reb")
        people = self.site.add(*(f"voter{at:02}" for at in range(50)))
        spot = self.place("rea", name="Contested")
        review = self.told(author.post(f"/api/locations/{spot}/reviews/", {"rating": 3}), 201).json["id"]
        path = f"/api/locations/{spot}/reviews/{review}/vote/"
        # Everybody presses twice, in two tabs: the first forty up and down, the last ten up and up.
        presses = [(each.again(), vote) for at, each in enumerate(people) for vote in ("up", "down" if at < 40 else "up")]
        with concurrent.futures.ThreadPoolExecutor(20) as pool:
            got = list(pool.map(lambda press: press[0].post(path, {"vote_type": press[1]}).status, presses))
        self.assertEqual(set(got), {200})
        shown = self.told(owner.get(f"/api/locations/{spot}/reviews/{review}/"), 200, REVIEW)
        self.assertEqual(shown["upvote_count"] + shown["downvote_count"], 40, "ten have taken theirs back")
        own = [each.get(f"/api/locations/{spot}/reviews/{review}/").json["user_vote"] for each in people]
        self.assertEqual((own.count("up"), own.count("down")), (shown["upvote_count"], shown["downvote_count"]))
        self.assertEqual(shown["vote_count"], shown["upvote_count"] - shown["downvote_count"])
        self.assertEqual(own[40:], [None] * 10)

    def test_one_of_many_reviews_by_one_person_is_kept(self):
        spot, rec = self.place("rea", name="Once"), self.person("rec")
        tabs = [rec.again() for _ in range(10)]
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            got = list(pool.map(lambda tab: tab.post(f"/api/locations/{spot}/reviews/", {"rating": 3}).status, tabs))
        self.assertEqual(sorted(got), [201] + [400] * 9)
        self.assertEqual(self.detail(spot)["review_count"], 1)
