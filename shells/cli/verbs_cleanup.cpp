#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/app/shape.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/progress.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

/// Runs the operation until nothing is left, and counts. Long work says on a terminal how far it
/// is.
std::int64_t clean(Composition& parts, std::string_view operation, const json::object& input) {
    std::int64_t count = 0;
    Progress progress;
    for (bool more = true; more;) {
        const auto view = json::parse(operate(parts, operation, input, keeper())).as_object();
        count += view.at("count").as_int64();
        more = view.at("more").as_bool();
        if (more) progress.reach(count);
    }
    return count;
}

struct Part {
    std::string_view name;
    std::string_view operation;
};

Exit clean_up(const Arguments& given, std::string_view days, std::initializer_list<Part> what) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const bool dry_run = given.has("dry-run");
    json::object counts{{"dry_run", dry_run}};
    for (const auto& [name, operation] : what) {
        json::object input{{"dry_run", dry_run}};
        // The days given are those of the first; what goes along keeps its own.
        if (name == what.begin()->name && given.has("days"))
            input["days"] = app::from_text(app::Wire::integer, given.text("days"));
        else if (name == what.begin()->name && !days.empty())
            input["days"] = parts.settings().number(days);
        counts[name] = clean(parts, operation, input);
    }
    if (given.has("json")) {
        print(json::serialize(counts) + '\n');
        return Exit::done;
    }
    for (const auto& [name, operation] : what)
        print(fmt::format("{} {} {}\n", counts.at(name).as_int64(), name,
                          dry_run ? "would be deleted" : "deleted"));
    return Exit::done;
}

}  // namespace

Exit cleanup_unverified(const Arguments& given) {
    return clean_up(given, "cleanup.unverified_days",
                    {{"accounts", "purge_unverified"}, {"tickets", "purge_tickets"}});
}

Exit cleanup_sessions(const Arguments& given) {
    return clean_up(given, "", {{"sessions", "purge_sessions"}});
}

Exit cleanup_tickets(const Arguments& given) {
    return clean_up(given, "", {{"tickets", "purge_tickets"}});
}

Exit cleanup_lockouts(const Arguments& given) {
    return clean_up(given, "", {{"lockouts", "purge_lockouts"}});
}

Exit cleanup_carts(const Arguments& given) {
    return clean_up(given, "", {{"carts", "purge_carts"}});
}

}  // namespace asterism::cli
