#pragma once

#include <array>
#include <cmath>
#include <libpq-fe.h>
#include <string>

#include "libcore/places/geo.hpp"
#include "tests/bench/places_site.hpp"
#include "tests/bench/raw.hpp"

namespace asterism::bench {

/// One of many spots to ask from, spread over the inhabited Earth.
inline places::Spot spot_number(int count) {
    const auto part = [&](double step) { return count * step - std::floor(count * step); };
    return {120 * part(0.6180339887498949) - 60, 360 * part(0.4142135623730951) - 180};
}

struct Near {
    places::Window window;
    places::Direction middle;
    double chord2;

    Near(const places::Spot& spot, double km)
        : window(places::window_around(spot, km).value()),
          middle(places::direction(spot)),
          chord2(places::chord2_of(km)) {}

    std::array<double, 8> values() const {
        return {window.west, window.east, window.south, window.north,
                middle.x,    middle.y,    middle.z,     chord2};
    }
};

/// The distance and the statements as anybody would write them by hand, `held` being how the engine
/// is asked for what lies in a window. The parameters are Near's values.
struct ByHand {
    std::string chord(const char* mark) const {
        const auto apart = [&](const char* axis, const char* at) {
            const auto one = std::string("(p.") + axis + " - " + mark + at + ")";
            return one + " * " + one;
        };
        return apart("x", "5") + " + " + apart("y", "6") + " + " + apart("z", "7");
    }

    std::string where(const char* mark) const {
        return std::string(" FROM place p WHERE ") + held + " AND " + chord(mark) + " <= " + mark +
               "8";
    }

    std::string count(const char* mark) const { return "SELECT count(*)" + where(mark); }

    std::string page(const char* mark, const std::string& order) const {
        return "SELECT p.*, a.handle FROM (SELECT p.*" + where(mark) + " ORDER BY " + order +
               " LIMIT 10) p JOIN account a ON a.id = p.added_by ORDER BY " + order;
    }

    const char* held = "";
};

class SqliteByHand {
public:
    static constexpr const char* mark = "?";

    explicit SqliteByHand(const Site& site)
        : raw_(dynamic_cast<store::testing::SqliteDatabase&>(*site.database).file()) {}

    void prepare(const std::string& order) {
        statements_ = {raw_.prepare(text_.count(mark).c_str()),
                       raw_.prepare(text_.page(mark, order).c_str())};
    }

    void ask(const Near& near) {
        const auto values = near.values();
        for (auto* statement : statements_) {
            for (std::size_t i = 0; i < values.size(); ++i)
                sqlite3_bind_double(statement, static_cast<int>(i) + 1, values[i]);
            while (sqlite3_step(statement) == SQLITE_ROW)
                for (int i = 0; i < sqlite3_column_count(statement); ++i) text(statement, i);
            sqlite3_reset(statement);
        }
    }

    ~SqliteByHand() {
        for (auto* statement : statements_) sqlite3_finalize(statement);
    }

    SqliteByHand(const SqliteByHand&) = delete;
    SqliteByHand& operator=(const SqliteByHand&) = delete;

private:
    Raw raw_;
    ByHand text_{
        "p.id IN (SELECT id FROM place_box WHERE max_lng >= ?1 AND min_lng <= ?2 AND max_lat >= ?3"
        " AND min_lat <= ?4)"};
    std::array<sqlite3_stmt*, 2> statements_{};
};

class PostgresByHand {
public:
    static constexpr const char* mark = "$";

    explicit PostgresByHand(const Site& site)
        : link_(PQconnectdb(site.database->address().c_str()), &PQfinish) {}

    void prepare(const std::string& order) {
        PQclear(PQprepare(link_.get(), "count", text_.count(mark).c_str(), 8, nullptr));
        PQclear(PQprepare(link_.get(), "page", text_.page(mark, order).c_str(), 8, nullptr));
    }

    void ask(const Near& near) {
        std::array<std::string, 8> texts;
        std::array<const char*, 8> values{};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            std::array<char, 32> digits{};
            std::snprintf(digits.data(), digits.size(), "%.17g", near.values()[i]);
            texts[i] = digits.data();
            values[i] = texts[i].c_str();
        }
        for (const auto* name : {"count", "page"}) {
            const std::unique_ptr<PGresult, decltype(&PQclear)> rows(
                PQexecPrepared(link_.get(), name, 8, values.data(), nullptr, nullptr, 0), &PQclear);
            if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK)
                throw std::runtime_error(PQerrorMessage(link_.get()));
        }
    }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> link_;
    ByHand text_{
        "public.ST_MakePoint(p.longitude, p.latitude) OPERATOR(public.&&)"
        " public.ST_MakeEnvelope($1, $3, $2, $4)"};
};

/// What the count and the page of places within so many miles cost without anything of ours.
template <class Hand>
double bare_page(Site& site, double miles, const std::string& order) {
    Hand hand(site);
    hand.prepare(order);
    int count = 0;
    return site.cost(500, [&] { hand.ask({spot_number(++count), miles * 1.60934}); });
}

}  // namespace asterism::bench
