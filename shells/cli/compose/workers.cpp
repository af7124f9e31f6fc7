#include <algorithm>
#include <chrono>

#include "shells/cli/compose.hpp"
#include "shells/cli/compose/shop.hpp"
#include "shells/worker/badge_handler.hpp"
#include "shells/worker/mail_handler.hpp"
#include "shells/worker/place_handler.hpp"
#include "shells/worker/shop_counter.hpp"

namespace asterism::cli {

std::unique_ptr<worker::Worker> Composition::make_worker() {
    worker::WorkerOptions options;
    options.clock = &system_time;
    options.lease = std::chrono::seconds(settings_.number("worker.lease_seconds"));
    options.longest_task = std::min(options.longest_task, options.lease / 2);
    options.failed = [this](std::string_view about, std::string_view what) {
        log_.write(Level::warning, "a task failed", {{"task", about}, {"why", what}});
    };
    std::vector<worker::Handler> handlers{
        worker::mail_handler(*store_, transport_.get(), !settings_.production(),
                             worker::order_mail_ear(*store_, order_mails_of(settings_, log_))),
        worker::place_handler(app_, policy_),
        worker::badge_handler(policy_),
        worker::order_mail_handler(*store_, shared_.entropy, order_mails_of(settings_, log_)),
        worker::alarm_handler(shared_.entropy, alarms_of(settings_, log_)),
        worker::close_counter_handler(app_.world().payments)};
    return std::make_unique<worker::Worker>(*tasks_, std::move(handlers), std::move(options));
}

}  // namespace asterism::cli
