#include "shells/cli/operate.hpp"

#include <boost/json/value.hpp>

#include "shells/app/operation.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {

Actor keeper() {
    Actor out;
    out.role = Role::admin;
    return out;
}

std::string operate(Composition& parts, std::string_view operation,
                    const boost::json::object& input, const std::optional<Actor>& actor) {
    const Caller caller{"", "asterism-cli", SiteId{1}};
    const auto& named = operation_named(operation);
    app::Answer answer;
    const auto outcome = app::guarded([&]() -> Result<Done> {
        auto given = input;
        const auto held = parts.take_files_in(named, given);
        if (!held) return held.error();
        return named.run(parts.app(), {actor, caller, parts.policy()}, given, answer);
    });
    if (!outcome) throw trouble_of(outcome.error());
    return std::move(answer.text);
}

}  // namespace asterism::cli
