#include "shells/worker/shop_alarm.hpp"

#include <array>
#include <utility>

#include "libcore/mail/use_cases.hpp"
#include "libcore/shop/alarms.hpp"
#include "libcore/shop/plan.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 5> waits{10s, 1min, 10min, 1h, 8h};

void raise(app::Unit& unit, Entropy& entropy, const AlarmOptions& options, std::string_view kind,
           Instant now) {
    const auto raised = unit.alarms().raise(kind, now);
    if (options.to.empty()) return;
    if (!unit.alarms().take_mail(kind, now, now - shop::alarm_rest)) return;
    mail::post({unit.messages(), unit.tasks()}, entropy, Now{now},
               shop::compose_alarm(kind, raised,
                                   {options.to, options.from, options.site, options.address}));
}

}  // namespace

Handler alarm_handler(Entropy& entropy, AlarmOptions options) {
    const auto handle = [&entropy, options = std::move(options)](const app::LeasedTask& task,
                                                                 Instant now) -> Outcome {
        if (task.payload.empty()) return {Ending::hopeless, "the task names no alarm"};
        if (options.told) options.told(task.payload);
        return {Ending::done,
                {},
                [&entropy, &options, kind = task.payload, now](app::Unit& unit, bool) {
                    raise(unit, entropy, options, kind, now);
                }};
    };
    return {shop::alarm_task, waits, handle};
}

}  // namespace asterism::worker
