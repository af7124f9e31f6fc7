#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "libcore/base/time.hpp"

namespace asterism::cli {

enum class Level : std::uint8_t { debug, info, warning, error };

/// "info" and its like; info for a word that is none of them.
Level read_level(std::string_view word);

/// Lines for whoever runs the program, as text or as JSON. May be used by many threads at once.
/// What it is given may come from anywhere: nothing in a value can begin a line of its own.
class Log {
public:
    using Value = std::variant<std::string_view, std::int64_t>;
    using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

    struct Options {
        bool json = false;
        Level least = Level::info;
        std::function<Instant()> clock;
        std::function<void(std::string_view line)> sink = {};  ///< stderr if empty
        std::string tenant = {};  ///< whose lines they are, where there are several
    };

    explicit Log(Options options);

    void write(Level level, std::string_view message, Fields fields = {}) const;

    bool wants(Level level) const { return level >= options_.least; }

private:
    Options options_;
};

}  // namespace asterism::cli
