"""Contract §3.9: figures of the whole site, and what search engines read."""
import re
import xml.etree.ElementTree

from shapes import exactly
from starview_case import Case

FIGURE = exactly(count="int", formatted="filled")


class Platform(Case):
    people = ("ada",)

    def test_figures(self):
        got = self.told(self.site.visitor().get("/api/stats/"), 200, exactly(locations=FIGURE, reviews=FIGURE, stargazers=FIGURE))
        for each in got.values():
            self.assertEqual(each["formatted"], str(each["count"]), "below a thousand: the number itself")
        self.assertGreater(got["stargazers"]["count"], 0)
        self.assertEqual(got["locations"]["count"], self.site.visitor().get("/api/locations/").json["count"])

    def test_health(self):
        got = self.told(self.site.visitor().get("/health/"), 200, {
            "status": "healthy", "timestamp": "offset", "checks": {"database": "ok", "cache": "ok|disabled", "celery": "ok|disabled"}})
        self.assertNotIn("errors", got)

    def test_what_search_engines_read(self):
        visitor = self.site.visitor()
        tree = xml.etree.ElementTree.fromstring(visitor.get("/sitemap.xml").body)
        self.assertTrue(len(tree))
        robots = visitor.get("/robots.txt")
        self.assertTrue(robots.header("Content-Type").startswith("text/plain"))
        self.assertEqual(re.findall(r"(?m)^Disallow: (.*)$", robots.body.decode()), ["/"], "no production site: nothing")
        self.assertTrue(visitor.get("/llms.txt").header("Content-Type").startswith("text/plain"))
