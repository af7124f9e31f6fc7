#pragma once

#include <cmath>
#include <random>

#include "libcore/places/rules.hpp"
#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {

/// The same places and questions in every run, with much at the poles, at the date line, and in
/// heaps where order is decided by ids.
struct World {
    double roll(double least, double most) {
        return std::uniform_real_distribution(least, most)(dice);
    }

    template <class T>
    T one_of(std::initializer_list<T> all) {
        return all.begin()[dice() % all.size()];
    }

    places::Spot spot() {
        return {one_of({roll(-90, 90), roll(-90, 90), roll(89.9, 90), roll(-90, -89.9), 90.0, -90.0,
                        0.0, std::round(roll(-9, 9)) * 10}),
                one_of({roll(-180, 180), roll(-180, 180), roll(179.9, 180), roll(-180, -179.9),
                        180.0, -180.0, 0.0, std::round(roll(-18, 18)) * 10})};
    }

    places::Place place(AccountId owner) {
        places::Place out =
            hill(owner, one_of<std::string>({"Alpha", "Öre", "100% dark", "under_score", "ΑΘΗΝΑ"}),
                 spot());
        out.type = one_of({places::Type::viewpoint, places::Type::campground, places::Type::other});
        out.created_at += std::chrono::hours(dice() % 5);
        if (dice() % 4 != 0) out.bortle = 1 + static_cast<int>(dice() % 9);
        out.address.country = one_of<std::string>({"", "France", "Österreich"});
        out.address.locality = "Nowhere";
        return out;
    }

    places::Query query() {
        places::Query out;
        out.sort = static_cast<places::Sort>(dice() % 8);
        const auto middle = spot();
        const double km = std::exp(roll(-1, 9.95));
        if (dice() % 4 != 0) {
            out.centre = direction(middle);
            out.chord2 = places::chord2_of(km);
            out.window = window_around(middle, km);
        }
        if (dice() % 4 == 0) {
            const double south = roll(-90, 60);
            out.window = {south, south + roll(1, 30), roll(-180, 180), roll(-180, 180)};
            out.framed = true;
        }
        if (dice() % 4 == 0)
            out.needle = places::folded(
                one_of<std::string>({"alp", "ÖRE", "öst", "%", "_", "αθ", "nowhere", "x"}));
        if (dice() % 4 == 0) out.types = {places::Type::campground, places::Type::other};
        if (dice() % 6 == 0) out.darkest_to = static_cast<int>(dice() % 10);
        if (dice() % 8 == 0) out.least_rating = 0;
        if (dice() % 8 == 0) out.verified = true;
        return out;
    }

    std::mt19937 dice{20260301};
};

}  // namespace asterism::store::testing
