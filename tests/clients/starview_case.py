"""What all of Starview's tests say in the same words."""
import unittest

import shapes
from starview_shapes import CODES, ENVELOPE


class Case(unittest.TestCase):
    """The site is the class's, one for each database."""

    site = None
    people = ()  # who must be there

    @classmethod
    def setUpClass(cls):
        cls.site.add(*cls.people)

    def shaped(self, value, shape, what=""):
        return shapes.check(self, value, shape, what)

    def told(self, got, status, shape=None):
        """Answered so, and with such a body."""
        self.assertEqual(got.status, status, repr(got))
        return self.shaped(got.json, shape, repr(got)) if shape is not None else got

    def refused(self, got, status, field=None, listed=None):
        """In the contract's envelope; about a field where one is named."""
        self.assertEqual(got.status, status, repr(got))
        body = self.shaped(got.json, ENVELOPE)
        self.assertIn(body["error_code"], CODES[status].split("|"))
        self.assertEqual(body["status_code"], status)
        if field:
            self.assertIn(field, body.get("errors", {}), body)
            self.assertEqual(body["detail"], "Validation failed")
            if listed is not None:
                self.shaped(body["errors"][field], shapes.some("filled") if listed else "filled")
        elif status == 400:
            self.assertNotIn("errors", body)
        return body

    def person(self, name):
        return self.site.person(name)

    def place(self, owner="ada", **fields):
        return self.site.place(owner, **fields)

    def detail(self, place, who=None):
        return self.told((who or self.site.visitor()).get(f"/api/locations/{place}/"), 200).json
