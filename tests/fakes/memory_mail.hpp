#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryMessages : public mail::Messages {
public:
    MemoryMessages(Tables& tables, Calls& calls) : rows_(tables.messages), calls_(calls) {}

    mail::MessageId add(const mail::Draft& draft, Instant at) override;
    std::optional<mail::Message> find(mail::MessageId id) const override;
    std::vector<mail::Message> latest(std::int64_t limit) const override;
    void record(mail::MessageId id, mail::State state, std::string_view error) override;

private:
    std::vector<mail::Message>& rows_;
    Calls& calls_;
};

class MemoryTasks : public Tasks {
public:
    MemoryTasks(Tables& tables, Calls& calls) : rows_(tables.tasks), calls_(calls) {}

    void add(const Task& task) override;

private:
    std::vector<TaskRow>& rows_;
    Calls& calls_;
};

class MemoryLog : public audit::Log {
public:
    MemoryLog(Tables& tables, Calls& calls) : rows_(tables.audit), calls_(calls) {}

    void append(const audit::Record& record) override {
        calls_.before_append();
        calls_.write([&] { rows_.push_back(record); });
    }

private:
    std::vector<audit::Record>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
