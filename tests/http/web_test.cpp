#include "shells/http/web.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <doctest/doctest.h>

#include "shells/http/web_html.hpp"

namespace asterism::http {
namespace {

namespace fs = std::filesystem;

struct FakeFingerprint final : Fingerprint {
    std::string of(std::string_view) const override { return std::string(64, '0'); }
};

constexpr std::string_view page =
    "<html><head><title>Old</title><meta name=\"description\" content=\"old\">"
    "<meta property=\"og:title\" content=\"old\"><script>let a = 1;</script>"
    "<script src=\"/assets/app.js\"></script></head><body></body></html>";

struct Folder {
    Folder() {
        fs::create_directories(root / "assets");
        write("index.html", page);
        write("assets/app.js", "app");
        write("favicon.ico", "icon");
        std::ofstream(outside) << "secret";
        fs::create_symlink(outside, root / "link.txt");
    }

    ~Folder() {
        fs::remove_all(root);
        fs::remove(outside);
    }

    void write(const std::string& name, std::string_view text) const {
        std::ofstream(root / name) << text;
    }

    fs::path root = fs::temp_directory_path() / ("asterism-web-" + std::to_string(::getpid()));
    fs::path outside = fs::path(root.string() + "-outside");
};

struct Served : Folder {
    Response get(std::string_view path) const {
        Target target;
        Response response;
        REQUIRE(read_target(path, target));
        web.answer(target, {}, card, response);
        return response;
    }

    std::optional<PageCard> card;
    FakeFingerprint fingerprint;
    Web web{root, "https://stars.example", fingerprint};
};

TEST_CASE_FIXTURE(Served, "web: serves files as they are, for long where their names change") {
    const auto app = get("/assets/app.js");
    CHECK(app.status == 200);
    CHECK(app.body == "app");
    CHECK(app.type == "text/javascript; charset=utf-8");
    CHECK(app.headers.at(0).second == "public, max-age=31536000, immutable");
    CHECK(get("/static/assets/app.js").body == "app");
}

TEST_CASE_FIXTURE(Served, "web: a missing file is 404, not the page") {
    CHECK(get("/assets/none.js").status == 404);
    CHECK(get("/assets/none.js").body.find("<html>") == std::string::npos);
}

TEST_CASE_FIXTURE(Served,
                  "web: the page answers for every address of the client, and 404 for others") {
    for (const auto* path : {"/", "/login", "/login/", "/users/alice", "/locations/7",
                             "/locations/7/photos", "/password-reset-confirm/a/b/"}) {
        CAPTURE(path);
        CHECK(get(path).status == 200);
    }
    for (const auto* path :
         {"/nowhere", "/users/", "/locations/x", "/locations/7/other", "/index.html"}) {
        CAPTURE(path);
        CHECK(get(path).status == 404);
        CHECK(get(path).body.find("<html>") != std::string::npos);
    }
}

TEST_CASE_FIXTURE(Served, "web: a link out of the folder is not followed") {
    CHECK(get("/link.txt").body.find("secret") == std::string::npos);
}

TEST_CASE_FIXTURE(Served, "web: a folder without a page is refused") {
    CHECK_THROWS_AS(Web(root / "assets", "", fingerprint), std::runtime_error);
}

TEST_CASE("page facts: title, description, canonical link and tags fit the address") {
    const auto moon = with_page_facts(page, "/moon/", "https://stars.example");
    CHECK(moon.find("<title>Moon phase | Starview</title>") != std::string::npos);
    CHECK(moon.find("content=\"old\"") == std::string::npos);
    CHECK(moon.find("<link rel=\"canonical\" href=\"https://stars.example/moon\">") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Served, "web: the head of a page tells of what has a card") {
    write("index.html",
          "<html><head><title>Old</title><meta name=\"description\" content=\"old\">"
          "<meta property=\"og:image\" content=\"old.png\">"
          "<meta name=\"twitter:image\" content=\"old.png\"></head><body></body></html>");
    const Web rich{root, "https://stars.example", fingerprint};
    const auto shown = [&](const PageCard& told) {
        Target target;
        Response response;
        REQUIRE(read_target("/locations/7", target));
        rich.answer(target, {}, told, response);
        return response.body;
    };
    const auto hill = shown({"Hill & <i>Co</i> | Starview", "A \"hill\".", "https://x/a.jpg"});
    CHECK(hill.find("<title>Hill &amp; &lt;i&gt;Co&lt;/i&gt; | Starview</title>") != hill.npos);
    CHECK(hill.find("content=\"A &quot;hill&quot;.\"") != hill.npos);
    CHECK(hill.find("property=\"og:image\" content=\"https://x/a.jpg\"") != hill.npos);
    CHECK(hill.find("name=\"twitter:image\" content=\"https://x/a.jpg\"") != hill.npos);
    // Without a photo of its own the page keeps its picture.
    CHECK(shown({"Hill | Starview", "A hill.", ""}).find("old.png") != hill.npos);
}

TEST_CASE("page facts: nothing of the address can break out of the page") {
    const auto evil = with_page_facts(page, "/users/\"><script>x", "https://stars.example");
    CHECK(evil.find("\"><script>x") == std::string::npos);
}

TEST_CASE("page policy: allows the page's own inline scripts by their hash, and no others") {
    const auto policy = page_policy(page, FakeFingerprint{});
    const std::string zero_hash = "'sha256-" + std::string(43, 'A') + "='";
    CHECK(policy.find(zero_hash) != std::string::npos);
    CHECK(policy.find(zero_hash, policy.find(zero_hash) + 1) == std::string::npos);
    CHECK(policy.find("script-src 'self' 'unsafe-inline'") == std::string::npos);
}

}  // namespace
}  // namespace asterism::http
