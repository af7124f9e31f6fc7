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

/// Of one table: what there is of what is asked for, and its change by that.
struct Kind {
    Sql look;
    Sql hold;
    Sql give_back;
    Sql take;
    Sql refill;
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
    static constexpr Literal those_sqlite{
        joined<" FROM (SELECT s.id, a.n", found_sqlite, ") w WHERE w.id = ", Table, ".id">};
    static constexpr Literal those_postgres{
        joined<" FROM (SELECT s.id, a.n", found_postgres, ") w WHERE w.id = ", Table, ".id">};
    /// As many of what was asked for as are held.
    static constexpr Literal some{
        joined<"CASE WHEN w.n < ", Held, " THEN w.n ELSE ", Held, " END">};
    static constexpr Literal less_held{joined<Held, " = ", Held, " - ", some>};
    static constexpr Literal less_left{joined<Left, " = ", Left, " - ", some>};

    template <Literal Change>
    static constexpr Sql change{joined<head, Change, those_sqlite>,
                                joined<head, Change, those_postgres>};

    static constexpr Kind all{{joined<columns, found_sqlite>, joined<columns, found_postgres>},
                              change<Literal{joined<Held, " = ", Held, " + w.n">}>,
                              change<less_held>,
                              change<Literal{joined<less_left, ", ", less_held>}>,
                              change<Literal{joined<Left, " = ", Left, " + w.n">}>};
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

void change(Db& db, Sql Kind::*how, const Claim& claim) {
    if (!claim.pieces.empty()) db.run(pieces.*how, pairs_of(std::span(claim.pieces)));
    if (!claim.codes.empty()) db.run(codes.*how, pairs_of(std::span(claim.codes)));
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

void SqlHolds::refill(std::span<const CartLine> lines) {
    if (!lines.empty()) db_.run(pieces.refill, pairs_of(lines));
}

}  // namespace asterism::store
