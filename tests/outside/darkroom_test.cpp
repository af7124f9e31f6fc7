#include "shells/outside/darkroom.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <fstream>
#include <future>
#include <random>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "libcore/media/inspect.hpp"
#include "libcore/media/shelf.hpp"
#include "shells/app/store.hpp"
#include "shells/outside/entropy.hpp"
#include "tests/media/samples.hpp"
#include "tests/outside/folder.hpp"

namespace asterism::outside::testing {
namespace {

using media::Format;
using tests::sample;

/// What a decoder makes of a picture that no walk has seen.
struct Room {
    std::unique_ptr<media::Prints> print(std::string_view content, Format format,
                                         const media::Plan& plan = media::picture_plan) {
        const auto arrival = arrived(files, format, content);
        return darkroom.open(arrival->name())->print(format, plan);
    }

    Result<std::unique_ptr<media::Prints>> develop(std::string_view content, Format format) {
        const auto arrival = arrived(files, format, content);
        return media::develop(darkroom, arrival->name(), media::picture_plan);
    }

    std::string file(const media::Prints& prints, int side) {
        return folder.read("tmp/" + media::file_name(prints.blob().name, side));
    }

    Folder folder;
    SystemEntropy entropy;
    LocalFiles files{folder.path(), entropy};
    std::string why;
    std::mutex mutex;
    ImageDarkroom darkroom{files,
                           {.worker = {.program = ASTERISM_IMAGES, .pictures = 30},
                            .refused = [this](std::string_view what) {
                                const std::lock_guard lock(mutex);
                                why = what;
                            }}};
};

struct Sample {
    const char* name;
    Format format;
    int width, height;  ///< of the largest print
};

constexpr std::array samples{
    Sample{"photo.jpg", Format::jpeg, 480, 640},  Sample{"disc.png", Format::png, 300, 200},
    Sample{"photo.webp", Format::webp, 480, 640}, Sample{"still.gif", Format::gif, 60, 40},
    Sample{"moving.gif", Format::gif, 60, 40},
};

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::int64_t memory_kib(const std::string& process = "self") {
    std::ifstream in("/proc/" + process + "/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) return std::stoll(line.substr(6));
    return 0;
}

TEST_CASE("darkroom: makes every size of every format, upright, as JPEG") {
    Room room;
    for (const Sample& each : samples) {
        CAPTURE(each.name);
        const auto prints = room.print(sample(each.name), each.format);
        CAPTURE(room.why);
        REQUIRE(prints);
        CHECK(prints->blob().width == each.width);
        CHECK(prints->blob().height == each.height);
        std::int64_t bytes = 0;
        for (const int side : {720, 160}) {
            const auto file = room.file(*prints, side);
            bytes += std::ssize(file);
            const auto facts = media::inspect(file, Format::jpeg, media::picture_plan);
            REQUIRE(facts);
            CHECK(std::max(facts->width, facts->height) <= side);
        }
        CHECK(prints->blob().bytes == bytes);
    }
}

TEST_CASE("darkroom: a picture of an iPhone is taken, too") {
    Room room;
    const auto prints = room.print(sample("photo.heic"), Format::heif);
    CAPTURE(room.why);
    REQUIRE(prints);
    CHECK(prints->blob().width * prints->blob().height == 640 * 480);
}

TEST_CASE("darkroom: nothing is left of where, when and with what a picture was taken") {
    Room room;
    for (const auto& [name, format] :
         {std::pair{"photo.jpg", Format::jpeg}, std::pair{"photo.webp", Format::webp},
          std::pair{"photo.heic", Format::heif}}) {
        CAPTURE(name);
        const auto before = sample(name);
        REQUIRE(holds(before, "Camera"));
        const auto prints = room.print(before, format);
        REQUIRE(prints);
        for (const int side : {720, 160}) {
            const auto file = room.file(*prints, side);
            for (const std::string_view trace : {"Exif", "GPS", "xmp", "adobe", "Camera", "secret",
                                                 "ICC_PROFILE", "Photoshop", "http"})
                CHECK_FALSE(holds(file, trace));
        }
    }
}

TEST_CASE("darkroom: what is gone unpublished leaves no file") {
    Room room;
    {
        const auto prints = room.print(sample("disc.png"), Format::png);
        CHECK(room.folder.count() == 2);
    }
    CHECK(room.folder.count() == 0);
    CHECK_FALSE(room.print("GIF89a nonsense", Format::gif));
    CHECK(room.folder.count() == 0);
}

TEST_CASE("darkroom: a decoder that sees another format than was claimed refuses") {
    Room room;
    CHECK_FALSE(room.print(sample("disc.png"), Format::jpeg));
    CHECK_FALSE(
        room.print("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", Format::png));
}

TEST_CASE("darkroom: bombs are refused before any memory is used") {
    Room room;
    REQUIRE(room.develop(sample("disc.png"), Format::png));
    const auto before = memory_kib();
    for (const auto& [file, format] :
         {std::pair{tests::huge_png(), Format::png}, std::pair{tests::huge_jpeg(), Format::jpeg},
          std::pair{tests::long_gif(10'000), Format::gif},
          std::pair{tests::long_apng(10'000), Format::png}}) {
        CHECK_FALSE(room.develop(file, format));
        // Had the walk not seen it, the decoder would refuse it as well, or take one frame of it.
        if (format != Format::gif && file.size() < 10'000 && !holds(file, "acTL"))
            CHECK_FALSE(room.print(file, format));
    }
    CHECK(memory_kib() < before + 8 * 1024);
}

TEST_CASE(
    "darkroom: a hundred damaged pictures at once are refused or made, and nothing else happens") {
    Room room;
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    const auto work = [&](unsigned seed) {
        std::mt19937 dice(seed);
        for (int i = 0; i < 25; ++i) {
            const Sample& from = samples.at(dice() % samples.size());
            auto file = sample(from.name);
            for (unsigned changes = 1 + dice() % 8; changes > 0; --changes)
                file[16 + dice() % (file.size() - 16)] = static_cast<char>(dice());
            if (dice() % 3 == 0) file.resize(file.size() / 2 + dice() % (file.size() / 2));
            ++(room.print(file, from.format) ? made : refused);
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned seed = 1; seed <= 4; ++seed) threads.emplace_back(work, seed);
    }
    CHECK(made + refused == 100);
    CHECK(refused > 20);
    CHECK(room.folder.count() == 0);
    CHECK(room.print(sample("disc.png"), Format::png));
}

TEST_CASE("darkroom: a worker that was killed is replaced, and no picture is lost") {
    Folder folder;
    SystemEntropy entropy;
    const LocalFiles files(folder.path(), entropy);
    ImageWorker worker({.program = ASTERISM_IMAGES});
    const auto in = files.create("in");
    const auto content = sample("disc.png");
    REQUIRE(::write(in.number(), content.data(), content.size()) == std::ssize(content));
    const auto out = files.create("out");
    const std::array numbers{in.number(), out.number()};
    const images::Request request{Format::png, 1, {media::Size{100, 80}}};
    REQUIRE(worker.ask(request, numbers)->verdict == images::Verdict::done);
    const auto first = worker.process();
    REQUIRE(::kill(first, SIGKILL) == 0);
    siginfo_t ended{};
    REQUIRE(::waitid(P_PID, static_cast<id_t>(first), &ended, WEXITED | WNOWAIT) == 0);
    const auto again = worker.ask(request, numbers);
    REQUIRE(again);
    CHECK(again->verdict == images::Verdict::done);
    CHECK(worker.process() != first);
}

TEST_CASE("darkroom: a worker that takes too long is given up") {
    Folder folder;
    SystemEntropy entropy;
    const LocalFiles files(folder.path(), entropy);
    ImageWorker worker({.program = ASTERISM_IMAGES, .longest = std::chrono::milliseconds{1'000}});
    const auto in = files.create("in");
    const auto out = files.create("out");
    const std::array numbers{in.number(), out.number()};
    const images::Request request{Format::png, 1, {media::Size{100, 80}}};
    REQUIRE(worker.ask(request, numbers));
    REQUIRE(::kill(worker.process(), SIGSTOP) == 0);
    CHECK_FALSE(worker.ask(request, numbers));
    CHECK(worker.process() == 0);
}

TEST_CASE("darkroom: without its program there are no pictures, and that is said so") {
    ImageWorker worker({.program = "/nowhere/asterism-images"});
    CHECK_THROWS_AS(worker.ask({}, {}), app::NoImages);
    ImageWorker ends({.program = "/bin/false"});
    Folder folder;
    SystemEntropy entropy;
    const LocalFiles files(folder.path(), entropy);
    const auto in = files.create("in");
    const std::array numbers{in.number()};
    CHECK_THROWS_AS(ends.ask({}, numbers), app::NoImages);
}

}  // namespace
}  // namespace asterism::outside::testing
