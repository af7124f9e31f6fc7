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

    def page(self, got, status):
        """No endpoint's answer: a page, which scripts of ours may read as any answer."""
        self.assertEqual(got.status, status, repr(got))
        self.assertTrue(got.header("Content-Type").startswith("text/html"), repr(got))

    def says(self, got, key, word, status=200, **more):
        """One word under the endpoint's key, and what else belongs to it; all of /user/."""
        self.assertEqual(got.status, status, repr(got))
        self.assertEqual(got.header("Content-Type"), "application/json", repr(got))
        return self.shaped(got.json, shapes.exactly({"user-api-version": "0.0.1", key: word}, **more), repr(got))

    def stranger(self, got, key):
        self.says(got, key, "user_not_authenticated", endpoint="user_not_authenticated")

    def wrong(self, got, key, word, fields, status=200):
        """What is wrong with a form: the types of each field's errors, or True. Says the answer."""
        body = self.says(got, key, word, status, errors="object")
        told = {}
        for name, errors in body["errors"].items():
            if errors is not True:
                self.shaped(errors, shapes.some(shapes.exactly(type="filled", description="filled")))
                errors = [each["type"] for each in errors]
            told[name] = errors
        self.assertEqual(told, fields, repr(got))
        return body["errors"]

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
