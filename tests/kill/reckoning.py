"""Whether all that was paid for is there once, and nothing else: as the operator and the buyers see it."""
import collections
import decimal
import re

from place import USES


class Reckoning:
    """Everything that can be asked for from outside, read once."""

    def __init__(self, staff, place, till, caller, crowd, sink):
        self.staff, self.place, self.till, self.caller, self.crowd, self.sink = staff, place, till, caller, crowd, sink
        self.cards = {card["identifier"]: card for card in self.pages("/shop/admin/orders?limit=200")}
        self.orders = {name: self.get(f"/shop/orders/{name}") for name in self.cards}
        self.incidents = collections.defaultdict(list)
        for each in self.get("/shop/admin/incidents?limit=200")["items"]:
            self.incidents[each["session"]].append(each["kind"])

    def get(self, path):
        got = self.staff.ask("GET", "/v1" + path)
        if got.status != 200:
            raise RuntimeError(f"{path}: {got.status} {got.body}")
        return got.json

    def pages(self, path):
        out, page = [], self.get(path)
        while True:
            out += page["items"]
            if page["next"] is None:
                return out
            page = self.get(f"{path}&before={page['next']}")

    def wrongs(self):
        """What is not as it should be, in words; empty: all is well."""
        out = self.till.wrongs + self.caller.wrongs + self.crowd.wrongs
        for judge in (self.of_payments, self.of_buyers, self.of_stock, self.of_codes, self.of_mails, self.of_log):
            out = out + list(judge())
        return out

    def of_payments(self):
        owed = set()
        for name, session in self.till.sessions.items():
            told, trouble = self.caller.orders[name], self.incidents.get(name, [])
            if not session.paid:
                if told or trouble:
                    yield f"{name} was not paid for, and has {told} {trouble}"
                continue
            if len(told) + len(trouble) != 1:
                yield f"{name} was paid for, and has {told} {trouble}"
            for order in told:
                yield from self.of_order(order, session)
            if owed & told:
                yield f"{told} stands for two payments"
            owed |= told
        if owed != set(self.cards):
            yield f"orders and payments differ: {owed ^ set(self.cards)}"
        if set(self.incidents) - set(self.till.sessions):
            yield "an incident of no session"

    def of_order(self, order, session):
        card = self.cards.get(order)
        if not card:
            yield f"{order} was acknowledged and is not there"
        elif decimal.Decimal(card["total"]) * 100 != session.amount or session.off:
            yield f"{order} costs {card['total']}, and {session.amount + session.off} cents were paid"
        elif card["email"] != session.email:
            yield f"{order} is {card['email']}'s, and {session.email} paid"

    def of_buyers(self):
        for session, order in self.crowd.shown.items():
            if self.caller.orders[session] != {order}:
                yield f"{session} was shown {order}, and told {self.caller.orders[session]}"

    def of_stock(self):
        sold = collections.Counter()
        for order in self.orders.values():
            for line in order["lines"]:
                sold[line["product"]] += line["quantity"]
        for kind in ("chart", "meteorite"):
            left = self.get(f"/shop/products/{kind}")["skus"][0]["left"]
            if self.place.stock[kind] - sold[kind] != left:
                yield f"of {self.place.stock[kind]} {kind}s {sold[kind]} were sold, and {left} are left"

    def of_codes(self):
        used = collections.Counter(code["code"] for order in self.orders.values() for code in order["codes"]
                                   if code["counts"])
        for code in self.get("/shop/admin/codes")["items"]:
            uses = USES[code["code"]]
            if uses is not None and (used[code["code"]] > uses or uses - used[code["code"]] != code["left"]):
                yield f"{code['code']} of {uses} uses was used {used[code['code']]} times, {code['left']} are left"

    def of_mails(self):
        names = collections.defaultdict(set)
        for message, copies in self.sink.of_orders().items():
            if len(set(copies)) != 1:
                yield f"{message} went out in {len(set(copies))} versions"
            order = re.search(r"Order identifier: (ORD-\w+)", copies[0][2])[1]
            names[order].add(message)
            if order not in self.cards:
                yield f"{message} confirms {order}, which is not there"
            elif copies[0][0] != self.cards[order]["email"]:
                yield f"{message} went to {copies[0][0]}"
        for order in self.cards:
            if len(names[order]) != 1:
                yield f"{order} has the mails {names[order]}"
        alarms = sum(len(copies) for copies in self.sink.taken.values() if copies[0][0] == "ops@stars.example")
        if self.incidents and not alarms:
            yield "the operators were not written to"

    def of_log(self):
        logged = collections.Counter(word["value"] for record in self.pages("/admin/audit?limit=200&type=order_placed")
                                     for word in record["metadata"] if word["name"] == "order")
        if logged != collections.Counter(list(self.cards)):
            yield f"the audit log has other orders: {logged - collections.Counter(list(self.cards))}"

    def figures(self):
        mails = self.sink.of_orders()
        return {"kills": self.place.kills, "sessions": len(self.till.sessions), "paid": len(self.till.paid()),
                "orders": len(self.cards), "incidents": dict(collections.Counter(sum(self.incidents.values(), []))),
                "mails": len(mails), "second copies": sum(len(copies) - 1 for copies in mails.values()),
                "calls": dict(self.caller.figures), **self.crowd.figures}
