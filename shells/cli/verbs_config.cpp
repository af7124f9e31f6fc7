#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

std::string as_markdown() {
    std::string out = "| Setting | Default | Environment | Meaning |\n|---|---|---|---|\n";
    for (const Setting& setting : all_settings()) {
        auto about = std::string(setting.about);
        if (setting.takes == Takes::word || setting.takes == Takes::number) {
            about += " (" + std::string(setting.range) + ")";
            for (auto bar = about.find('|'); bar != std::string::npos; bar = about.find('|', bar))
                about.replace(bar, 1, ", ");
        }
        out += fmt::format("| `{}` | {} | `{}` | {} |\n", setting.key,
                           setting.fallback.empty() ? "" : fmt::format("`{}`", setting.fallback),
                           environment_name(setting.key), about);
    }
    return out;
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
    if (!out.ends_with('{')) out += ',';
    app::append_json(out, name);
    out += ':';
    app::append_json(out, text);
}

std::string keys_as_json() {
    std::string out;
    for (const Setting& setting : all_settings()) {
        out += out.empty() ? "[{" : "},{";
        append_member(out, "key", setting.key);
        append_member(out, "default", setting.fallback);
        append_member(out, "environment", environment_name(setting.key));
        append_member(out, "about", setting.about);
    }
    return out + "}]\n";
}

}  // namespace

Exit config_show(const Arguments& given) {
    const auto settings = settings_of(given);
    if (given.has("json")) {
        std::string out;
        for (const auto& key : settings.keys()) {
            out += out.empty() ? '{' : ',';
            app::append_json(out, std::string_view(key));
            out += ":{";
            append_member(out, "value", settings.shown(key));
            append_member(out, "from", settings.of(key).origin);
            out += '}';
        }
        print(out + "}\n");
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{{"SETTING", "VALUE", "FROM"}};
    for (const auto& key : settings.keys())
        rows.push_back({key, settings.shown(key), settings.of(key).origin});
    print(columns(rows));
    return Exit::done;
}

Exit config_check(const Arguments& given) {
    const auto settings = settings_of(given);
    check(settings);
    if (!settings.production())
        if (const auto unsafe = unsafe_in_production(settings); !unsafe.empty())
            say("Fit for dev. Production would refuse:\n\n" + unsafe + "\n");
    print("The configuration is valid.\n");
    return Exit::done;
}

Exit config_keys(const Arguments& given) {
    if (given.has("json")) {
        print(keys_as_json());
        return Exit::done;
    }
    if (given.has("markdown")) {
        print(as_markdown());
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{{"SETTING", "DEFAULT", "MEANING"}};
    for (const Setting& setting : all_settings())
        rows.push_back(
            {std::string(setting.key), std::string(setting.fallback), std::string(setting.about)});
    print(columns(rows));
    return Exit::done;
}

}  // namespace asterism::cli
