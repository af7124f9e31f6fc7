#include "shells/cli/operate.hpp"

#include <charconv>

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/base/text.hpp"
#include "shells/app/operation.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {

Actor keeper() {
    Actor out;
    out.role = Role::admin;
    return out;
}

Actor actor_named(Composition& parts, const std::string& name) {
    const auto key = lowered(trimmed(name));
    std::optional<accounts::Account> found;
    parts.app().store().read([&](app::Unit& unit) {
        std::int64_t id = 0;
        const auto [stop, ec] = std::from_chars(key.data(), key.data() + key.size(), id);
        found = unit.accounts().find_by_handle(key);
        if (!found) found = unit.accounts().find_by_email(key);
        if (!found && ec == std::errc{} && stop == key.data() + key.size())
            found = unit.accounts().find(AccountId{id});
    });
    if (!found)
        throw Trouble(Exit::missing, fmt::format("There is no account `{}`.", name),
                      "Somebody is named by a user name, an address or a number.",
                      "See `asterism user list`.");
    Actor out{found->id};
    out.role = found->role;
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

std::optional<std::string> try_to_operate(Composition& parts, std::string_view operation,
                                          const boost::json::object& input,
                                          std::string_view where) {
    try {
        return operate(parts, operation, input, keeper());
    } catch (const Trouble& trouble) {
        if (trouble.exit() != Exit::misused) throw;
        const std::string_view text = trouble.what();
        const auto why = text.substr(text.find('\n') + 1);
        say(fmt::format("{}: {}", where, why.substr(0, why.find('\n'))));
        return std::nullopt;
    }
}

}  // namespace asterism::cli
