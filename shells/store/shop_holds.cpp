#include "shells/store/shop_holds.hpp"

#include <algorithm>

namespace asterism::store {
namespace {

using shop::CartLine;
using shop::Claim;
using shop::Shortage;
using shop::Supply;

// What is asked for is a list of pairs, as JSON: an id and how many. Whatever changes rows locks
// them in the order of their ids first, so that no two claims wait for each other.

std::string pairs_of(std::span<const CartLine> pieces) {
    std::string out = "[";
    for (const CartLine& line : pieces)
        out.append(out.size() > 1 ? ",[" : "[")
            .append(std::to_string(line.sku.value) + "," + std::to_string(line.quantity) + "]");
    return out + "]";
}

std::string pairs_of(std::span<const shop::DiscountId> codes) {
    std::string out = "[";
    for (const auto code : codes)
        out.append(out.size() > 1 ? ",[" : "[").append(std::to_string(code.value) + ",1]");
    return out + "]";
}

constexpr Literal asked_sqlite{
    "(SELECT value ->> 0 AS id, value ->> 1 AS n FROM json_each(:asked))"};
constexpr Literal asked_postgres{
    "(SELECT CAST(pair.value ->> 0 AS BIGINT) AS id, CAST(pair.value ->> 1 AS BIGINT) AS n"
    " FROM json_array_elements(CAST(:asked AS json)) pair)"};

/// How much a row of one table is changed. On SQLite, where one writes at a time, row by row; on
/// PostgreSQL, where every statement is a journey, all of what is asked for at once.
struct Change {
    Sql each;
    Sql all;
};

/// Of one table: what there is of what is asked for, and its change by that.
struct Kind {
    Sql look;
    Change hold;
    Change give_back;
    Change take;
    Change refill;
};

template <Literal Table, Literal Left, Literal Held>
struct Kept {
    static constexpr Literal columns{joined<"SELECT a.n, s.", Left, ", s.", Held>};
    static constexpr Literal from{joined<" FROM ", Table, " s JOIN ">};
    static constexpr Literal by_id{" a ON a.id = s.id ORDER BY s.id"};
    static constexpr Literal locked{" FOR UPDATE OF s"};
    static constexpr Literal found_sqlite{joined<from, asked_sqlite, by_id>};
    static constexpr Literal found_postgres{joined<from, asked_postgres, by_id, locked>};
    static constexpr Literal head{joined<"UPDATE ", Table, " SET ">};
    static constexpr Literal those{
        joined<" FROM (SELECT s.id, a.n", found_postgres, ") w WHERE w.id = ", Table, ".id">};

    /// `Some`: as many of what was asked for as are held.
    template <Literal N, Literal Some>
    struct By {
        static constexpr Literal more_held{joined<Held, " = ", Held, " + ", N>};
        static constexpr Literal less_held{joined<Held, " = ", Held, " - ", Some>};
        static constexpr Literal taken{
            joined<Left, " = ", Left, " - ", Some, ", ", Held, " = ", Held, " - ", Some>};
        static constexpr Literal more_left{joined<Left, " = ", Left, " + ", N>};
    };

    using Each = By<":n", Literal{joined<"min(:n, ", Held, ")">}>;
    using All =
        By<"w.n", Literal{joined<"CASE WHEN w.n < ", Held, " THEN w.n ELSE ", Held, " END">}>;

    template <Literal One, Literal Many>
    static constexpr Change change{sql<head, One, " WHERE id = :id">, sql<head, Many, those>};

    static constexpr Kind all{{joined<columns, found_sqlite>, joined<columns, found_postgres>},
                              change<Each::more_held, All::more_held>,
                              change<Each::less_held, All::less_held>,
                              change<Each::taken, All::taken>,
                              change<Each::more_left, All::more_left>};
};

constexpr const Kind& pieces = Kept<"shop_sku", "stock_left", "stock_held">::all;
constexpr const Kind& codes = Kept<"shop_discount", "uses_left", "uses_held">::all;

/// Whether all that is asked for is there, and nobody else takes it away until this run ends.
bool there(Db& db, const Kind& kind, const std::string& asked, std::size_t count) {
    const auto rows =
        db.all<std::int64_t, std::optional<std::int64_t>, std::int64_t>(kind.look, asked);
    return rows.size() == count && std::ranges::all_of(rows, [](const auto& row) {
               const auto& [n, left, held] = row;
               return covers(Supply{left, held}, n);
           });
}

void change(Db& db, const Change& how, std::span<const CartLine> lines) {
    if (lines.empty()) return;
    if (db.engine() == "postgresql")
        db.run(how.all, pairs_of(lines));
    else
        for (const CartLine& line : lines) db.run(how.each, line.quantity, line.sku);
}

void change(Db& db, const Change& how, std::span<const shop::DiscountId> used) {
    if (used.empty()) return;
    if (db.engine() == "postgresql")
        db.run(how.all, pairs_of(used));
    else
        for (const auto code : used) db.run(how.each, std::int64_t{1}, code);
}

void change(Db& db, Change Kind::*how, const Claim& claim) {
    change(db, pieces.*how, std::span(claim.pieces));
    change(db, codes.*how, std::span(claim.codes));
}

}  // namespace

std::optional<Shortage> SqlHolds::hold(const Claim& claim) {
    if (!claim.pieces.empty() &&
        !there(db_, pieces, pairs_of(std::span(claim.pieces)), claim.pieces.size()))
        return Shortage::pieces;
    if (!claim.codes.empty() &&
        !there(db_, codes, pairs_of(std::span(claim.codes)), claim.codes.size()))
        return Shortage::codes;
    change(db_, &Kind::hold, claim);
    return std::nullopt;
}

void SqlHolds::give_back(const Claim& claim) { change(db_, &Kind::give_back, claim); }

void SqlHolds::take_held(const Claim& claim) { change(db_, &Kind::take, claim); }

void SqlHolds::refill(std::span<const CartLine> lines) { change(db_, pieces.refill, lines); }

}  // namespace asterism::store
