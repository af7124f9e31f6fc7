#include "tests/http/edge/edge.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "tests/http/edge/rows.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

constexpr std::string_view last_words =
    "GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/// Writes the bytes in up to six pieces.
void send_in_pieces(Client& client, std::string_view bytes, std::mt19937& dice) {
    for (int left = 5; left > 0 && bytes.size() > 1; --left) {
        const auto cut = dice() % std::min<std::size_t>(bytes.size(), 4'000) + 1;
        if (!client.send(bytes.substr(0, cut))) return;
        bytes.remove_prefix(std::min<std::size_t>(cut, bytes.size()));
        std::this_thread::yield();
    }
    client.send(bytes);
}

/// What an error may never tell: where our code lies, what it is made of.
bool tells_nothing(const Answered& answer) {
    for (const auto* word : {"src/", ".cpp", "SQL", "ERROR:", "boost", "Boost", "Beast", "0.1."})
        if (has(answer.body, word)) return false;
    return true;
}

/// The row's one answer; what follows it is answered only where the connection is still sound.
void judge(const Row& row, const std::vector<Answered>& got) {
    CAPTURE(row.what);
    REQUIRE(!got.empty());
    CHECK(got.front().status == row.status);
    if (row.status >= 400) {
        CHECK(got.front().field("Content-Type").starts_with("application/problem+json"));
        CHECK(has(got.front().body, "\"code\":\""));
        CHECK(tells_nothing(got.front()));
    }
    CHECK(got.front().field("X-Content-Type-Options") == "nosniff");
    CHECK(got.front().field("Set-Cookie") == "none");
    const bool open = row.after == After::open && !got.front().closes();
    if (open) {
        REQUIRE(got.size() == 2);
        CHECK(got.back().status == 200);
        CHECK(got.back().body == "ok\n");
    } else {
        CHECK(got.size() == 1);
        CHECK(got.front().closes());
    }
    // Of what follows a closed one nothing is read; HTTP/1.0 closes by itself.
    CHECK(open == (row.after == After::open));
}

void try_all(const Rows& rows) {
    Edge edge;
    std::mt19937 dice(20260301);
    for (const Row& row : rows) {
        const auto bytes = row.bytes + std::string(last_words);
        judge(row, edge.talk(bytes));
        for (int i = 0; i < 3; ++i) {
            Client client = edge.client();
            send_in_pieces(client, bytes, dice);
            judge(row, answers(client.read_all()));
        }
    }
    CHECK(edge.is_well());
    CHECK(edge.failure.empty());
    CHECK(edge.store.tables.accounts.empty());
}

}  // namespace

TEST_CASE("edge: a transfer coding other than chunked, alone, on 1.1, is refused") {
    try_all(coding_rows());
}

TEST_CASE("edge: a length is told once, in digits, and kept to") { try_all(length_rows()); }

TEST_CASE("edge: chunks are what the specification says, few, and without trailers") {
    try_all(chunk_rows());
}

TEST_CASE("edge: fields are written strictly") { try_all(field_rows()); }

TEST_CASE("edge: what is too large is refused with the right word, at the very byte") {
    try_all(size_rows());
}

TEST_CASE("edge: methods and versions are those of HTTP/1.1") { try_all(line_rows()); }

TEST_CASE("edge: a request is for one host, which is ours") { try_all(host_rows()); }

TEST_CASE("edge: a target is decoded once and leads nowhere else") { try_all(target_rows()); }

TEST_CASE("edge: a body is strict JSON of the declared type") { try_all(body_rows()); }

TEST_CASE("edge: there are at least 95 hostile requests") {
    std::size_t count = 0;
    for (const auto& rows : {coding_rows(), length_rows(), chunk_rows(), field_rows(), size_rows(),
                             line_rows(), host_rows(), target_rows(), body_rows()})
        count += rows.size();
    CHECK(count >= 95);
}

TEST_CASE("edge: a thousand clients that hang up anywhere leave no trace") {
    Edge edge;
    std::mt19937 dice(7);
    Rows rows = coding_rows();
    for (const auto& more : {length_rows(), chunk_rows(), body_rows(), target_rows()})
        rows.insert(rows.end(), more.begin(), more.end());
    for (int i = 0; i < 1'000; ++i) {
        Client leaving = edge.client();
        const auto& bytes = rows[dice() % rows.size()].bytes;
        leaving.send(std::string_view(bytes).substr(0, dice() % (bytes.size() + 1)));
        leaving.reset();
    }
    CHECK(edge.is_well());
    CHECK(edge.failure.empty());
}
