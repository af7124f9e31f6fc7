"""The staff's verbs of the shop, on a folder of their own."""
import json
import tempfile
import unittest

from program import run


class ShopVerbs(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="asterism-shop-")
        self.data = ["--data", self.home.name + "/data"]

    def tearDown(self):
        self.home.cleanup()

    def shop(self, *words, code=0):
        result = run("shop", *words, *self.data)
        self.assertEqual(result.returncode, code, result.stderr)
        return result

    def told(self, *words):
        return json.loads(self.shop(*words, "--json").stdout)

    def clips(self):
        product = str(self.told("product", "add", "--title", "Star Chart", "--title-url", "StarChart",
                                "--identifier", "chart")["id"])
        view = self.told("sku", "add", product, "--price", "14.99", "--color", "Blue", "--left", "10")
        return product, str(view["skus"][-1]["id"])

    def test_a_product_from_its_first_word_to_its_last(self):
        product, sku = self.clips()
        listed = self.shop("product", "list").stdout
        self.assertIn("IDENTIFIER", listed)
        self.assertRegex(listed, r"chart +Star Chart +14\.99")
        self.shop("price", sku, "12.50")
        self.shop("sku", "count", sku, "--left", "80")
        self.shop("sku", "change", sku, "--size", "A2")
        self.shop("picture", "add", product, "/img/chart.jpg", "--main", "--caption", "All of it")
        shown = self.shop("product", "show", "chart").stdout
        for word in ("Star Chart", "SKUS", "12.50", "80", "A2", "PICTURES", "/img/chart.jpg"):
            self.assertIn(word, shown)
        sold = self.told("product", "show", "chart")
        self.shop("picture", "remove", str(sold["pictures"][-1]["id"]))
        self.shop("product", "change", product, "--title", "Chart of Stars")
        self.assertEqual(self.told("product", "show", "chart")["title"], "Chart of Stars")
        self.shop("product", "retire", product)
        self.shop("product", "show", "chart", code=4)

    def test_codes_ways_of_shipping_and_statuses(self):
        made = self.told("discount", "add", "MAY10", "--kind", "percent_off", "--amount", "10.00",
                         "--starts", "2026-05-01T00:00:00Z", "--ends", "2026-06-01T00:00:00Z", "--uses", "5")
        self.shop("discount", "change", str(made["id"]), "--uses", "7")
        code = next(each for each in self.told("discount", "list")["items"] if each["code"] == "MAY10")
        self.assertEqual((code["left"], code["amount"]), (7, "10.00"))
        self.shop("shipping", "add", "Pigeon", "--carrier", "Pigeon Post", "--cost", "2.00")
        self.shop("shipping", "change", "Pigeon", "--active", "false")
        self.assertRegex(self.shop("shipping", "list").stdout, r"Pigeon +Pigeon Post +2\.00 +no")
        self.shop("status", "add", "glued", "--title", "Glued", "--phase", "in_work")
        self.shop("status", "change", "glued", "--retired", "true")
        self.assertRegex(self.shop("status", "list").stdout, r"glued +Glued +in_work +yes")

    def test_what_is_wrong_changes_nothing_and_says_why(self):
        _, sku = self.clips()
        for words, code, why in (
                (("price", sku, "-1"), 2, "price"),
                (("price", sku, "1.005"), 2, "price"),
                (("price", "999", "1.00"), 4, "nothing such"),
                (("price", "clips", "1.00"), 2, "sku"),
                (("sku", "count", sku, "--left", "-3"), 2, "1,000,000,000"),
                (("product", "add", "--title", "Twin", "--title-url", "Twin", "--identifier", "chart"), 7, "already"),
                (("order", "show", "ORD-abc123def4"), 4, "order"),
                (("order", "move", "ORD-abc123def4", "shipped"), 4, "order"),
                (("order", "resend-mail", "ORD-abc123def4"), 4, "order"),
                (("incident", "settle", "1", "--note", "x"), 4, "incident"),
                (("mail-failure", "settle", "1", "--note", "x"), 4, "failure"),
                (("incident", "list", "--limit", "0"), 2, "1 to 200")):
            refused = self.shop(*words, code=code)
            self.assertIn(why, refused.stderr, words)
            self.assertEqual(refused.stdout, "", words)
        self.assertEqual(self.told("product", "show", "chart")["skus"][-1]["price"], "14.99")

    def test_where_there_is_nothing_it_is_said(self):
        for words in (("order", "list"), ("incident", "list"), ("mail-failure", "list"), ("alarm", "list")):
            empty = self.shop(*words)
            self.assertEqual(empty.stdout, "", words)
            self.assertEqual(len(empty.stderr.strip().splitlines()), 1, words)
            self.assertEqual(self.told(*words)["items"], [], words)

    def test_each_deed_is_in_the_log(self):
        self.clips()
        log = run("audit", "list", *self.data).stdout
        for deed in ("product_added", "sku_added"):
            self.assertIn(deed, log)


if __name__ == "__main__":
    unittest.main()
