#include "shells/worker/place_handler.hpp"

#include <array>
#include <charconv>

#include "libcore/places/enrichment.hpp"
#include "libcore/places/faults.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 3> waits{60s, 60s, 60s};

places::PlaceId place_id(std::string_view payload) {
    places::PlaceId id;
    const auto* end = payload.data() + payload.size();
    const auto [stop, ec] = std::from_chars(payload.data(), end, id.value);
    return ec == std::errc{} && stop == end ? id : places::PlaceId{};
}

Outcome enrich(app::App& app, const accounts::Policy& policy, const app::LeasedTask& task) {
    static const Caller caller{.address = {}, .agent = "asterism-worker"};
    Actor worker;
    worker.role = Role::admin;
    const auto id = place_id(task.payload);
    if (!id) return {Ending::hopeless, "the task names no place"};
    const auto done =
        app.run_staged<&places::enrich_place, &places::plan_enrichment, &places::ask_around>(
            {worker, caller, policy}, places::EnrichPlace{id});
    if (!done && done.error().fault != &places::unknown_place)
        return {Ending::again, std::string(done.error().fault->text)};
    const bool last = task.attempts > static_cast<int>(waits.size());
    if (!done || done->complete || last) return {};
    return {Ending::again, "a service told nothing of place " + task.payload};
}

}  // namespace

Handler place_handler(app::App& app, const accounts::Policy& policy) {
    return {places::enrich_task, waits,
            [&app, &policy](const auto& task, Instant) { return enrich(app, policy, task); }};
}

}  // namespace asterism::worker
