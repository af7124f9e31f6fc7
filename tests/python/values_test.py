"""Whatever is thrown at the module, it refuses: it neither guesses nor crashes."""
import enum
import sys
import unittest
from datetime import date, datetime, timedelta, timezone, tzinfo

import asterism
from asterism import Invalid
from support import PASSWORD, LibraryCase


class Nasty:
    def __getattr__(self, name):
        raise RuntimeError(name)


class Liar(tzinfo):
    """A time zone that empties the list it stands in, and answers nonsense."""

    def __init__(self, victim):
        self.victim = victim

    def utcoffset(self, when):
        self.victim.clear()
        return timedelta(hours=1)

    def dst(self, when):
        return timedelta()


class Values(LibraryCase):
    def refuse(self, value, code):
        with self.refused(Invalid, code, "identifier"):
            self.library.log_in(identifier=value, password=PASSWORD)

    def test_only_text_is_text(self):
        for value in (1, 1.5, True, None, [], {}, ["ada"], {"a": 1}):
            self.refuse(value, "bad_field")
        for value in (b"ada", object(), object, Nasty(), {1}, range(3), lambda: 1, 1j, {1: 2}):
            self.refuse(value, "unfit_type")

    def test_text_is_utf8_without_nul(self):
        for value in ("\0", "a\0b", "\ud800", "a\udfff", "\ud83d\ude00"):
            self.refuse(value, "unfit_text")

    def test_numbers_fit_or_are_refused(self):
        for value in (2**63, -(2**63) - 1, 10**5000, float("nan"), float("inf")):
            self.refuse(value, "unfit_number")
        for value in (0, -1, 201, 2**63 - 1):
            with self.refused(Invalid, "bad_outbox_limit", "limit"):
                self.library.read_outbox(limit=value)
        for value in (True, 20.0, "20"):
            with self.refused(Invalid, "bad_field", "limit"):
                self.library.read_outbox(limit=value)
        self.assertEqual(self.library.read_outbox(limit=enum.IntEnum("Few", "ONE").ONE), {"items": []})

    def test_nesting_has_an_end(self):
        loop = []
        loop.append(loop)
        endless = {}
        endless["x"] = endless
        for value in (loop, endless):
            with self.assertRaises(Invalid) as caught:
                self.library.log_in(identifier=value, password=PASSWORD)
            self.assertEqual(caught.exception.code, "json_too_deep")

    def test_a_list_may_change_while_it_is_read(self):
        for victim in ([], {}):
            lie = datetime(2026, 1, 1, tzinfo=Liar(victim))
            victim.update({str(i): lie for i in range(9)}) if victim == {} else victim.extend([lie] * 9)
            self.refuse(victim, "bad_field")

    def test_fields_have_names_of_their_own(self):
        for name in ("nothing", "", "self", "Identifier", "ä"):
            with self.assertRaises((Invalid, TypeError)):
                self.library.log_in(**{"identifier": "ada", "password": PASSWORD, name: 1})
        for name in ("\0", "\ud800"):
            with self.assertRaises(Invalid):
                self.library.log_in(**{"identifier": "ada", "password": PASSWORD, name: 1})
        with self.refused(Invalid, "missing_field", "identifier"):
            self.library.log_in(password=PASSWORD)

    def test_actors_are_looked_at_as_closely(self):
        for actor, code in ((0, "bad_field"), (-1, "bad_field"), (2**70, "unfit_number"), (1.0, "bad_field"),
                            (True, "bad_field"), ("", "invalid_handle"), ("\0", "unfit_text"),
                            ("a b", "invalid_handle"), (b"ada", "unfit_type"), (["ada"], "bad_field")):
            with self.refused(Invalid, code, "actor"):
                self.library.who_am_i(actor=actor)

    def test_only_a_library_is_one(self):
        for wrong in (None, 5, object(), asterism):
            with self.assertRaises(TypeError):
                asterism.Library.who_am_i(wrong, actor="ada")

    def test_a_refusal_lets_go_of_what_was_given(self):
        value = ["ada"]
        count = sys.getrefcount(value)
        for _ in range(100):
            self.refuse(value, "bad_field")
        self.assertEqual(sys.getrefcount(value), count)


class Instants(LibraryCase):
    def moon(self, at):
        return asterism.sky.moon(at)["at"]

    def test_a_moment_is_the_same_in_every_zone(self):
        utc = datetime(2026, 1, 3, 10, 3, 0, 250, tzinfo=timezone.utc)
        self.assertEqual(self.moon(utc), utc)
        self.assertEqual(self.moon(utc.astimezone(timezone(timedelta(hours=-9.5)))), utc)
        self.assertEqual(self.moon("2026-01-03T11:03:00.00025+01:00"), utc)
        self.assertIs(self.moon(utc).tzinfo, timezone.utc)

    def test_a_moment_has_a_zone_and_a_year(self):
        far = datetime.min.replace(tzinfo=timezone(timedelta(hours=5)))
        for at, code in ((datetime(2026, 1, 3), "naive_datetime"), (far, "bad_field"), (date(2026, 1, 3), "bad_field"),
                         ("2026-01-03", "bad_field"), (0, "bad_field"), ("x\0", "unfit_text"),
                         ("1899-12-31T23:59:59Z", "sky_date_out_of_range")):
            with self.refused(Invalid, code, "at"):
                asterism.sky.moon(at)

    def test_days_are_dates(self):
        calendar = self.library.moon_calendar(start=date(2026, 1, 1), end="2026-01-02")
        self.assertEqual([day["date"] for day in calendar["daily"]], [date(2026, 1, 1), date(2026, 1, 2)])
        self.assertIs(type(calendar["daily"][0]["date"]), date)
        with self.refused(Invalid, "bad_field", "start"):
            self.library.moon_calendar(start=datetime(2026, 1, 1, tzinfo=timezone.utc))

    def test_a_zone_that_fails_fails_aloud(self):
        class Broken(tzinfo):
            def utcoffset(self, when):
                raise ZeroDivisionError

        with self.assertRaises(ZeroDivisionError):
            asterism.sky.moon(datetime(2026, 1, 1, tzinfo=Broken()))


if __name__ == "__main__":
    unittest.main()
