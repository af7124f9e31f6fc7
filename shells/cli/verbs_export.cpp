#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/cli/new_file.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
Exit user_export(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto actor = actor_named(parts, given.text("handle"));
    const auto zip = parts.packer().pack(operate(parts, "export_own_data", {}, actor));
    const auto path =
        given.has("output") ? given.text("output") : given.text("handle") + "-data.zip";
    NewFile file(path);
    file.write(zip);
    file.close();
    say(fmt::format("{} bytes in {}", zip.size(), path));
    return Exit::done;
}

}  // namespace asterism::cli
