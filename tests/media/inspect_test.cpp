#include "libcore/media/inspect.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"
#include "tests/media/samples.hpp"

using namespace asterism;
using namespace asterism::media;
using tests::sample;

namespace {

struct Sample {
    const char* name;
    Format format;
    std::int64_t width, height, frames;
};

constexpr std::array samples{
    Sample{"photo.jpg", Format::jpeg, 640, 480, 1},
    Sample{"disc.png", Format::png, 300, 200, 1},
    Sample{"photo.webp", Format::webp, 640, 480, 1},
    Sample{"still.gif", Format::gif, 60, 40, 1},
    Sample{"moving.gif", Format::gif, 60, 40, 3},
    Sample{"photo.heic", Format::heif, 640, 480, 1},
};

std::string fault(std::string_view file, Format claimed, const Plan& plan = picture_plan) {
    const auto found = inspect(file, claimed, plan);
    return found ? "none" : std::string(found.error().fault->slug);
}

}  // namespace

TEST_CASE("inspect: reads off a file what it will be once decoded") {
    for (const Sample& each : samples) {
        CAPTURE(each.name);
        const auto facts = inspect(sample(each.name), each.format, picture_plan);
        REQUIRE(facts);
        CHECK(facts->format == each.format);
        CHECK(facts->width >= each.width);
        CHECK(facts->width < each.width + 64);  // HEIF codes whole blocks
        CHECK(facts->height >= each.height);
        CHECK(facts->height < each.height + 64);
        CHECK(facts->frames == each.frames);
    }
}

TEST_CASE("inspect: a file that is cut short anywhere is refused") {
    for (const Sample& each : samples) {
        const auto file = sample(each.name);
        for (std::size_t size = 0; size < file.size(); ++size) {
            CAPTURE(each.name);
            CAPTURE(size);
            CHECK_FALSE(inspect(std::string_view(file).substr(0, size), each.format, picture_plan));
        }
    }
}

TEST_CASE("inspect: nothing else may hide behind the picture") {
    for (const Sample& each : samples) {
        CAPTURE(each.name);
        CHECK(fault(sample(each.name) + "<script>alert(1)</script>", each.format) ==
              "image_damaged");
        CHECK(fault(sample(each.name) + "PK\3\4 a jar", each.format) == "image_damaged");
    }
}

TEST_CASE("inspect: what cameras put behind a JPEG is let be") {
    const auto photo = sample("photo.jpg");
    CHECK(fault(photo + std::string(64, '\0'), Format::jpeg) == "none");
    CHECK(fault(photo + std::string("\0\0\0\x18"
                                    "ftypmp42",
                                    12),
                Format::jpeg) == "none");
    CHECK(fault(photo + "notes of theirs SEFT", Format::jpeg) == "none");
    auto many = photo;
    many.insert(2, std::string("\xff\xe2\0\x06MPF\0", 8));
    CHECK(fault(many + photo, Format::jpeg) == "none");
    CHECK(fault(photo + photo, Format::jpeg) == "image_damaged");
}

TEST_CASE("inspect: a picture of more pixels than can be decoded is refused by its head") {
    CHECK(fault(tests::huge_png(), Format::png) == "image_too_large");
    CHECK(fault(tests::huge_jpeg(), Format::jpeg) == "image_too_large");
    // Each side may be as long as that, but not both.
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\x2e\xe0\0\0\x0d\x05", 8}),
                Format::png) == "none");
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\x2e\xe0\0\0\x0d\x06", 8}),
                Format::png) == "image_too_large");
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\x2e\xe1\0\0\0\1", 8}), Format::png) ==
          "image_too_large");
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\0\0\0\0\0\1", 8}), Format::png) ==
          "image_damaged");
}

TEST_CASE("inspect: a film may have so many frames and no more") {
    CHECK(fault(tests::long_gif(200), Format::gif) == "none");
    CHECK(fault(tests::long_gif(201), Format::gif) == "image_moves_too_long");
    CHECK(fault(tests::long_gif(10'000), Format::gif) == "image_moves_too_long");
    CHECK(fault(tests::long_apng(200), Format::png) == "none");
    CHECK(fault(tests::long_apng(10'000), Format::png) == "image_moves_too_long");
}

TEST_CASE("inspect: text and colour profiles in a PNG take no more than a mebibyte") {
    const auto with_text = [](std::uint32_t size) {
        std::string chunk("\0\0\0\0zTXt", 8);
        for (std::size_t i = 0; i < 4; ++i) chunk[i] = static_cast<char>(size >> (24 - 8 * i));
        return sample("disc.png").insert(33, chunk + std::string(size, 'z') + "crc4");
    };
    CHECK(fault(with_text(1'000'000), Format::png) == "none");
    CHECK(fault(with_text(1'100'000), Format::png) == "image_damaged");
}

TEST_CASE("inspect: a file has to be what its sender says it is") {
    CHECK(fault(sample("disc.png"), Format::jpeg) == "image_format_differs");
    for (const std::string_view other :
         {"<html><script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7\n", "PK\3\4zip",
          "<?php system($_GET['c']); ?>", "MZ",
          "\x7f"
          "ELF",
          "BM", "GIF88a", "RIFF\4\0\0\0WAVE"})
        for (const Format format :
             {Format::jpeg, Format::png, Format::webp, Format::gif, Format::heif})
            CHECK(fault(other, format) == "image_format_differs");
    CHECK(fault("", Format::jpeg) == "empty_file");
    CHECK(fault(std::string(5'242'881, 'x'), Format::jpeg) == "file_too_large");
}

TEST_CASE("inspect: a photo of a place has 500 pixels each way") {
    CHECK(fault(sample("photo.jpg"), Format::jpeg, photo_plan) == "image_too_small");
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\1\xf4\0\0\1\xf4", 8}), Format::png,
                photo_plan) == "none");
    CHECK(fault(tests::patched(sample("disc.png"), 16, {"\0\0\1\xf4\0\0\1\xf3", 8}), Format::png,
                photo_plan) == "image_too_small");
}

TEST_CASE("inspect: changing any byte never leads out of the file") {
    for (const Sample& each : samples) {
        const auto file = sample(each.name);
        for (std::size_t at = 0; at < std::min<std::size_t>(file.size(), 3'000); ++at)
            for (const char byte : {'\0', '\x7f', '\xff'}) {
                const auto found =
                    inspect(tests::patched(file, at, {&byte, 1}), each.format, picture_plan);
                if (found) CHECK(found->width * found->height <= most_pixels);
            }
    }
}

TEST_CASE("agreed_format: the ending and the declared type are of one mind") {
    CHECK(agreed_format("a.JPG", "image/jpeg") == Format::jpeg);
    CHECK(agreed_format("my.photo.jpeg", "IMAGE/JPG") == Format::jpeg);
    CHECK(agreed_format("a.heic", "image/heif") == Format::heif);
    CHECK_FALSE(agreed_format("a.png", "image/jpeg"));
    CHECK_FALSE(agreed_format("a.jpg", ""));
    CHECK_FALSE(agreed_format("a.jpg", "application/octet-stream"));
    CHECK_FALSE(agreed_format("jpg", "image/jpeg"));
    CHECK_FALSE(agreed_format("a.svg", "image/svg+xml"));
    CHECK_FALSE(agreed_format("a.jpg.php", "image/jpeg"));
    CHECK_FALSE(agreed_format(std::string_view("a.jpg\0", 6), "image/jpeg"));
}

TEST_CASE("upload: its name is ours alone") {
    const std::string digits(32, 'a');
    CHECK(Upload::parse(digits + ".jpeg"));
    CHECK(claimed_format(*Upload::parse(digits + ".heif")) == Format::heif);
    for (const auto& wrong :
         {digits, digits + ".jpg", digits + "/jpeg", "../" + digits + ".jpeg",
          std::string(31, 'a') + ".jpeg", std::string(32, 'A') + ".jpeg", digits + "."})
        CHECK_FALSE(Upload::parse(wrong));
}

TEST_CASE("blob_of: knows the files that belong to a blob, and no others") {
    const std::string name(32, 'b');
    CHECK(file_name(name, 720) == name + "-720.jpg");
    CHECK(blob_of(file_name(name, 720)) == name);
    for (const auto& wrong :
         {name, name + ".jpg", name + "-.jpg", name + "-0720.jpg", name + "-7a.jpg",
          name + "-720.png", name + "-720000.jpg", "x" + name + "-720.jpg", std::string()})
        CHECK(blob_of(wrong).empty());
}
