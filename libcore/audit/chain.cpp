#include "libcore/audit/chain.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace asterism::audit {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

std::string number(Instant at) { return number(at.time_since_epoch().count()); }

/// Parts with their lengths before them: no two lists of parts make one text.
std::string joined(std::string_view use, std::initializer_list<std::string_view> parts) {
    std::string out(use);
    for (const auto part : parts) {
        out += '\n';
        out += std::to_string(part.size());
        out.append(1, ':').append(part);
    }
    return out;
}

bool continues(const Sealer& sealer, const Tip& tip, const Sealed& row) {
    return next(sealer, tip, row.entry.at, row.code).seal == row.seal;
}

/// The rows begin with one that does not follow the tip.
Finding judge(const Sealer& sealer, const Tip& tip, std::span<const Sealed> rows,
              std::int64_t end) {
    const Sealed& row = rows.front();
    const auto found = [&](Break what) { return Finding{what, row.position, row.entry.id}; };
    const auto rest = rows.subspan(1);
    if (code_of(sealer, row.entry) != row.code) {
        const bool goes_on_without = !rest.empty() && continues(sealer, tip, rest.front());
        return found(goes_on_without || row.position > end ? Break::inserted : Break::changed);
    }
    const auto follows = [&](const Sealed& other) { return continues(sealer, tip, other); };
    if (follows(row) || std::ranges::any_of(rest, follows)) return found(Break::reordered);
    return {Break::missing, tip.position + 1, {}};
}

}  // namespace

std::string code_of(const Sealer& sealer, const Entry& e) {
    return sealer.seal(
        joined("row", {number(e.id.value), number(e.at), e.type, e.success ? "1" : "0",
                       e.account ? number(e.account->value) : "-", e.handle, e.address, e.agent,
                       e.metadata, e.request_id}));
}

Tip next(const Sealer& sealer, const Tip& before, Instant at, std::string_view code) {
    Tip after{before.position + 1, before.day, {}};
    auto previous = before.seal;
    if (before.position == 0 || day_of(at) > before.day) {
        after.day = day_of(at);
        previous = sealer.seal(joined("day", {number(after.day), previous}));
    }
    after.seal = sealer.seal(joined("link", {previous, code}));
    return after;
}

Instant day_of(Instant at) { return std::chrono::floor<std::chrono::days>(at); }

std::string key_mark(const Sealer& sealer) { return sealer.seal("key").substr(0, 16); }

std::string proof_of(const Sealer& sealer, const Tip& tip) {
    return sealer.seal(joined("head", {number(tip.position), number(tip.day), tip.seal}));
}

std::string proof_of(const Sealer& sealer, const Anchor& a) {
    return sealer.seal(joined("anchor", {number(a.first), number(a.tip.position), number(a.tip.day),
                                         a.tip.seal, a.file, a.digest}));
}

bool genuine(const Sealer& sealer, const Head& head) {
    if (head.tip.position == 0 && head.proof.empty()) return true;
    return head.proof == proof_of(sealer, head.tip);
}

std::optional<Finding> follow(const Sealer& sealer, Tip& tip, std::span<const Sealed> rows,
                              std::int64_t end) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Sealed& row = rows[i];
        auto after = next(sealer, tip, row.entry.at, row.code);
        const bool good = row.position == after.position && row.seal == after.seal &&
                          row.position <= end && code_of(sealer, row.entry) == row.code;
        if (!good) return judge(sealer, tip, rows.subspan(i), end);
        tip = std::move(after);
    }
    return std::nullopt;
}

}  // namespace asterism::audit
