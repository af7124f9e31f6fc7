#include "shells/outside/local_files.hpp"

#include <csignal>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "shells/app/store.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/outside/folder.hpp"

namespace asterism::outside::testing {
namespace {

namespace fs = std::filesystem;
using media::Format;

const std::string name(32, 'a');
const std::string large = media::file_name(name, 720);

struct Place {
    void create(const std::string& file, std::string_view content) {
        const auto made = files.create(file);
        REQUIRE(::write(made.number(), content.data(), content.size()) == std::ssize(content));
    }

    Folder folder;
    tests::CountingEntropy entropy;
    LocalFiles files{folder.path() + "/files", entropy};
};

TEST_CASE("files: an arrival can be read by nobody else, and goes when it is not wanted") {
    Place place;
    {
        const auto arrival = arrived(place.files, Format::png, "abc");
        arrival->append("def");
        CHECK(place.files.size(arrival->name()) == 6);
        const auto path = place.folder / ("files/tmp/" + arrival->name().str());

        struct stat found {};

        REQUIRE(::stat(path.c_str(), &found) == 0);
        CHECK((found.st_mode & 0777) == 0600);
        CHECK(arrival->name().view().ends_with(".png"));
    }
    CHECK(place.folder.count() == 0);
    CHECK_FALSE(place.files.size(*media::Upload::parse(name + ".png")));
}

TEST_CASE("files: are read once they are published, until they are removed") {
    Place place;
    place.create(large, "picture");
    CHECK_FALSE(place.files.read(large));
    place.files.carry_out({{large}, {}});
    CHECK(place.files.read(large) == "picture");
    CHECK(place.files.unpublished().empty());
    REQUIRE(place.files.kept("aa").size() == 1);
    CHECK(place.files.kept("aa")[0].name == large);
    CHECK(place.files.kept("ab").empty());
    place.files.carry_out({{}, {large}});
    CHECK_FALSE(place.files.read(large));
    CHECK(place.folder.count() == 0);
    place.files.carry_out({{large}, {large}});  // what is not there is no trouble
}

TEST_CASE("files: no name leads out of the folder, and no link is followed") {
    Place place;
    fs::create_directories(place.folder / "files/kept/aa");
    std::ofstream(place.folder / "secret") << "secret";
    fs::create_symlink(place.folder / "secret", place.folder / ("files/kept/aa/" + large));
    CHECK_FALSE(place.files.read(large));
    for (const std::string wrong : {"../secret", "aa/../../secret", "/etc/passwd", "", ".", "..",
                                    "tmp", "%2e%2e/secret", "secret"})
        CHECK_FALSE(place.files.read(wrong));
    fs::remove_all(place.folder / "files/kept/aa");
    fs::create_directory_symlink(place.folder.path(), place.folder / "files/kept/aa");
    fs::copy(place.folder / "secret", place.folder / large);
    CHECK_FALSE(place.files.read(large));
}

TEST_CASE("files: a folder that is a link is refused") {
    Folder folder;
    tests::CountingEntropy entropy;
    fs::create_directory(folder / "elsewhere");
    fs::create_directory_symlink(folder / "elsewhere", folder / "files");
    CHECK_THROWS_AS(LocalFiles(folder.path() + "/files", entropy), std::system_error);
}

TEST_CASE("files: a full disk is told from other trouble") {
    Place place;
    const auto arrival = place.files.begin(Format::gif);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{1'000, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
    CHECK_THROWS_AS(arrival->append(std::string(5'000, 'x')), app::NoRoom);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, ignored);
}

}  // namespace
}  // namespace asterism::outside::testing
