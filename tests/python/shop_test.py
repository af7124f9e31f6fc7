"""The shop as a script sees it."""
import unittest

import asterism
from support import LibraryCase


class Shop(LibraryCase):
    def setUp(self):
        super().setUp()
        self.member("sue")
        self.promote("sue")
        product = self.library.add_product(actor="sue", title="Star Chart", title_url="StarChart", identifier="chart")
        view = self.library.add_sku(actor="sue", product=product["id"], price="14.99", left=3)
        self.sku = view["skus"][0]["id"]

    def test_a_visitor_has_the_secret_of_his_cart(self):
        added = self.library.add_to_cart(sku=self.sku, quantity=2)
        self.assertEqual(len(added["visitor"]), 22)
        cart = self.library.show_cart(visitor=added["visitor"])
        self.assertEqual((cart["totals"]["items"], cart["lines"][0]["quantity"]), ("29.98", 2))
        self.assertFalse(self.library.show_cart()["found"])

    def test_an_account_has_its_own(self):
        self.assertIsNone(self.library.add_to_cart(actor="sue", sku=self.sku, quantity=1)["visitor"])
        self.assertTrue(self.library.show_cart(actor="sue")["found"])

    def test_refusals_are_exceptions(self):
        self.member("eve")
        with self.refused(asterism.Forbidden, "merchants_only"):
            self.library.price_sku(actor="eve", sku=self.sku, price="0.01")
        with self.refused(asterism.Missing, "unknown_sku", "sku"):
            self.library.add_to_cart(sku=999, quantity=1)
        with self.refused(asterism.Conflict, "identifier_taken", "identifier"):
            self.library.add_product(actor="sue", title="Twin", title_url="Twin", identifier="chart")


if __name__ == "__main__":
    unittest.main()
