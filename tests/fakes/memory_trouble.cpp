#include "tests/fakes/memory_trouble.hpp"

#include <algorithm>

namespace asterism::tests {

void MemoryMailTroubles::note(std::string_view order, shop::MailFailure kind,
                              std::string_view error, Instant at) {
    calls_.write([&] {
        const auto found = std::ranges::find_if(rows_, [&](const MailTroubleRow& row) {
            return !row.settled && row.trouble.order == order && row.trouble.kind == kind;
        });
        if (found == rows_.end()) {
            rows_.push_back({{{std::ssize(rows_) + 1},
                              std::string(order),
                              kind,
                              std::string(error),
                              1,
                              at,
                              at}});
            return;
        }
        ++found->trouble.times;
        found->trouble.error = error;
        found->trouble.last_at = at;
    });
}

std::vector<shop::MailTrouble> MemoryMailTroubles::open(std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<shop::MailTrouble> out;
        for (const MailTroubleRow& row : rows_)
            if (!row.settled && std::ssize(out) < limit) out.push_back(row.trouble);
        return out;
    });
}

bool MemoryMailTroubles::settle(shop::MailTroubleId id, AccountId, std::string_view, Instant) {
    return calls_.write([&] {
        for (MailTroubleRow& row : rows_)
            if (row.trouble.id == id && !row.settled) return row.settled = true;
        return false;
    });
}

void MemoryMailTroubles::settle_all(std::string_view order, std::string_view, Instant) {
    calls_.write([&] {
        for (MailTroubleRow& row : rows_)
            if (row.trouble.order == order) row.settled = true;
    });
}

std::int64_t MemoryAlarms::raise(std::string_view kind, Instant at) {
    return calls_.write([&] {
        auto& row = rows_.try_emplace(std::string(kind)).first->second;
        row.at = at;
        return ++row.raised;
    });
}

bool MemoryAlarms::take_mail(std::string_view kind, Instant at, Instant before) {
    return calls_.write([&] {
        const auto found = rows_.find(kind);
        if (found == rows_.end() || (found->second.mailed && *found->second.mailed > before))
            return false;
        found->second.mailed = at;
        ++found->second.mails;
        return true;
    });
}

std::vector<shop::AlarmCount> MemoryAlarms::counts() const {
    return calls_.read([&] {
        std::vector<shop::AlarmCount> out;
        for (const auto& [kind, row] : rows_) out.push_back({kind, row.raised, row.mails, row.at});
        return out;
    });
}

}  // namespace asterism::tests
