"""What pages tell of their visitors (contract §5), and which rows are kept of it."""
import http.client
import itertools
import urllib.parse

from startupwebapp_case import Case
from startupwebapp_shapes import MEMBER_STATE

COLUMNS = "kind, account_id, visitor, url, width, what, contact, campaign, ad"
NOTHING = dict(kind="", account_id="", visitor="", url="", width="", what="", contact="", campaign="", ad="")
PATHS = ("pageview", "ajaxerror", "buttonclick", "linkevent")
pages = itertools.count(1)


class Events(Case):
    def thanked(self, got):
        self.assertEqual((got.status, got.header("Content-Type"), got.json), (200, "application/json", "thank you"))

    def tell(self, path, **fields):
        """As the client's script does, without cookies; the rows that are kept of it."""
        url = f"{self.site.page}/{next(pages)}"
        self.thanked(self.site.visitor().ask("GET", f"/clientevent/{path}?" + urllib.parse.urlencode({"url": url, **fields}),
                                             credentials=False))
        return url, self.kept(url)

    def kept(self, url):
        rows = self.site.rows(f"SELECT {COLUMNS} FROM client_event WHERE url = '{url}'")
        return [dict(zip(NOTHING, row)) for row in rows]

    def test_page_views(self):
        ada = self.site.member()
        number = self.told(ada.get("/user/logged-in"), MEMBER_STATE)["client_event_id"]
        url, rows = self.tell("pageview", client_event_id=number, anonymous_id="null", pageWidth="1280")
        self.assertEqual(rows, [{**NOTHING, "kind": "page_view", "account_id": str(number), "url": url, "width": "1280"}])
        url, rows = self.tell("pageview", client_event_id="null", anonymous_id="abc:1:def", pageWidth="wide")
        self.assertEqual(rows, [{**NOTHING, "kind": "page_view", "visitor": "abc:1:def", "url": url}])
        agent = self.site.rows(f"SELECT agent, address FROM client_event WHERE url = '{url}'")[0]
        self.assertEqual(agent, ["Mozilla/5.0 (X11; Linux x86_64)", "127.0.0.1"])
        for claim in ("999999", "x", "-1", "", "9" * 40):
            url, rows = self.tell("pageview", client_event_id=claim)
            self.assertEqual(rows, [{**NOTHING, "kind": "page_view", "url": url}], claim)

    def test_the_others(self):
        url, rows = self.tell("ajaxerror", client_event_id="null", anonymous_id="v", error_id="login-token")
        self.assertEqual(rows, [{**NOTHING, "kind": "script_error", "visitor": "v", "url": url, "what": "login-token"}])
        url, rows = self.tell("buttonclick", client_event_id="null", anonymous_id="v", button_id="chat-icon")
        self.assertEqual(rows, [{**NOTHING, "kind": "click", "visitor": "v", "url": url, "what": "chat-icon"}])
        url, rows = self.tell("linkevent", mb_cd="null", pr_cd="p", anonymous_id="null", em_cd="e", ad_cd="a")
        self.assertEqual(rows, [{**NOTHING, "kind": "link", "url": url, "contact": "p", "campaign": "e", "ad": "a"}])
        url, rows = self.tell("linkevent", mb_cd="m", pr_cd="null", em_cd="e", ad_cd="null")
        self.assertEqual(rows, [{**NOTHING, "kind": "link", "url": url, "contact": "m", "campaign": "e"}])

    def test_what_is_kept_of_too_much(self):
        long = "x" * 3000
        for path, field in zip(PATHS, ("anonymous_id", "error_id", "button_id", "ad_cd")):
            self.assertEqual(len(self.tell(path, **{field: long})[1]), 1)
        before = self.site.rows("SELECT COUNT(*) FROM client_event")
        eve = self.site.visitor()
        for path in PATHS:
            self.thanked(eve.get(f"/clientevent/{path}"))
            self.thanked(eve.get(f"/clientevent/{path}", url=""))
            self.thanked(eve.ask("GET", f"/clientevent/{path}?url=%zz&anonymous_id=%ff"))
            self.thanked(eve.post(f"/clientevent/{path}", url="/posted"))
            self.thanked(eve.post(f"/clientevent/{path}?url=/posted"))
        self.assertEqual(self.site.rows("SELECT COUNT(*) FROM client_event"), before)
        self.thanked(eve.get("/clientevent/pageview", url="u" * 3000))
        self.assertEqual(self.site.rows("SELECT COUNT(*) FROM client_event WHERE LENGTH(url) = 1000"), [["1"]])

    def test_a_page_of_nobody_may_tell_too(self):
        """The server of another page answers it; only its script may not read that."""
        line = http.client.HTTPConnection("127.0.0.1", self.site.program.port, timeout=20)
        line.request("GET", "/clientevent/pageview?url=/elsewhere",
                     headers={"Host": f"{self.site.api}:{self.site.program.port}", "Origin": "https://evil.example"})
        got = line.getresponse()
        self.assertEqual((got.status, got.read(), got.getheader("Access-Control-Allow-Origin")),
                         (200, b'"thank you"', None))
        line.close()
