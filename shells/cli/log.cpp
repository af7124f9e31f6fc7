#include "shells/cli/log.hpp"

#include <algorithm>
#include <array>
#include <unistd.h>

#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::cli {
namespace {

constexpr std::array<std::string_view, 4> words{"debug", "info", "warning", "error"};
constexpr std::size_t longest_value = 2'000;

std::string_view word_of(Level level) { return words[static_cast<std::size_t>(level)]; }

/// Bare where it is one plain word, else quoted; controls and bytes beyond ASCII as \xNN, so that
/// a terminal takes no orders from it.
void append_value(std::string& out, std::string_view value) {
    const bool bare = !value.empty() && std::ranges::all_of(value, [](char c) {
        return c > ' ' && c <= '~' && c != '"' && c != '=' && c != '\\';
    });
    if (bare) {
        out += value;
        return;
    }
    out += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < ' ' || byte > '~')
            out += fmt::format("\\x{:02x}", byte);
        else if (c == '"' || c == '\\')
            (out += '\\') += c;
        else
            out += c;
    }
    out += '"';
}

/// The text with every byte that is not plain ASCII made visible, and so fit for JSON.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte < ' ' || byte > '~' ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
    }
    return out;
}

std::string as_text(std::string_view at, Level level, std::string_view message,
                    std::string_view tenant, Log::Fields fields) {
    auto line = fmt::format("{} {:<7} {}", at, word_of(level), plain(message));
    if (!tenant.empty()) append_value(line += " tenant=", tenant);
    for (const auto& [name, value] : fields) {
        (line += ' ').append(name) += '=';
        if (const auto* count = std::get_if<std::int64_t>(&value))
            app::append_json(line, *count);
        else
            append_value(line, std::get<std::string_view>(value).substr(0, longest_value));
    }
    return line;
}

std::string as_json(std::string_view at, Level level, std::string_view message,
                    std::string_view tenant, Log::Fields fields) {
    auto line = fmt::format(R"({{"at":"{}","level":"{}","message":)", at, word_of(level));
    app::append_json(line, plain(message));
    if (!tenant.empty()) app::append_json(line += R"(,"tenant":)", tenant);
    for (const auto& [name, value] : fields) {
        (line += ",\"").append(name) += "\":";
        if (const auto* count = std::get_if<std::int64_t>(&value))
            app::append_json(line, *count);
        else
            app::append_json(line,
                             plain(std::get<std::string_view>(value).substr(0, longest_value)));
    }
    return line + '}';
}

void to_stderr(std::string_view line) {
    // One write for a line, so that lines of several processes do not mix.
    static_cast<void>(!::write(STDERR_FILENO, line.data(), line.size()));
}

}  // namespace

Level read_level(std::string_view word) {
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? Level::info : static_cast<Level>(found - words.begin());
}

Log::Log(Options options) : options_(std::move(options)) {
    if (!options_.sink) options_.sink = &to_stderr;
}

void Log::write(Level level, std::string_view message, Fields fields) const {
    if (!wants(level)) return;
    std::string at;
    app::append_instant(at, options_.clock());
    const auto write_line = options_.json ? &as_json : &as_text;
    auto line = write_line(at, level, message, options_.tenant, fields);
    line += '\n';
    options_.sink(line);
}

}  // namespace asterism::cli
