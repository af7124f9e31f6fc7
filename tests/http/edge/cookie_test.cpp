// Odd Cookie fields: whoever sends them is answered, and nobody gets in who should not.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"
#include "tests/http/site.hpp"

using namespace std::string_literals;
using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

/// T stands for the token of a session that is good.
struct Row {
    int status;
    std::vector<std::string> fields;
};

const std::string other(43, 'a');

const std::vector<Row> rows{
    {200, {"sessionid=T"}},
    {200, {"sessionid=T;"}},
    {200, {";sessionid=T"}},
    {200, {" ; ;; sessionid=T ; "}},
    {200, {"a=b; sessionid=T; c=d"}},
    {200, {"a=b;sessionid=T;c=d"}},
    {200, {"a=b", "sessionid=T"}},
    {200, {"sessionid=T", "a=b"}},
    {200, {"\tsessionid=T\t"}},
    {200, {"a; sessionid=T"}},
    {200, {"=x; sessionid=T"}},
    {200, {"a==b; sessionid=T"}},
    {200, {"a=\"b; c\"; sessionid=T"}},
    {200, {"SESSIONID=" + other + "; sessionid=T"}},
    {200, {"xsessionid=" + other + "; sessionid=T"}},
    {200, {"sessionidx=" + other + "; sessionid=T"}},
    {200, {"__Host-sessionid=" + other + "; sessionid=T"}},
    {200, {"$Version=1; sessionid=T; $Path=/"}},
    {200, {"a=\xC3\xA9; sessionid=T"}},
    {200, {"a=\xFF\xFE; sessionid=T"}},
    {200, {"a={\"b\":[1,2]}; sessionid=T"}},
    {200, {"a=%00%0d%0a; sessionid=T"}},
    {200, {"csrftoken=" + std::string(3'000, 'x') + "; sessionid=T"}},
    {200, {std::string(2'000, ';') + "sessionid=T"}},
    {401, {"sessionid=T; sessionid=T"}},
    {401, {"sessionid=T; sessionid=" + other}},
    {401, {"sessionid=" + other + "; sessionid=T"}},
    {401, {"sessionid=T", "sessionid=" + other}},
    {401, {"sessionid=" + other, "sessionid=T"}},
    {401, {"sessionid=; sessionid=T"}},
    {401, {"sessionid=T; sessionid="}},
    {401, {"sessionid=T; a=b; sessionid=T; c=d; sessionid=T"}},
    {401, {"sessionid"}},
    {401, {"sessionid="}},
    {401, {"sessionid= "}},
    {401, {"sessionid=\"\""}},
    {401, {"sessionid=\"T\""}},
    {401, {"sessionid==T"}},
    {401, {"sessionid =T"}},
    {401, {"sessionid= T"}},
    {401, {"sessionid=T,a=b"}},
    {401, {"sessionid=T a=b"}},
    {401, {"sessionid=Tx"}},
    {401, {"sessionid=xT"}},
    {401, {"sessionid=T\0"s}},
    {401, {"sessionid=\0T"s}},
    {401, {"sessionid=T%00"}},
    {401, {"sessionid=%54"}},
    {401, {"SessionId=T"}},
    {401, {"sessionid:T"}},
    {401, {"a=sessionid=T"}},
    {401, {"a=b, sessionid=T"}},
    {401, {"sessionid=null"}},
    {401, {"sessionid=undefined"}},
    {401, {"sessionid=1"}},
    {401, {"sessionid=-1"}},
    {401, {"sessionid=' OR '1'='1"}},
    {401, {"sessionid={\"$ne\":null}"}},
    {401, {"sessionid=../../etc/passwd"}},
    {401, {"sessionid=\xFF\xFE"}},
    {401, {"sessionid=\xC0\x80"}},
    {401, {"sessionid=" + other}},
    {401, {"sessionid=" + std::string(6'000, 'x')}},
    {401, {std::string(6'000, 'x')}},
    {401, {std::string(6'000, '=')}},
    {401, {""}},
    {401, {";"}},
    {401, {"="}},
    {401, {"\x01\x02\x03"}},
    {401, {"csrftoken=T"}},
};

std::string with_token(std::string text, const std::string& token) {
    for (std::size_t at = 0; (at = text.find('T', at)) != text.npos; at += token.size())
        text.replace(at, 1, token);
    return text;
}

}  // namespace

TEST_CASE_FIXTURE(UnlimitedSite, "cookies: odd ones are ignored, and of two sessions none counts") {
    CHECK(rows.size() >= 60);
    account("alice");
    sign_in("alice");
    const auto token = jar.at("sessionid");
    jar.clear();
    for (const Row& row : rows) {
        std::vector<std::string> values;
        for (const auto& field : row.fields) values.push_back(with_token(field, token));
        CAPTURE(values.front().substr(0, 60));
        std::vector<Header> fields;
        for (const auto& value : values) fields.push_back({"Cookie", value});
        for (const auto* target : {"/v1/accounts/me", "/api/auth/status/"}) {
            const auto got = ask(Verb::get, target, {}, fields);
            CHECK(got.status ==
                  (std::string_view(target) == "/api/auth/status/" ? 200 : row.status));
            CHECK(header_of(got, "Set-Cookie") == "none");
        }
        CHECK(ask(Verb::post, "/v1/sessions", "{}", fields).status < 500);
    }
    CHECK(failure.empty());
}
