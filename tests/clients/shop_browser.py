"""StartupWebApp's web client as the server sees it: pages on one host, the server on another, and what a browser
makes of that. Whatever it would not let the page's script read is a failure here."""
import http.client
import urllib.parse

from client import Reply

FORM = "application/x-www-form-urlencoded; charset=UTF-8"


class Cookie:
    def __init__(self, line):
        pair, *marks = [part.strip() for part in line.split(";")]
        self.name, self.value = pair.split("=", 1)
        named = {mark.partition("=")[0].lower(): mark.partition("=")[2] for mark in marks}
        self.domain = named.get("domain", "").lstrip(".") or None
        self.script = "httponly" not in named
        self.gone = not self.value or named.get("max-age") == "0"
        self.plain = "secure" not in named

    def seen_by(self, host, setter):
        if self.domain is None:
            return host == setter
        return host == self.domain or host.endswith("." + self.domain)


class ShopBrowser:
    """One browser with one page open. Ports do not separate cookies; hosts do."""

    def __init__(self, port, page, api):
        self.port, self.page, self.api = port, page, api
        self.page_host = urllib.parse.urlsplit(page).hostname
        self.jar, self.log = {}, []

    def cookie(self, name):
        """As the page's script sees it."""
        kept = self.jar.get(name)
        return kept.value if kept and kept.script and kept.seen_by(self.page_host, self.api) else None

    def ask(self, verb, path, body=None, headers=None, credentials=True):
        sent = {"Host": f"{self.api}:{self.port}", "Origin": self.page, "Referer": self.page + "/",
                "Accept": "application/json, text/javascript, */*; q=0.01", "Sec-Fetch-Site": "same-site",
                "User-Agent": "Mozilla/5.0 (X11; Linux x86_64)", **(headers or {})}
        if credentials and self.jar:
            sent["Cookie"] = "; ".join(f"{kept.name}={kept.value}" for kept in self.jar.values())
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        line.request(verb, path, body, sent)
        got = line.getresponse()
        reply = Reply(got.status, got.getheaders(), got.read())
        line.close()
        self.let_read(verb, path, reply, credentials)
        if credentials:
            self.keep(reply)
        return reply

    def let_read(self, verb, path, reply, credentials):
        """Without these the script sees nothing, whatever was answered."""
        origin = reply.header("Access-Control-Allow-Origin")
        if origin != self.page:
            raise AssertionError(f"{verb} {path}: a page of {self.page} may not read it: {origin}")
        if credentials and reply.header("Access-Control-Allow-Credentials") != "true":
            raise AssertionError(f"{verb} {path}: not with cookies")

    def keep(self, reply):
        for name, line in reply.headers:
            if name.lower() != "set-cookie":
                continue
            cookie = Cookie(line)
            if not cookie.plain or not cookie.seen_by(self.api, self.api):
                continue  # a browser refuses it
            if cookie.gone:
                self.jar.pop(cookie.name, None)
            else:
                self.jar[cookie.name] = cookie

    def get(self, path, **fields):
        query = "?" + urllib.parse.urlencode(fields) if fields else ""
        return self.ask("GET", path + query)

    def post(self, path, csrf=True, **fields):
        """With the preflight that the token's header field makes necessary."""
        allowed = self.ask("OPTIONS", path, headers={"Access-Control-Request-Method": "POST",
                                                     "Access-Control-Request-Headers": "x-csrftoken"},
                           credentials=False)
        names = (allowed.header("Access-Control-Allow-Headers") or "").lower()
        verbs = allowed.header("Access-Control-Allow-Methods") or ""
        if allowed.status != 200 or "x-csrftoken" not in names or "POST" not in verbs:
            raise AssertionError(f"no POST {path} from a page: {allowed.status} {verbs} {names}")
        headers = {"Content-Type": FORM}
        if csrf is True and self.cookie("csrftoken"):
            headers["X-CSRFToken"] = self.cookie("csrftoken")
        elif isinstance(csrf, str):
            headers["X-CSRFToken"] = csrf
        return self.ask("POST", path, urllib.parse.urlencode(fields), headers)

    def open(self):
        """What every page begins with."""
        self.get("/user/token")
        return self

    def log_in(self, name, password):
        return self.post("/user/login", username=name, password=password, remember_me="false")
