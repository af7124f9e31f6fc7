"""Products and carts (contract §4.1-4.3), key by key."""
from shapes import exactly
from startupwebapp_case import Case
from startupwebapp_shapes import (CARD, CODE, IMAGE, LINE, METHOD, PRODUCT, SKU, TOTALS, VIDEO, answer, counted,
                                  numbered)


class Catalogue(Case):
    def test_products(self):
        got = self.site.visitor().get("/order/products")
        cards = self.told(got, answer(products_data="object"))["products_data"]
        self.assertEqual(list(cards), ["bSusp6dBHm", "v26ujdy3N1"])
        for card in cards.values():
            self.shaped(card, CARD)
        self.assertEqual(cards["bSusp6dBHm"]["price_low"], "3.50")

    def test_product(self):
        got = self.site.visitor().get("/order/product/bSusp6dBHm")
        page = self.told(got, answer(product="success", product_identifier="bSusp6dBHm", product_data=PRODUCT))
        data = page["product_data"]
        numbered(self, data["product_images"], IMAGE)
        numbered(self, data["product_videos"], VIDEO)
        skus = numbered(self, data["skus"], SKU)
        self.assertEqual(skus[str(self.site.clip)]["inventory_status_identifier"], "in-stock")
        self.assertEqual(skus[str(self.site.right)]["inventory_status_identifier"], "back-ordered")
        for sku in skus.values():
            numbered(self, sku["sku_images"], IMAGE)

    def test_unknown_product(self):
        got = self.site.visitor().get("/order/product/AAAAAAAAAA")
        self.failed(got, "product", "product-identifier-not-found", product_identifier="AAAAAAAAAA")


class Reading(Case):
    def test_without_a_cart(self):
        eve = self.site.visitor()
        self.told(eve.get("/order/cart-items"), answer(cart_found="flag", item_data=exactly()))
        self.assertIs(eve.get("/order/cart-items").json["cart_found"], False)
        totals = self.told(eve.get("/order/cart-totals"), answer(cart_found="flag", cart_totals_data=TOTALS))
        self.assertEqual(set(totals["cart_totals_data"].values()), {"0.00"})
        self.told(eve.get("/order/cart-shipping-methods"),
                  answer(cart_found="flag", cart_shipping_methods="object", shipping_method_selected="null"))
        self.told(eve.get("/order/cart-discount-codes"), answer(cart_found="flag", discount_code_data=exactly()))

    def test_with_one(self):
        eve = self.add(self.add(self.site.visitor(), self.site.clip, 2), self.site.band)
        items = self.told(eve.get("/order/cart-items"), answer(cart_found="flag", item_data="object"))
        self.assertIs(items["cart_found"], True)
        lines = counted(self, items["item_data"]["product_sku_data"], LINE)
        self.assertEqual([line["quantity"] for line in lines], [2, 1])
        methods = self.told(eve.get("/order/cart-shipping-methods"), answer(
            cart_found="flag", cart_shipping_methods="object", shipping_method_selected="USPSRetailGround"))
        costs = [float(each["shipping_cost"]) for each in counted(self, methods["cart_shipping_methods"], METHOD)]
        self.assertEqual(costs, [13.65, 11.34, 10.85, 9.56])
        totals = self.told(eve.get("/order/cart-totals"), answer(cart_found="flag", cart_totals_data=TOTALS))
        self.assertEqual(totals["cart_totals_data"]["cart_total"], "31.55")
        eve.post("/order/cart-apply-discount-code", discount_code_id="WELCOME10")
        codes = self.told(eve.get("/order/cart-discount-codes"), answer(cart_found="flag", discount_code_data="object"))
        numbered(self, codes["discount_code_data"], CODE)
        whole = self.told(eve.get("/order/cart-contents"), answer(
            cart_found="flag", item_data="object", cart_totals_data=TOTALS, discount_code_data="object",
            cart_item_count="int", shipping_method_selected="USPSRetailGround"))
        self.assertEqual(whole["cart_item_count"], 2)
        self.assertEqual(whole["cart_totals_data"]["item_discount"], "2.20")

    def test_the_cookie_is_proved(self):
        eve = self.add(self.site.visitor(), self.site.clip)
        kept = eve.jar["an_ct"]
        self.assertLessEqual(len(kept.value), 100)
        kept.value = kept.value[:-1] + ("x" if kept.value[-1] != "x" else "y")
        self.assertIs(eve.get("/order/cart-items").json["cart_found"], False)


class Changing(Case):
    def test_add(self):
        eve = self.site.visitor()
        got = eve.post("/order/cart-add-product-sku", sku_id=self.site.clip, quantity=2)
        self.told(got, answer(cart_add_product_sku="success", sku_id=str(self.site.clip), cart_item_count="int"))
        got = eve.post("/order/add-item-to-cart", sku_id=self.site.clip, quantity=3)
        self.told(got, answer(cart_add_product_sku="success", sku_id=str(self.site.clip), cart_item_count="int",
                              cart_totals_data=TOTALS))
        self.assertEqual(self.counted_pieces(eve), {self.site.clip: 5})

    def test_add_refuses(self):
        eve = self.site.visitor()
        where = "/order/cart-add-product-sku"
        self.failed(eve.post(where, quantity=1), "cart_add_product_sku", "sku-id-required", sku_id="null")
        for sku in ("999999", "abc", "-1"):
            self.failed(eve.post(where, sku_id=sku, quantity=1), "cart_add_product_sku", "sku-not-found", sku_id=sku)
        for many, word in (("-1", "out_of_range"), ("100", "out_of_range"), ("two", "not_an_int"), ("", "not_an_int")):
            got = eve.post(where, sku_id=self.site.clip, quantity=many).json
            self.assertEqual(got["errors"]["quantity"][0][0]["type"], word, got)
        self.assertNotIn("an_ct", eve.jar)

    def test_quantity(self):
        where, key = "/order/cart-update-sku-quantity", "cart_update_sku_quantity"
        eve = self.site.visitor()
        self.failed(eve.post(where, sku_id=self.site.clip, quantity=1), key, "cart-not-found")
        self.add(eve, self.site.clip)
        self.failed(eve.post(where, quantity=1), key, "sku-id-required")
        self.failed(eve.post(where, sku_id=self.site.band, quantity=1), key, "cart-sku-not-found",
                    sku_id=str(self.site.band))
        self.failed(eve.post(where, sku_id=self.site.clip, quantity="two"), key, "cart-sku-not-found", sku_id="text")
        for many in ("-5", "500"):
            got = eve.post(where, sku_id=self.site.clip, quantity=many).json
            self.assertEqual(got["errors"]["quantity"][0][0]["type"], "out_of_range")
        got = self.told(eve.post(where, sku_id=self.site.clip, quantity=5), answer(
            cart_update_sku_quantity="success", cart_found="flag", sku_id=str(self.site.clip), sku_subtotal="17.50",
            discount_code_data="object", cart_totals_data=TOTALS))
        self.assertEqual(got["cart_totals_data"]["item_subtotal"], "17.50")

    def test_remove(self):
        where, key = "/order/cart-remove-sku", "cart_remove_sku"
        eve = self.site.visitor()
        self.failed(eve.post(where, sku_id=self.site.clip), key, "cart-not-found")
        self.add(self.add(eve, self.site.clip, 2), self.site.band)
        eve.get("/order/cart-shipping-methods")
        self.failed(eve.post(where, sku_id="999999"), key, "cart-sku-not-found", sku_id="999999")
        got = self.told(eve.post(where, sku_id=self.site.clip, quantity=2), answer(
            cart_remove_sku="success", cart_found="flag", sku_id=str(self.site.clip), cart_item_count="int",
            cart_shipping_methods="object", shipping_method_selected="null", discount_code_data="object",
            cart_totals_data=TOTALS))
        counted(self, got["cart_shipping_methods"], METHOD)
        self.assertEqual(got["cart_totals_data"]["cart_total"], "14.99")

    def test_shipping(self):
        where, key = "/order/cart-update-shipping-method", "cart_update_shipping_method"
        eve = self.site.visitor()
        self.failed(eve.post(where, shipping_method_identifier="FedExGround"), key, "cart-not-found")
        self.add(eve, self.site.clip)
        self.failed(eve.post(where), key, "shipping-method-identifier-required")
        for name in ("Nope", "None"):
            self.failed(eve.post(where, shipping_method_identifier=name), key, "error-setting-cart-shipping-method",
                        shipping_method_identifier=name)
        got = self.told(eve.post(where, shipping_method_identifier="FedExGround"), answer(
            cart_update_shipping_method="success", cart_found="flag", shipping_method_identifier="FedExGround",
            discount_code_data="object", cart_totals_data=TOTALS))
        self.assertEqual(got["cart_totals_data"]["cart_total"], "14.35")

    def test_codes(self):
        eve = self.site.visitor()
        apply, key = "/order/cart-apply-discount-code", "cart_apply_discount_code"
        self.failed(eve.post(apply, discount_code_id="WELCOME10"), key, "cart-not-found")
        self.add(eve, self.site.clip, 2)
        self.failed(eve.post(apply), key, "discount-code-required")
        self.failed(eve.post(apply, discount_code_id="welcome10"), key, "cart-discount-code-not-found",
                    discount_code_id="welcome10")
        done = dict(cart_found="flag", discount_code_data="object", cart_totals_data=TOTALS)
        got = self.told(eve.post(apply, discount_code_id="WELCOME10"),
                        answer(cart_apply_discount_code="success", discount_code_id="WELCOME10", **done))
        number = next(iter(numbered(self, got["discount_code_data"], CODE)))
        self.failed(eve.post(apply, discount_code_id="WELCOME10"), key, "cart-discount-code-already-applied",
                    discount_code_id="WELCOME10")
        remove, key = "/order/cart-remove-discount-code", "cart_remove_discount_code"
        self.failed(eve.post(remove), key, "discount-code-required")
        self.failed(eve.post(remove, discount_code_id="999999"), key, "cart-discount-code-not-found",
                    discount_code_id="999999")
        got = self.told(eve.post(remove, discount_code_id=number),
                        answer(cart_remove_discount_code="success", discount_code_id=number, **done))
        self.assertEqual(got["discount_code_data"], {})

    def test_delete(self):
        eve = self.site.visitor()
        self.failed(eve.post("/order/cart-delete-cart"), "cart_delete_cart", "cart-not-found")
        self.add(eve, self.site.clip)
        self.assertNotEqual(eve.get("/order/cart-delete-cart").status, 200)
        self.told(eve.post("/order/cart-delete-cart"), answer(cart_delete_cart="success"))
        self.assertEqual(self.counted_pieces(eve), {})

    def test_the_token_is_asked_for(self):
        eve = self.add(self.site.visitor(), self.site.clip)
        for token in (False, "0" * 32):
            got = eve.post("/order/cart-delete-cart", csrf=token)
            self.assertEqual(got.status, 403, repr(got))
            self.assertTrue(got.header("Content-Type").startswith("text/html"), repr(got))
        self.assertEqual(self.counted_pieces(eve), {self.site.clip: 1})

    def test_signing_in(self):
        eve = self.add(self.site.visitor(), self.site.clip, 2)
        self.site.member(eve)
        self.assertNotIn("an_ct", eve.jar)
        self.assertEqual(self.counted_pieces(eve), {self.site.clip: 2})
        eve.get("/user/logout")
        self.assertEqual(self.counted_pieces(eve), {})
