#pragma once

#include "shells/app/timetable.hpp"
#include "shells/store/engine.hpp"

namespace asterism::store {

class SqlTimetable final : public app::Timetable {
public:
    explicit SqlTimetable(Engine& engine) : engine_(engine) {}

    std::optional<std::int64_t> take(std::string_view job, Instant now,
                                     std::chrono::seconds lease) override;
    void settle(std::string_view job, std::int64_t lease, Instant now, Instant due,
                std::string_view outcome) override;
    std::vector<app::JobState> all() override;

private:
    Engine& engine_;
};

}  // namespace asterism::store
