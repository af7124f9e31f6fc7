#pragma once

#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "shells/cli/settings.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {

namespace fs = std::filesystem;

/// A machine of its own: a folder for its files, an environment, a command line.
class Machine {
public:
    Machine() {
        std::string pattern = fs::temp_directory_path() / "asterism-settings-XXXXXX";
        home_ = ::mkdtemp(pattern.data());
        sources.system_file = home_ / "etc.toml";
        sources.environment = {{"HOME", home_}, {"PATH", "/bin"}};
        sources.flags = {{"data", data()}};
        fs::create_directory(data());
    }

    ~Machine() { fs::remove_all(home_); }

    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    std::string data() const { return home_ / "data"; }

    void system_file(std::string_view text) const { std::ofstream(sources.system_file) << text; }

    void data_file(std::string_view text) const {
        std::ofstream(fs::path(data()) / "asterism.toml") << text;
    }

    void variable(std::string name, std::string text) {
        sources.environment.emplace_back(std::move(name), std::move(text));
    }

    Settings load() const { return Settings::load(sources); }

    /// What it says when it cannot load; empty if it can.
    std::string trouble() const {
        try {
            check(load());
            return {};
        } catch (const Trouble& trouble) {
            CHECK(trouble.exit() == Exit::configuration);
            return trouble.what();
        }
    }

    Sources sources;
    fs::path home_;
};

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace asterism::cli
