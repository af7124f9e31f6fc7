#include "libcore/places/rules.hpp"

#include <doctest/doctest.h>

#include "libcore/places/faults.hpp"
#include "tests/fakes/even_map.hpp"

namespace asterism::places {
namespace {

TEST_CASE("plain: takes tags, scripts and comments out, and escapes nothing") {
    CHECK(plain("  Hill & Co  ") == "Hill & Co");
    CHECK(plain("Hill &amp; Co") == "Hill &amp; Co");
    CHECK(plain("<b>Dark</b> <i class=\"x\">Hill</i>") == "Dark Hill");
    CHECK(plain("A<script>alert(1)</script>B<STYLE>p{}</Style >C") == "ABC");
    CHECK(plain("A<!-- > -->B<!DOCTYPE x>C") == "ABC");
    CHECK(plain("height < 3 > 2 <3") == "height < 3 > 2 <3");
    CHECK(plain("open <b") == "open");
    CHECK(plain("open <script>x").empty() == false);
    CHECK(plain("<script>x</script").empty());
    CHECK(plain("<p></p>").empty());
    CHECK(plain("<<b>b>").find("<b>") == std::string::npos);
    CHECK(plain("<scr<script></script>ipt>x</script>y") == "ipt>xy");
}

TEST_CASE("folded: makes small letters, of the alphabets that have them") {
    CHECK(folded("Pic du MIDI") == "pic du midi");
    CHECK(folded("ÉCRINS ÖTZTAL ÑANDÚ ØRSTA") == "écrins ötztal ñandú ørsta");
    CHECK(folded("ŁÓDŹ ŽILINA ŸČ") == "łódź žilina ÿč");
    CHECK(folded("ΑΘΗΝΑ МОСКВА ЁЛКА") == "αθηνα москва ёлка");
    CHECK(folded("ĐÀ LẠT ẾCH ẞ ẗ") == "đà lạt ếch ẞ ẗ");
    CHECK(folded("\xE1\xBA").size() == 2);
    CHECK(folded("天文台 \u00D7 \u00F7") == "天文台 \u00D7 \u00F7");
    CHECK(folded("\xC3").size() == 1);
}

TEST_CASE("refusal: names the first field that is wrong, at its very limit") {
    Place place;
    const auto fault = [&] {
        const auto error = refusal(place);
        return error ? error->fault->slug : "none";
    };
    CHECK(fault() == "bad_place_name");
    place.name = std::string(200, 'x');
    CHECK(fault() == "none");
    place.name += 'x';
    CHECK(fault() == "bad_place_name");
    place.name = "two\nlines";
    CHECK(fault() == "bad_place_name");
    place.name = "Hill";
    place.spot = {-90, 180};
    CHECK(fault() == "none");
    place.spot = {90.0001, 0};
    CHECK(fault() == "bad_latitude");
    place.spot = {0, -180.0001};
    CHECK(fault() == "bad_longitude");
    place.spot = {0, 0};
    for (const double fine : {-500.0, 9'000.0}) {
        place.elevation_metres = fine;
        CHECK(fault() == "none");
    }
    for (const double wrong : {-500.1, 9'000.1}) {
        place.elevation_metres = wrong;
        CHECK(fault() == "bad_elevation");
    }
}

TEST_CASE("may_change: who added it, and the staff") {
    Place place;
    place.added_by = AccountId{1};
    CHECK(may_change(place, {AccountId{1}}));
    CHECK_FALSE(may_change(place, {AccountId{2}}));
    CHECK_FALSE(may_change(place, {AccountId{2}, Role::moderator}));
    CHECK(may_change(place, {AccountId{2}, Role::staff}));
}

TEST_CASE("look_around: finds the class by Starview's rule, and the nearest town") {
    tests::EvenMap map;
    map.artificial_mcd_per_m2 = 0.2;
    Place place;
    place.spot = {48.8566, 2.3522};
    look_around(place, map);
    CHECK(place.bortle == 5);
    CHECK(place.sqm == 20.99);
    CHECK(place.address.locality == "Paris");
    CHECK(place.address.country == "France");
    CHECK(place.address.formatted ==
          "Paris, " + place.address.region + ", " + place.address.country);
}

TEST_CASE("look_around: out at sea there is no address, and what was there before is gone") {
    const tests::EvenMap map;
    Place place;
    place.address = {"Paris, France", "Paris", "Paris", "France"};
    place.spot = {-48, -123};
    look_around(place, map);
    CHECK(place.address == Address{});
    CHECK(place.bortle);
}

TEST_CASE("shortened: counts characters, and says where it cut") {
    CHECK(shortened("Mauna Kea") == "Mauna Kea");
    CHECK(shortened(std::string(25, 'a')) == std::string(25, 'a'));
    CHECK(shortened(std::string(26, 'a')) == std::string(25, 'a') + "...");
    std::string accents;
    for (int i = 0; i < 26; ++i) accents += "é";
    CHECK(shortened(accents) == accents.substr(0, 50) + "...");
}

}  // namespace
}  // namespace asterism::places
