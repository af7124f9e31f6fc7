#include "shells/http/pace.hpp"

namespace asterism::http {

Verdict Pace::judge(const ServerOptions& options, Time now) const {
    // `since_` is a tick's time, hence up to a tick too early.
    const auto spent = now - since_ - options.tick;
    if (expired(options, spent)) return Verdict::expire;
    return phase_ == Phase::idle && spent > options.tick ? Verdict::doze : Verdict::wait;
}

bool Pace::expired(const ServerOptions& options, Time::duration spent) const {
    switch (phase_) {
        case Phase::greet: return spent > options.tls_time;
        case Phase::idle: return spent > options.idle_time;
        case Phase::head: return spent > options.head_time;
        case Phase::job: return spent > options.request_time;
        case Phase::write: return spent > options.write_stall;
        case Phase::linger: return spent > options.linger_time;
        case Phase::body: break;
    }
    using Seconds = std::chrono::duration<double>;
    const double due = Seconds(spent - options.body_grace).count();
    return spent > options.body_time ||
           static_cast<double>(bytes_) < due * static_cast<double>(options.body_rate);
}

}  // namespace asterism::http
