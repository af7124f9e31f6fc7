#include "shells/cli/data_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdlib.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "shells/cli/trouble.hpp"
#include "shells/outside/entropy.hpp"

namespace asterism::cli {
namespace {

namespace fs = std::filesystem;

class Home {
public:
    Home() {
        std::string pattern = fs::temp_directory_path() / "asterism-folder-XXXXXX";
        path = ::mkdtemp(pattern.data());
    }

    ~Home() { fs::remove_all(path); }

    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    fs::path path;
};

unsigned mode_of(const fs::path& path) {
    struct stat found {};

    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 0777U;
}

template <class Body>
Exit exit_of_trouble(Body body) {
    try {
        body();
    } catch (const Trouble& trouble) {
        CHECK(std::ranges::count(std::string_view(trouble.what()), '\n') == 2);
        return trouble.exit();
    }
    return Exit::done;
}

TEST_CASE("data folder: is made for its owner alone") {
    const Home home;
    const auto path = home.path / "deep" / "data";
    const DataFolder folder(path);
    for (const auto* inner : {"", "files", "secrets", "backups"})
        CHECK(mode_of(path / inner) == 0700);
}

TEST_CASE("data folder: a secret is made once, strong and private") {
    const Home home;
    outside::SystemEntropy entropy;
    const DataFolder folder(home.path);
    const auto secret = folder.secret("session.key", entropy);
    CHECK(secret.size() == 64);
    CHECK(folder.secret("session.key", entropy) == secret);
    CHECK(folder.secret("other.key", entropy) != secret);
    CHECK(mode_of(home.path / "secrets" / "session.key") == 0600);
    CHECK(std::distance(fs::directory_iterator(home.path / "secrets"), {}) == 2);
    CHECK(fault_of_secrets(home.path).empty());
}

TEST_CASE("data folder: a weak or open secret is found") {
    const Home home;
    outside::SystemEntropy entropy;
    const DataFolder folder(home.path);
    const auto path = home.path / "secrets" / "session.key";
    for (const auto& weak : {std::string("changeme"), std::string(64, '0'), std::string()}) {
        std::ofstream(path) << weak;
        ::chmod(path.c_str(), 0600);
        CHECK(exit_of_trouble([&] { static_cast<void>(folder.secret("session.key", entropy)); }) ==
              Exit::configuration);
        CHECK_FALSE(fault_of_secrets(home.path).empty());
    }
    fs::remove(path);
    static_cast<void>(folder.secret("session.key", entropy));
    ::chmod(path.c_str(), 0640);
    CHECK(fault_of_secrets(home.path).find("read by others") != std::string::npos);
}

TEST_CASE("data folder: is locked by one at a time") {
    const Home home;
    DataFolder second(home.path);
    {
        DataFolder first(home.path);
        first.lock();
        first.lock();
        CHECK(exit_of_trouble([&] { second.lock(); }) == Exit::conflict);
    }
    second.lock();
}

TEST_CASE("data folder: a file in its place is a wrong configuration") {
    const Home home;
    const auto file = home.path / "file";
    std::ofstream{file};
    CHECK(exit_of_trouble([&] { const DataFolder folder(file); }) == Exit::configuration);
    CHECK(exit_of_trouble([&] { const DataFolder folder(file / "below"); }) == Exit::configuration);
}

}  // namespace
}  // namespace asterism::cli
