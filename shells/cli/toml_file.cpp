#include "shells/cli/toml_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, int line, std::string_view why) {
    throw Trouble(Exit::configuration, fmt::format("The configuration in {} cannot be used.", path),
                  fmt::format("Line {}: {}", line, why),
                  "Mend the file; `asterism config keys` lists what it may hold.");
}

std::string text_of(const toml::node& node, const std::string& path, const std::string& key) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    const auto line = static_cast<int>(node.source().begin.line);
    const auto* items = node.as_array();
    if (!items) refuse(path, line, fmt::format("{} must be a text, a number or a list.", key));
    std::string out;
    for (const auto& item : *items) {
        const auto* text = item.as_string();
        if (!text || text->get().find(',') != std::string::npos)
            refuse(path, line, fmt::format("{} must be a list of texts without commas.", key));
        out += (out.empty() ? "" : ",") + text->get();
    }
    return out;
}

void flatten(const toml::table& table, const std::string& prefix, const std::string& path,
             std::vector<TomlValue>& out) {
    for (const auto& [name, node] : table) {
        const auto key = prefix + std::string(name.str());
        if (const auto* inner = node.as_table())
            flatten(*inner, key + ".", path, out);
        else
            out.push_back(
                {key, text_of(node, path, key), static_cast<int>(node.source().begin.line)});
    }
}

}  // namespace

std::optional<std::vector<TomlValue>> read_toml(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw Trouble(errno == EACCES ? Exit::not_allowed : Exit::configuration,
                      fmt::format("The configuration {} cannot be read.", path),
                      std::strerror(errno), "Let the user that runs asterism read it.");
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<TomlValue> out;
    try {
        flatten(toml::parse(text, path), "", path, out);
    } catch (const toml::parse_error& wrong) {
        refuse(path, static_cast<int>(wrong.source().begin.line), wrong.description());
    }
    return out;
}

}  // namespace asterism::cli
