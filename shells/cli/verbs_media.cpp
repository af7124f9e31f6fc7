#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {

Exit media_sweep(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto found = parts.sweep_media(given.has("dry-run"));
    if (given.has("json")) {
        std::string text;
        app::append_json(text, boost::json::object{{"published", found.published},
                                                   {"discarded", found.discarded},
                                                   {"removed", found.removed},
                                                   {"dropped", found.dropped}});
        print(text + '\n');
        return Exit::done;
    }
    print(columns({{"Moved into place", std::to_string(found.published)},
                   {"Left behind by uploads", std::to_string(found.discarded)},
                   {"Files that nothing names", std::to_string(found.removed)},
                   {"Pictures without their files", std::to_string(found.dropped)}}));
    return Exit::done;
}

}  // namespace asterism::cli
