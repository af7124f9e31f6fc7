"""What holds for every endpoint of the surface (contract §2.1-2.5), methods and header fields before all."""
import http.client

from startupwebapp_case import Case
from startupwebapp_shapes import answer

READS = {"/user/token": "token", "/user/logged-in": "logged_in", "/user/account-content": "account_content",
         "/order/products": "products_data", "/order/product/bSusp6dBHm": "product", "/order/cart-items": "item_data",
         "/order/cart-shipping-methods": "cart_shipping_methods", "/order/cart-totals": "cart_totals_data",
         "/order/cart-discount-codes": "discount_code_data", "/order/cart-contents": "cart_item_count",
         "/order/checkout-allowed": "checkout_allowed", "/order/confirm-items": "item_data",
         "/order/confirm-shipping-method": "confirm_shipping_method", "/order/confirm-totals": "confirm_totals_data",
         "/order/confirm-discount-codes": "discount_code_data", "/order/my-orders": "my_orders",
         "/order/change-confirmation-email-address": "change_confirmation_email_address",
         "/order/checkout-session-success": "checkout_session_success", "/order/ORD-abc123def4": "order_detail"}
FORMS = {"cart-add-product-sku": "sku-id-required", "add-item-to-cart": "sku-id-required",
         "cart-update-sku-quantity": "sku-id-required", "cart-remove-sku": "sku-id-required",
         "cart-update-shipping-method": "shipping-method-identifier-required",
         "cart-apply-discount-code": "discount-code-required", "cart-remove-discount-code": "discount-code-required",
         "anonymous-email-address-payment-lookup": "anonymous-email-address-required"}
AREAS = ("user", "order", "clientevent")


class Surface(Case):
    def plain(self, verb, path, **headers):
        line = http.client.HTTPConnection("127.0.0.1", self.site.program.port, timeout=20)
        line.request(verb, path, headers={"Host": f"{self.site.api}:{self.site.program.port}",
                                          **{name.replace("_", "-"): value for name, value in headers.items()}})
        got = line.getresponse()
        got.text = got.read()
        line.close()
        return got

    def test_what_reads_answers_a_post_too(self):
        eve = self.site.visitor()
        for path, key in READS.items():
            got, posted = eve.get(path), eve.post(path)
            self.assertEqual((got.status, posted.status), (200, 200), path)
            self.assertIn(key, got.json, path)
            self.assertEqual(posted.json, got.json, path)
            self.page(eve.post(path, csrf=False), 403)

    def test_what_takes_a_form_sees_none_in_a_get(self):
        eve = self.site.visitor()
        for path, code in FORMS.items():
            got = eve.get(f"/order/{path}", sku_id=self.site.clip, quantity=1, discount_code_id="WELCOME10",
                          shipping_method_identifier="UPSGround", anonymous_email_address="a@example.org")
            self.assertEqual((got.status, got.json["errors"].get("error")), (200, code), repr(got))
        self.failed(eve.get("/order/create-checkout-session"), "create_checkout_session", "cart-not-found")
        self.assertEqual(self.counted_pieces(self.add(eve, self.site.clip)), {self.site.clip: 1})
        self.page(eve.get("/order/cart-delete-cart"), 405)
        self.assertEqual(self.counted_pieces(eve), {self.site.clip: 1})

    def test_fronts_and_what_is_not_there(self):
        eve = self.site.visitor()
        for area in AREAS:
            for front in (eve.get(f"/{area}/"), eve.post(f"/{area}/")):
                self.page(front, 200)
                self.assertIn(b"0.0.1", front.body)
                self.assertEqual(front.header("Cache-Control"),
                                 "max-age=0, no-cache, no-store, must-revalidate, private")
            got = eve.get(f"/{area}")
            self.assertEqual((got.status, got.header("Location")), (301, f"/{area}/"))
            self.page(eve.get(f"/{area}/there/is/none"), 404)
        for path in ("/user/nothing", "/user/token/", "/order/products/", "/clientevent/pageview/", "/clientevent/x"):
            self.page(eve.get(path), 404)

    def test_preflights(self):
        for path in ("/user/login", "/order/cart-items", "/clientevent/pageview", "/user/there/is/none"):
            got = self.plain("OPTIONS", path, Origin=self.site.page, Access_Control_Request_Method="POST")
            self.assertEqual((got.status, got.text), (200, b""), path)
            self.assertEqual({name: got.getheader("Access-Control-" + name) for name in (
                "Allow-Origin", "Allow-Credentials", "Allow-Headers", "Allow-Methods", "Max-Age")}, {
                    "Allow-Origin": self.site.page, "Allow-Credentials": "true",
                    "Allow-Headers": "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with",
                    "Allow-Methods": "DELETE, GET, OPTIONS, PATCH, POST, PUT", "Max-Age": "86400"})
        for origin in ("https://evil.example", "null", self.site.page + ".evil.example"):
            got = self.plain("OPTIONS", "/user/login", Origin=origin, Access_Control_Request_Method="POST")
            self.assertEqual(got.status, 200)
            self.assertFalse([name for name, _ in got.getheaders() if name.lower().startswith("access-control-")])
            got = self.plain("GET", "/user/logged-in", Origin=origin)
            self.assertEqual((got.status, got.getheader("Access-Control-Allow-Origin")), (200, None))

    def test_header_fields(self):
        eve = self.site.visitor()
        for got in (eve.get("/user/logged-in"), eve.get("/order/products"), eve.get("/user/none"), eve.get("/user/"),
                    eve.post("/user/login", csrf=False), eve.get("/clientevent/pageview")):
            self.assertEqual((got.header("X-Frame-Options"), got.header("X-Content-Type-Options"),
                              got.header("Referrer-Policy"), got.header("Cross-Origin-Opener-Policy")),
                             ("DENY", "nosniff", "same-origin", "same-origin"), repr(got.headers))
            self.assertIn("origin", got.header("Vary").lower())
            self.assertIn("cookie", got.header("Vary").lower())

    def test_foreign_pages_do_nothing_by_a_get(self):
        ada = self.add(self.site.member(), self.site.clip)
        for path in ("/user/logout", "/user/verify-email-address", "/order/create-checkout-session"):
            cookies = "; ".join(f"{kept.name}={kept.value}" for kept in ada.jar.values())
            got = self.plain("GET", path, Origin="https://evil.example", Cookie=cookies)
            self.assertEqual(got.status, 403, path)
        self.assertIs(ada.get("/user/logged-in").json["logged_in"], True)

    def test_the_key_of_who_takes_the_money(self):
        got = self.site.visitor().post("/order/anonymous-email-address-payment-lookup",
                                       anonymous_email_address="new@example.org")
        self.told(got, answer(anonymous_email_address_payment_lookup="success", checkout_allowed="flag",
                              stripe_publishable_key="pk_test_of_the_shop", customer_data="null"))
