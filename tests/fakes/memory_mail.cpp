#include "tests/fakes/memory_mail.hpp"

#include <algorithm>

namespace asterism::tests {

mail::MessageId MemoryMessages::add(const mail::Draft& draft, Instant at) {
    return calls_.write([&] {
        mail::Message message;
        message.id = {std::ssize(rows_) + 1};
        message.draft = draft;
        message.created_at = at;
        rows_.push_back(std::move(message));
        return rows_.back().id;
    });
}

std::optional<mail::Message> MemoryMessages::find(mail::MessageId id) const {
    return calls_.read([&]() -> std::optional<mail::Message> {
        const auto found = std::ranges::find(rows_, id, &mail::Message::id);
        if (found == rows_.end()) return std::nullopt;
        return *found;
    });
}

std::vector<mail::Message> MemoryMessages::latest(std::int64_t limit) const {
    return calls_.read([&] {
        const auto count = std::min(limit, std::int64_t{std::ssize(rows_)});
        return std::vector(rows_.rbegin(), rows_.rbegin() + count);
    });
}

void MemoryMessages::record(mail::MessageId id, mail::State state, std::string_view error) {
    calls_.write([&] {
        auto& message = *std::ranges::find(rows_, id, &mail::Message::id);
        message.state = state;
        message.last_error = error;
        ++message.attempts;
        if (state == mail::State::sent) message.draft.text = message.draft.html = "";
    });
}

void MemoryTasks::add(const Task& task) {
    calls_.write([&] {
        if (!task.key.empty())
            std::erase_if(rows_, [&](const TaskRow& row) {
                return row.kind == task.kind && row.key == task.key;
            });
        rows_.push_back({std::string(task.kind), task.lane, task.key, task.payload, task.due});
    });
}

}  // namespace asterism::tests
