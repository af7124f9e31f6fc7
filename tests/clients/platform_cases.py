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

    def test_the_head_of_a_place_s_page_tells_of_it(self):
        """§1.8, and defect 2: names are no markup there."""
        ada = self.person("ada")
        place = ada.post("/api/locations/", {"name": "Fog & \"Mist\"", "latitude": 46.05, "longitude": 14.5,
                                             "location_type": "dark_sky_site"}).json
        told = self.site.visitor().get(f"/locations/{place['id']}").body.decode()
        self.assertIn("<title>Fog &amp; &quot;Mist&quot; | Starview</title>", told)
        where = ", ".join(dict.fromkeys(filter(None, (place["administrative_area"], place["country"]))))
        self.assertIn(f'content="Fog &amp; &quot;Mist&quot; - a dark sky site. in {where}. '
                      f'Bortle class {place["bortle_class"]}."', told)
        self.assertIn(f"/locations/{place['id']}\">", told)
        for path, status in ((f"/locations/{place['id']}/photos", 200), ("/locations/999999", 200), ("/locations/x", 404)):
            other = self.site.visitor().get(path)
            self.assertEqual(other.status, status, path)
            self.assertNotIn("Mist", other.body.decode(), path)
