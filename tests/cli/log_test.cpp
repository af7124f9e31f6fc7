#include "shells/cli/log.hpp"

#include <doctest/doctest.h>

namespace asterism::cli {
namespace {

struct Recorder {
    explicit Recorder(bool json, Level least = Level::info)
        : log({json, least, [] { return Instant{}; },
               [this](std::string_view line) { text = line; }}) {}

    std::string text;
    Log log;
};

TEST_CASE("log: a line of text says when, how bad, what, and of what") {
    Recorder to(false);
    to.log.write(Level::warning, "answered", {{"status", "500"}, {"path", "/a b"}});
    CHECK(to.text == "1970-01-01T00:00:00Z warning answered status=500 path=\"/a b\"\n");
}

TEST_CASE("log: a line of JSON says the same") {
    Recorder to(true);
    to.log.write(Level::error, "broken", {{"why", "a \"quote\""}});
    CHECK(to.text == R"({"at":"1970-01-01T00:00:00Z","level":"error","message":"broken",)"
                     R"("why":"a \"quote\""})"
                     "\n");
}

TEST_CASE("log: no value can begin a line or order a terminal about") {
    for (const bool json : {false, true}) {
        Recorder to(json);
        to.log.write(Level::info, "a\r\nFAKE", {{"agent", "b\r\nFAKE\x1b[31m\x9b\xff"}});
        CHECK(to.text.find('\n') == to.text.size() - 1);
        for (const char c : to.text.substr(0, to.text.size() - 1)) CHECK((c >= ' ' && c <= '~'));
    }
}

TEST_CASE("log: keeps quiet below its level") {
    Recorder to(false, Level::error);
    to.log.write(Level::warning, "not heard");
    CHECK(to.text.empty());
    CHECK(read_level("debug") == Level::debug);
    CHECK(read_level("nonsense") == Level::info);
}

TEST_CASE("log: a count is a number in JSON") {
    Recorder to(true);
    to.log.write(Level::info, "answered", {{"path", "/livez"}, {"status", 200}});
    CHECK(to.text.find(R"("path":"/livez","status":200})") != std::string::npos);
    Recorder text(false);
    text.log.write(Level::info, "answered", {{"status", 200}});
    CHECK(text.text.find("status=200") != std::string::npos);
}

TEST_CASE("log: where there are several tenants, a line says whose it is") {
    for (const bool json : {false, true}) {
        std::string text;
        const Log log({json, Level::info, [] { return Instant{}; },
                       [&](std::string_view line) { text = line; }, "vinyl"});
        log.write(Level::info, "answered", {{"status", 200}});
        CHECK(text.find(json ? R"("message":"answered","tenant":"vinyl","status":200)"
                             : "answered tenant=vinyl status=200") != std::string::npos);
    }
}

}  // namespace
}  // namespace asterism::cli
