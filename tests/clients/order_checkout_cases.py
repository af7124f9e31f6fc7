"""Going to pay, coming back, and orders (contract §4.4-4.6), key by key."""
from startupwebapp_case import Case
from startupwebapp_shapes import (METHOD, ORDER, ORDER_LINE, OWN_ORDER, STATUS, TOTALS, answer, counted)
from program import until
from shapes import exactly

LOOKUP = "/order/anonymous-email-address-payment-lookup"
LOOKUP_KEY = "anonymous_email_address_payment_lookup"


class Confirming(Case):
    def test_pages(self):
        eve = self.add(self.site.visitor(), self.site.clip, 2)
        self.told(eve.get("/order/checkout-allowed"), answer(checkout_allowed="flag"))
        both = dict(checkout_allowed="flag", cart_found="flag")
        self.told(eve.get("/order/confirm-items"), answer(item_data="object", **both))
        self.told(eve.get("/order/confirm-shipping-method"), answer(confirm_shipping_method=exactly(), **both))
        eve.get("/order/cart-shipping-methods")
        self.told(eve.get("/order/confirm-shipping-method"), answer(confirm_shipping_method=METHOD, **both))
        got = self.told(eve.get("/order/confirm-totals"), answer(confirm_totals_data=TOTALS, **both))
        self.assertEqual(got["confirm_totals_data"]["cart_total"], "16.56")
        self.told(eve.get("/order/confirm-discount-codes"), answer(discount_code_data=exactly(), **both))
        self.told(eve.get("/order/change-confirmation-email-address"),
                  answer(checkout_allowed="flag", change_confirmation_email_address="success"))

    def test_address(self):
        name = self.site.member().name
        eve = self.site.visitor()
        self.told(eve.post(LOOKUP, anonymous_email_address="new@example.org"), answer(
            checkout_allowed="flag", stripe_publishable_key="text", customer_data="null", **{LOOKUP_KEY: "success"}))
        body = self.failed(eve.post(LOOKUP, anonymous_email_address=f"{name}@example.org"), LOOKUP_KEY,
                           "email-address-is-associated-with-member", checkout_allowed="flag")
        self.assertIn("/login?next=checkout/confirm", body["errors"]["description"])
        for none in ("", "<b>nobody"):
            body = self.failed(eve.post(LOOKUP, anonymous_email_address=none), LOOKUP_KEY,
                               "anonymous-email-address-required", checkout_allowed="flag")
            self.assertNotIn("nobody", body["errors"]["description"])

    def test_no_counter_for_nothing(self):
        eve = self.site.visitor()
        where, key = "/order/create-checkout-session", "create_checkout_session"
        self.failed(eve.post(where), key, "cart-not-found")
        self.add(eve, self.site.clip, 0)
        self.failed(eve.post(where), key, "cart-is-empty")
        self.add(eve, self.site.right)
        body = self.failed(eve.post(where), key, "unexpected-error")
        self.assertTrue(body["errors"]["description"])


class Paying(Case):
    def test_a_guest(self):
        eve = self.add(self.site.visitor(), self.site.clip, 3)
        said = self.told(eve.post("/order/create-checkout-session", agree_to_terms_of_sale="true", newsletter="false",
                                  save_defaults="false", anonymous_email_address="eve@example.org"),
                         answer(create_checkout_session="success", session_id="filled", checkout_url="absolute"))
        back = self.site.pay(said["checkout_url"])
        self.assertTrue(back.startswith(self.site.page + "/checkout/success?session_id="), back)
        where = "/order/checkout-session-success"
        done = self.told(eve.get(where, session_id=said["session_id"]),
                         answer(checkout_session_success="success", order_identifier="filled"))
        self.assertRegex(done["order_identifier"], r"^ORD-[a-z0-9]{10}$")
        self.assertEqual(eve.get(where, session_id=said["session_id"]).json, done)
        self.assertEqual(self.counted_pieces(eve), {})
        self.failed(self.site.visitor().get(where, session_id=said["session_id"]), "checkout_session_success",
                    "invalid-session")

    def test_unpaid(self):
        eve = self.add(self.site.visitor(), self.site.clip)
        said = eve.post("/order/create-checkout-session").json
        where, key = "/order/checkout-session-success", "checkout_session_success"
        self.failed(eve.get(where, session_id=said["session_id"]), key, "payment-not-completed")
        self.failed(eve.get(where), key, "session-id-required")
        self.failed(eve.get(where, session_id="cs_test_nonsense"), key, "invalid-session")
        self.assertEqual(self.counted_pieces(eve), {self.site.clip: 1})

    def test_told_by_the_call_alone(self):
        """Who pays and closes the window has bought all the same."""
        ada = self.add(self.site.member(), self.site.clip)
        said = ada.post("/order/create-checkout-session").json
        self.site.pay(said["checkout_url"])
        until(lambda: ada.get("/order/my-orders").json["orders_data"], "the call made the order")

    def test_forged_calls(self):
        eve = self.site.visitor()
        for headers, word in (({}, "invalid-signature"), ({"Stripe-Signature": "t=1,v1=00"}, "invalid-signature")):
            got = eve.ask("POST", "/order/stripe-webhook", b"{}", {"Content-Type": "application/json", **headers})
            self.assertEqual((got.status, got.json), (400, {"error": word}))
        got = eve.get("/order/stripe-webhook")
        self.assertEqual((got.status, got.json), (405, {"error": "method-not-allowed"}))


class Orders(Case):
    def test_a_guest_sees_his(self):
        eve = self.add(self.site.visitor(), self.site.clip, 3)
        eve.post("/order/cart-apply-discount-code", discount_code_id="WELCOME10")
        order = self.buy(eve)
        page = self.told(eve.get(f"/order/{order}"), answer(order_detail="success", order_data=ORDER))["order_data"]
        counted(self, page["order_items"]["product_sku_data"], exactly(ORDER_LINE))
        counted(self, page["order_statuses"], STATUS)
        self.assertEqual(page["order_totals"]["order_total"], "19.01")
        self.assertEqual(page["order_shipping_address"]["city"], "Springfield")
        self.assertEqual(page["order_payment_info"]["email"], "eve@example.org")
        self.failed(self.site.visitor().get(f"/order/{order}"), "order_detail", "order-not-found",
                    order_identifier=order)
        self.failed(self.site.member().get(f"/order/{order}"), "order_detail", "order-not-in-account",
                    order_identifier=order)

    def test_the_mail_leads_to_the_page(self):
        """And the page shows the order, in any browser."""
        address = f"{self.site.name()}@example.org"
        eve = self.add(self.site.visitor(), self.site.clip)
        said = eve.post("/order/create-checkout-session", anonymous_email_address=address).json
        self.site.pay(said["checkout_url"], email=address)
        order = eve.get("/order/checkout-session-success", session_id=said["session_id"]).json["order_identifier"]
        name = self.site.mailed(address, f"{self.site.page}/account/order?identifier=")
        page = self.told(self.site.visitor().get(f"/order/{name}"), answer(order_detail="success", order_data=ORDER))
        self.assertEqual(page["order_data"]["order_attributes"]["identifier"], order)
        self.site.mailed(address, f"terms of sale: {self.site.page}")
        known = eve.post("/user/pythonabot-notify-me", email_address=address, how_excited="5")
        self.assertEqual(known.json["pythonabot_notify_me"], "duplicate_prospect", "who ordered is known")

    def test_a_member_sees_his(self):
        ada = self.add(self.site.member(), self.site.clip)
        order = self.buy(ada)
        self.told(ada.get(f"/order/{order}"), answer(order_detail="success", order_data=ORDER))
        own = self.told(ada.get("/order/my-orders"), answer(my_orders="success", orders_data="object"))["orders_data"]
        self.assertEqual([each["identifier"] for each in counted(self, own, OWN_ORDER, first=1)], [order])
        eve = self.site.visitor()
        self.failed(eve.get(f"/order/{order}"), "order_detail", "log-in-required-to-view-order",
                    order_identifier=order)
        self.assertEqual(eve.get("/order/my-orders").json["my_orders"], "user_not_authenticated")

    def test_statuses(self):
        eve = self.add(self.site.visitor(), self.site.clip)
        order = self.buy(eve)
        self.site.call("move_order", order=order, status="packing")
        page = eve.get(f"/order/{order}").json["order_data"]
        newest = [each["identifier"] for each in counted(self, page["order_statuses"], STATUS)]
        self.assertEqual(newest, ["packing", "accepted"])
