"""Each page of StartupWebApp's client: the calls that it makes, in its order, and the keys that it reads."""
from startupwebapp_case import Case


class Page:
    """Follows a page's script: what it asks for has to be there, however deep."""

    def __init__(self, case, browser):
        self.case, self.browser = case, browser

    def reads(self, got, *paths):
        """The values of paths like "product_data.title"; a star stands for every key."""
        self.case.assertEqual(got.status, 200, repr(got))
        out = [self.find(got.json, path.split("."), path) for path in paths]
        return out[0] if len(out) == 1 else out

    def find(self, value, steps, path):
        for at, step in enumerate(steps):
            if step == "*":
                self.case.assertTrue(value, f"{path}: nothing there")
                return [self.find(each, steps[at + 1:], path) for each in value.values()]
            self.case.assertIn(step, value, path)
            value = value[step]
        return value

    def begin(self):
        """Section 5: who is there, and the token."""
        got = self.browser.get("/user/logged-in")
        self.reads(got, "logged_in", "log_client_events", "client_event_id", "cart_item_count")
        self.browser.get("/user/token")
        self.case.assertTrue(self.browser.cookie("csrftoken"), "the page's script sees no token")
        return got.json


class Walk(Case):
    def page(self, browser):
        page = Page(self, browser)
        page.begin()
        return page

    def test_products_and_product(self):
        page = self.page(self.site.visitor())
        page.reads(page.browser.get("/order/products"),
                   *("products_data.*." + key for key in ("title", "title_url", "identifier", "headline",
                                                          "product_image_url", "price_low", "price_high")))
        got = page.browser.get("/order/product/bSusp6dBHm")
        page.reads(got, *("product_data." + key for key in ("title", "headline", "description_part_1",
                                                            "description_part_2")),
                   *("product_data.skus.*." + key for key in (
                       "price", "color", "size", "description", "inventory_status_identifier",
                       "inventory_status_title", "inventory_status_description", "sku_images")),
                   *("product_data.product_images.*." + key for key in ("image_url", "main", "caption")),
                   *("product_data.product_videos.*." + key for key in ("video_url", "video_thumbnail_url",
                                                                        "caption")))
        first = min(got.json["product_data"]["skus"], key=int)
        self.assertEqual(int(first), self.site.clip)
        added = page.browser.post("/order/cart-add-product-sku", sku_id=first, quantity=1)
        page.reads(added, "cart_add_product_sku", "cart_item_count")
        self.assertEqual(self.page(page.browser).begin()["cart_item_count"], 1)

    def test_cart(self):
        page = self.page(self.add(self.site.visitor(), self.site.clip, 2))
        self.add(page.browser, self.site.band)
        page.reads(page.browser.get("/order/cart-items"), "cart_found",
                   *("item_data.product_sku_data.*." + key for key in (
                       "sku_id", "color", "size", "description", "parent_product__title",
                       "parent_product__title_url", "parent_product__identifier", "price", "quantity",
                       "sku_image_url", "sku_inventory__title", "sku_inventory__identifier")))
        page.reads(page.browser.get("/order/cart-shipping-methods"), "shipping_method_selected",
                   *("cart_shipping_methods.*." + key for key in ("identifier", "carrier", "shipping_cost")))
        totals = ["cart_totals_data." + key for key in ("item_subtotal", "shipping_subtotal", "cart_total")]
        older = ["cart_totals_data.item_discount", "cart_totals_data.shipping_discount"]
        self.assertEqual(page.reads(page.browser.get("/order/cart-totals"), *totals, *older)[2], "31.55")
        got = page.browser.post("/order/cart-update-sku-quantity", sku_id=self.site.clip, quantity=3)
        page.reads(got, "cart_update_sku_quantity", "sku_id", "sku_subtotal", *totals, *older)
        got = page.browser.post("/order/cart-update-shipping-method", shipping_method_identifier="UPSGround")
        page.reads(got, "cart_update_shipping_method", *totals, *older)
        got = page.browser.post("/order/cart-apply-discount-code", discount_code_id="WELCOME10")
        page.reads(got, "cart_apply_discount_code", *totals, *older,
                   *("discount_code_data.*." + key for key in ("code", "description", "discount_amount",
                                                               "discount_code_id", "discount_applied",
                                                               "combinable")))
        got = page.browser.post("/order/cart-remove-sku", sku_id=self.site.clip, quantity=2)
        page.reads(got, "cart_remove_sku", "sku_id", "cart_item_count", "cart_shipping_methods.*.carrier",
                   "shipping_method_selected", "cart_found", *totals)
        page.reads(page.browser.post("/order/cart-delete-cart"), "cart_delete_cart")

    def confirm(self, page):
        self.assertIs(page.reads(page.browser.get("/order/checkout-allowed"), "checkout_allowed"), True)
        page.reads(page.browser.get("/order/confirm-items"), "cart_found", "item_data.product_sku_data.*.price")
        page.reads(page.browser.get("/order/confirm-shipping-method"), "confirm_shipping_method.carrier",
                   "confirm_shipping_method.shipping_cost")
        page.reads(page.browser.get("/order/confirm-totals"),
                   *("confirm_totals_data." + key for key in ("item_subtotal", "shipping_subtotal", "cart_total")))
        page.reads(page.browser.get("/order/confirm-discount-codes"), "discount_code_data")

    def success_and_order(self, page, said):
        back = self.site.pay(said.json["checkout_url"])
        self.assertTrue(back.startswith(self.site.page), back)
        then = self.page(page.browser)
        session = back.partition("session_id=")[2]
        word, order = then.reads(then.browser.get("/order/checkout-session-success", session_id=session),
                                 "checkout_session_success", "order_identifier")
        self.assertEqual(word, "success")
        self.assertRegex(order, r"^[A-Za-z0-9-]+$")  # pages cut it out of the address without decoding
        last = self.page(page.browser)
        address = ("name", "address_line1", "city", "state", "zip", "country")
        last.reads(last.browser.get(f"/order/{order}"), "order_detail", "order_data.order_attributes.identifier",
                   *("order_data." + key for key in (
                       "order_statuses.*.title", "order_statuses.*.description",
                       "order_statuses.*.created_date_time", "order_items.product_sku_data.*.quantity",
                       "order_shipping_method.carrier", "order_shipping_method.shipping_cost",
                       "order_totals.item_subtotal", "order_totals.shipping_subtotal", "order_totals.order_total",
                       *(f"order_shipping_address.{each}" for each in address),
                       *(f"order_billing_address.{each}" for each in address),
                       *(f"order_payment_info.{each}" for each in (
                           "email", "payment_type", "card_brand", "card_last4", "card_exp_month",
                           "card_exp_year")))))

    def test_checkout_as_a_guest(self):
        page = self.page(self.add(self.site.visitor(), self.site.clip, 2))
        page.browser.get("/order/cart-shipping-methods")
        self.confirm(page)
        got = page.browser.post("/order/anonymous-email-address-payment-lookup",
                                anonymous_email_address="eve@example.org")
        page.reads(got, "anonymous_email_address_payment_lookup")
        page.browser.get("/order/change-confirmation-email-address")
        said = page.browser.post("/order/create-checkout-session", agree_to_terms_of_sale="true", newsletter="false",
                                 save_defaults="false", anonymous_email_address="eve@example.org")
        page.reads(said, "create_checkout_session", "checkout_url")
        self.success_and_order(page, said)

    def test_checkout_as_a_member(self):
        page = self.page(self.add(self.site.visitor(), self.site.clip, 2))
        self.site.member(page.browser)
        page = self.page(page.browser)
        page.browser.get("/order/cart-shipping-methods")
        self.confirm(page)
        said = page.browser.post("/order/create-checkout-session", agree_to_terms_of_sale="true", newsletter="false",
                                 save_defaults="false")
        self.success_and_order(page, said)

    def test_account(self):
        page = self.page(self.add(self.site.member(), self.site.clip))
        order = self.buy(page.browser)
        got = page.browser.get("/user/account-content")
        page.reads(got, "account_content.authenticated",
                   *("account_content.personal_data." + key for key in (
                       "username", "first_name", "last_name", "newsletter_subscriber", "email_unsubscribed",
                       "joined_date_time", "last_login_date_time", "terms_of_use_agreed_date_time")),
                   *("account_content.email_data." + key for key in (
                       "email_address", "email_verified", "verification_request_sent_within_24_hours")),
                   *("account_content.orders_data.*." + key for key in (
                       "order_id", "identifier", "order_date_time", "order_total")))
        self.assertEqual(got.json["account_content"]["orders_data"]["1"]["identifier"], order)

    def test_a_token_that_has_changed(self):
        """A form that is told 403 fetches the token and asks once more."""
        browser = self.add(self.site.visitor(), self.site.clip)
        browser.jar.pop("csrftoken")
        self.assertEqual(browser.post("/order/cart-delete-cart").status, 403)
        browser.get("/user/token")
        self.assertEqual(browser.post("/order/cart-delete-cart").json["cart_delete_cart"], "success")
