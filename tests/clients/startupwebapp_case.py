"""What all of StartupWebApp's tests say in the same words."""
import unittest

import shapes


class Case(unittest.TestCase):
    """The site is the class's: one for each database and each place of the pages."""

    site = None

    def shaped(self, value, shape, what=""):
        return shapes.check(self, value, shape, what)

    def told(self, got, shape):
        """Answered 200, and so."""
        self.assertEqual(got.status, 200, repr(got))
        self.assertEqual(got.header("Content-Type"), "application/json", repr(got))
        return self.shaped(got.json, shape, repr(got))

    def failed(self, got, key, code, **more):
        """In the contract's form: under a key of its own, and one word for why."""
        body = self.told(got, shapes.exactly({"order-api-version": "0.0.1", key: "error", "errors": "object", **more}))
        self.assertEqual(body["errors"].get("error"), code, body)
        return body

    def counted_pieces(self, browser):
        data = browser.get("/order/cart-items").json["item_data"]
        return {line["sku_id"]: line["quantity"] for line in data.get("product_sku_data", {}).values()}

    def add(self, browser, sku, quantity=1):
        got = browser.post("/order/cart-add-product-sku", sku_id=sku, quantity=quantity)
        self.assertEqual(got.json.get("cart_add_product_sku"), "success", repr(got))
        return browser

    def buy(self, browser):
        """What is in the cart; the order's identifier."""
        said = browser.post("/order/create-checkout-session", agree_to_terms_of_sale="true", newsletter="false",
                            save_defaults="false", anonymous_email_address="eve@example.org")
        self.assertEqual(said.json.get("create_checkout_session"), "success", repr(said))
        back = self.site.pay(said.json["checkout_url"])
        session = back.partition("session_id=")[2]
        done = browser.get("/order/checkout-session-success", session_id=session)
        self.assertEqual(done.json.get("checkout_session_success"), "success", repr(done))
        return done.json["order_identifier"]
