#include "libcore/base/path.hpp"

#include <doctest/doctest.h>

namespace asterism {
namespace {

TEST_CASE("own_path: lets the site's own addresses through as they are") {
    for (const auto* own : {"/", "/sky", "/profile?tab=2", "/locations/7/photos/", "/users/@vera",
                            "/a?next=https://else.example//x", "/map#lat=1", "/caf%C3%A9", "/a:b"})
        CHECK(own_path(own) == own);
}

TEST_CASE("own_path: sends everything that could mean another place to the default") {
    for (const auto* trick : {"",
                              "sky",
                              "//e.example",
                              "///e.example",
                              "/\\e.example",
                              "\\\\e.example",
                              "https://e.example",
                              "https:e.example",
                              "https://own@e.example",
                              "javascript:alert(1)",
                              "data:text/html,x",
                              " /sky",
                              "/sky ",
                              "/\t/e.example",
                              "/a\r\nSet-Cookie: x=1",
                              "/a%0d%0aSet-Cookie:x",
                              "/a?x=%0D%0Ay",
                              "/%00",
                              "/%1f",
                              "/%7f",
                              "/%5c/e.example",
                              "/%5Ce.example",
                              "/%2f%2fe.example",
                              "/%2Fe.example",
                              "/a//e.example",
                              "/login/../..//e.example",
                              "/../e",
                              "/a/./b",
                              "/a/..",
                              "/%2e%2e/e",
                              "/.%2E/e",
                              "/%252f%252fe.example",
                              "/login",
                              "/login?next=/login",
                              "/Login/",
                              "/sk\xC3\xBD",
                              "/\xEF\xBC\x8F"
                              "e.example"}) {
        CAPTURE(trick);
        CHECK(own_path(trick) == "/");
        CHECK(own_path(trick, "/profile") == "/profile");
    }
}

TEST_CASE("own_path: the longest address has 2,048 characters") {
    CHECK(own_path("/" + std::string(2'047, 'a')).size() == 2'048);
    CHECK(own_path("/" + std::string(2'048, 'a')) == "/");
}

}  // namespace
}  // namespace asterism
