#include "tests/fakes/memory_audit.hpp"

#include <algorithm>

namespace asterism::tests {

using accounts::Leftover;
using audit::Entry;
using audit::RecordId;
using audit::Sealed;

namespace {

bool wanted(const Entry& entry, const audit::Filter& filter) {
    return (!filter.type || entry.type == *filter.type) &&
           (!filter.handle || entry.handle == *filter.handle) &&
           (!filter.address || entry.address == *filter.address) &&
           (!filter.since || entry.at >= *filter.since) &&
           (!filter.until || entry.at < *filter.until);
}

bool never_proved(const accounts::Account& account, Instant before) {
    return account.id && !account.email_verified_at && !account.last_login_at && !account.system &&
           account.created_at < before;
}

/// Deletes what `gone` says, at most so many.
template <class Rows, class Gone>
std::int64_t drop_from(Rows& rows, std::int64_t limit, Gone gone) {
    std::int64_t count = 0;
    std::erase_if(rows, [&](const auto& row) { return count < limit && gone(row) && ++count > 0; });
    return count;
}

std::int64_t drop_from(Tables& tables, Leftover what, Instant before, std::int64_t limit) {
    switch (what) {
        case Leftover::session:
            return drop_from(tables.sessions, limit, [&](const SessionRow& row) {
                const auto& session = row.session;
                return session.ended || session.lifetime.expires < before ||
                       session.last_seen + session.lifetime.idle < before;
            });
        case Leftover::ticket:
            return drop_from(tables.tickets, limit,
                             [&](const TicketRow& row) { return row.ticket.expires < before; });
        case Leftover::lockout:
            return drop_from(tables.lockouts, limit, [&](const auto& row) {
                return row.second.since < before &&
                       row.second.locked_until.value_or(before) <= before;
            });
    }
    return 0;
}

}  // namespace

Entry MemoryLedger::entry(std::int64_t id) const {
    const auto& [event, at, caller] = records_[static_cast<std::size_t>(id - 1)];
    return {RecordId{id},
            at,
            std::string(event.type),
            event.success,
            event.account,
            event.handle,
            caller.address,
            caller.agent,
            event.metadata,
            caller.request_id};
}

std::vector<Entry> MemoryLedger::list(const audit::Filter& filter, RecordId before,
                                      std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Entry> out;
        auto id = before ? before.value - 1 : std::ssize(records_);
        for (; id > chain_.dropped && std::ssize(out) < limit; --id)
            if (auto each = entry(id); wanted(each, filter)) out.push_back(std::move(each));
        return out;
    });
}

audit::Head MemoryLedger::head() const {
    return calls_.read([&] { return chain_.head; });
}

std::optional<audit::Head> MemoryLedger::hold_head() {
    return calls_.write([&] { return std::optional(chain_.head); });
}

void MemoryLedger::save_head(const audit::Head& head) {
    calls_.write([&] { chain_.head = head; });
}

std::vector<Entry> MemoryLedger::unsealed(std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Entry> out;
        for (auto id = chain_.placed + 1; id <= std::ssize(records_); ++id)
            if (std::ssize(out) < limit) out.push_back(entry(id));
        return out;
    });
}

std::int64_t MemoryLedger::count_unsealed() const { return std::ssize(records_) - chain_.placed; }

void MemoryLedger::seal(RecordId id, std::int64_t position, std::string_view code,
                        std::string_view seal) {
    calls_.write([&] {
        chain_.rows.push_back({entry(id.value), position, std::string(code), std::string(seal)});
        chain_.placed = id.value;
    });
}

std::vector<Sealed> MemoryLedger::chain(std::int64_t after, std::int64_t limit) const {
    return calls_.read([&] {
        auto out = chain_.rows;
        std::ranges::sort(out, {}, &Sealed::position);
        std::erase_if(out, [&](const Sealed& row) { return row.position <= after; });
        if (std::ssize(out) > limit) out.resize(static_cast<std::size_t>(limit));
        return out;
    });
}

std::int64_t MemoryLedger::position_before(Instant at) const {
    return calls_.read([&] {
        std::int64_t out = 0;
        for (const Sealed& row : chain_.rows)
            if (row.entry.at < at) out = std::max(out, row.position);
        return out;
    });
}

std::vector<audit::Anchor> MemoryLedger::anchors() const {
    return calls_.read([&] { return chain_.anchors; });
}

void MemoryLedger::add_anchor(const audit::Anchor& anchor) {
    calls_.write([&] { chain_.anchors.push_back(anchor); });
}

void MemoryLedger::mark_cleaned(std::string_view file, Instant at) {
    calls_.write([&] {
        for (auto& anchor : chain_.anchors)
            if (anchor.file == file) anchor.cleaned = at;
    });
}

std::int64_t MemoryLedger::drop_anchored(std::int64_t limit) {
    return calls_.write([&] {
        const auto last = chain_.anchors.empty() ? 0 : chain_.anchors.back().tip.position;
        const auto count =
            drop_from(chain_.rows, limit, [&](const Sealed& row) { return row.position <= last; });
        chain_.dropped += count;
        return count;
    });
}

std::vector<accounts::Account> MemoryLeftovers::unverified(Instant before,
                                                           std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<accounts::Account> out;
        for (const auto& row : tables_.accounts)
            if (never_proved(row.account, before) && std::ssize(out) < limit)
                out.push_back(row.account);
        return out;
    });
}

std::int64_t MemoryLeftovers::count_unverified(Instant before) const {
    return calls_.read([&] {
        return std::ranges::count_if(tables_.accounts, [&](const AccountRow& row) {
            return never_proved(row.account, before);
        });
    });
}

std::int64_t MemoryLeftovers::count(Leftover what, Instant before) const {
    return calls_.read([&] {
        auto copy = tables_;
        return drop_from(copy, what, before, 1'000'000);
    });
}

std::int64_t MemoryLeftovers::drop(Leftover what, Instant before, std::int64_t limit) {
    return calls_.write([&] { return drop_from(tables_, what, before, limit); });
}

}  // namespace asterism::tests
