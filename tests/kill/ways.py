"""The two ways to the same shop: Asterism's own, and StartupWebApp's pages."""
import http.client
import time

from program import Browser
from shop_browser import ShopBrowser

PASSWORD = "Correct.Horse7"
TROUBLE = (OSError, http.client.HTTPException)
NEVER = (400, 401, 403, 422, 500)  # nobody here gives cause for these
FINAL = ("not so many left", "used up", "no cart", "nothing in the cart", "cart-not-found", "cart-is-empty")


class Way:
    """Asks until there is an answer, as people do whose page did not load."""

    def __init__(self, crowd, browser):
        self.crowd, self.browser = crowd, browser

    def again(self, ask, *words, **more):
        self.crowd.pace.wait()
        while True:
            self.browser.port = self.crowd.site.port
            try:
                got = ask(*words, **more)
            except TROUBLE:
                self.crowd.figures["lost requests"] += 1
                time.sleep(0.1)
                continue
            self.crowd.figures["requests"] += 1
            if got.status in NEVER:
                self.crowd.wrongs.append(f"{words}: {got.status} {got.body!r}")
            if got.status < 500:
                return got
            self.crowd.figures["refused requests"] += 1
            time.sleep(0.2)

    def until_final(self, ask):
        """What `ask` takes out of an answer. None: it was refused for good."""
        for _ in range(100):
            found, text = ask()
            if found or any(word in text for word in FINAL):
                return found
            self.crowd.figures["refused requests"] += 1
            time.sleep(0.2)
        self.crowd.wrongs.append(f"refused for ever: {text}")
        return None


class Native(Way):
    def __init__(self, crowd):
        super().__init__(crowd, Browser(crowd.site.port))

    def ask(self, verb, path, body=None):
        return self.again(self.browser.ask, verb, "/v1/shop" + path, body)

    def log_in(self, name):
        self.again(self.browser.ask, "POST", "/v1/sessions", {"identifier": name, "password": PASSWORD})
        return self

    def browse(self, product):
        self.ask("GET", "/products")
        self.ask("GET", f"/products/{product}")

    def add(self, sku, quantity):
        self.ask("POST", "/cart/lines", {"sku": sku, "quantity": quantity})

    def enter(self, code):
        self.ask("POST", "/cart/codes", {"code": code})

    def look(self):
        self.ask("GET", "/cart")

    def check_out(self, email):
        def once():
            got = self.ask("POST", "/checkouts", {"email": email} if email else {})
            return (got.json["session"] if got.status == 201 else None), got.body

        return self.until_final(once)

    def come_back(self, session):
        got = self.ask("POST", f"/checkouts/{session}/return", {})
        return got.json["order"] if got.status == 200 else None

    def show(self, order):
        return self.ask("GET", f"/orders/{order}").status == 200

    def drop(self):
        self.ask("DELETE", "/cart")


class Pages(Way):
    def __init__(self, crowd):
        super().__init__(crowd, ShopBrowser(crowd.site.port, "http://localhost:8080", "localhost"))
        self.again(self.browser.get, "/user/token")

    def get(self, path, **fields):
        return self.again(self.browser.get, path, **fields)

    def post(self, path, **fields):
        return self.again(self.browser.post, path, **fields)

    def log_in(self, name):
        self.post("/user/login", username=name, password=PASSWORD, remember_me="false")
        return self

    def browse(self, product):
        self.get("/order/products")
        self.get(f"/order/product/{product}")

    def add(self, sku, quantity):
        self.post("/order/cart-add-product-sku", sku_id=sku, quantity=quantity)

    def enter(self, code):
        self.post("/order/cart-apply-discount-code", discount_code_id=code)

    def look(self):
        self.get("/order/cart-contents")
        self.get("/order/confirm-totals")

    def check_out(self, email):
        told = {"agree_to_terms_of_sale": "true", "newsletter": "false", "save_defaults": "false"}
        if email:
            told["anonymous_email_address"] = email

        def once():
            got = self.post("/order/create-checkout-session", **told)
            return got.json.get("session_id"), got.body.decode()

        return self.until_final(once)

    def come_back(self, session):
        return self.get("/order/checkout-session-success", session_id=session).json.get("order_identifier")

    def show(self, order):
        return self.get(f"/order/{order}").json.get("order_detail") == "success"

    def drop(self):
        self.post("/order/cart-delete-cart")
