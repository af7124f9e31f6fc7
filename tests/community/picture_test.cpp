#include "libcore/community/picture.hpp"

#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/memory_profiles.hpp"
#include "tests/media/samples.hpp"

namespace asterism::community {
namespace {

using tests::sample;
using tests::slug;

struct Studio : accounts::Scene {
    /// The whole way of an upload, as the shells go it.
    Result<PictureView> send(AccountId account, std::string_view content,
                             media::Format format = media::Format::jpeg) {
        const auto arrival = files.begin(format);
        arrival->append(content);
        const SetPicture input{arrival->name()};
        const Actor actor{account};
        const auto admitted = admit_picture(now, actor, blobs, files, input);
        if (!admitted) return admitted.error();
        const auto prints = develop_picture(darkroom, *admitted, input);
        if (!prints) return prints.error();
        media::Changes changes;
        auto out = set_picture(now, actor, profiles, {blobs, changes}, events, *prints, input);
        files.carry_out(changes);
        return out;
    }

    Result<PictureView> remove(AccountId account) {
        media::Changes changes;
        auto out = remove_picture(now, Actor{account}, profiles, {blobs, changes}, events, {});
        files.carry_out(changes);
        return out;
    }

    tests::MemoryProfiles profiles{tables, calls};
    tests::MemoryBlobs blobs{tables, calls};
    tests::MemoryFiles files;
    tests::PlainDarkroom darkroom{files};
};

TEST_CASE_FIXTURE(Studio,
                  "picture: is shown by its profile, in two sizes, and nothing else is left") {
    const auto ada = settle();
    const auto view = send(ada, sample("photo.jpg"));
    REQUIRE(view);
    CHECK(profiles.of(ada).picture == *view->picture);
    CHECK(files.read(*view->picture));
    CHECK(files.read(*view->thumbnail));
    CHECK(files.published.size() == 2);
    CHECK(files.waiting.empty());
    CHECK(tables.blobs.at(0).owner == ada);
}

TEST_CASE_FIXTURE(Studio, "picture: a new one takes the place of the old, whose files go") {
    const auto ada = settle();
    const auto first = send(ada, sample("photo.jpg"));
    const auto second = send(ada, sample("disc.png"), media::Format::png);
    REQUIRE(second);
    CHECK(*first->picture != *second->picture);
    CHECK_FALSE(files.read(*first->picture));
    CHECK(files.published.size() == 2);
    CHECK(tables.blobs.size() == 1);
}

TEST_CASE_FIXTURE(Studio, "picture: can be taken away, more than once") {
    const auto ada = settle();
    REQUIRE(send(ada, sample("photo.jpg")));
    CHECK_FALSE(remove(ada)->picture);
    CHECK(profiles.of(ada).picture.empty());
    CHECK(files.published.empty());
    CHECK(tables.blobs.empty());
    CHECK(remove(ada));
}

TEST_CASE_FIXTURE(Studio, "picture: what is refused changes nothing and leaves nothing") {
    const auto ada = settle();
    const auto first = send(ada, sample("photo.jpg"));
    CHECK(slug(send(ada, "<svg/>")) == "image_format_differs");
    CHECK(slug(send(ada, sample("photo.jpg") + "<script>")) == "image_damaged");
    CHECK(slug(send(ada, tests::huge_png(), media::Format::png)) == "image_too_large");
    CHECK(slug(send(ada, "")) == "empty_file");
    darkroom.broken = true;
    CHECK(slug(send(ada, sample("disc.png"), media::Format::png)) == "image_damaged");
    CHECK(profiles.of(ada).picture == *first->picture);
    CHECK(files.published.size() == 2);
    CHECK(files.waiting.empty());
    const SetPicture gone{*media::Upload::parse(std::string(32, 'a') + ".jpeg")};
    CHECK(slug(admit_picture(now, Actor{ada}, blobs, files, gone)) == "upload_gone");
    CHECK(slug(develop_picture(darkroom, {}, gone)) == "upload_gone");
}

TEST_CASE_FIXTURE(Studio, "picture: a day allows so many bytes, tomorrow as many again") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto day = std::chrono::floor<std::chrono::days>(now.at);
    tables.usage[{ada.value, day}] = {3, 104'857'600 - 5'000};
    const auto refused = send(ada, sample("photo.jpg"));
    REQUIRE(slug(refused) == "upload_quota");
    CHECK(refused.error().retry_after == day + std::chrono::days{1} - now.at);
    CHECK(send(bob, sample("photo.jpg")));
    now.at = day + std::chrono::days{1};
    CHECK(send(ada, sample("photo.jpg")));
}

}  // namespace
}  // namespace asterism::community
