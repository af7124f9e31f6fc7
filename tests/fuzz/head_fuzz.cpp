// Bytes of one connection: what is made of them does not depend on how they are cut into pieces,
// nothing after a refusal is answered, and what is handed on is free of what the edge refuses.

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "shells/http/dialogue.hpp"
#include "shells/http/head_parser.hpp"
#include "shells/http/target.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace asterism::http {
namespace {

using fuzz::demand;

constexpr std::size_t body_most = 300;

/// Writes down what it was asked, and answers nothing else.
class Recorder final : public Handler {
public:
    Lane lane(const Request& head) const override {
        return head.target.size() % 2 == 0 ? Lane::at_once : Lane::work;
    }

    std::size_t body_limit(const Request&) const override { return body_most; }

    void answer(const Request& request, Response& response) override {
        demand(!refused, "nothing is executed after a refusal");
        inspect(request);
        std::string line(1, static_cast<char>('a' + static_cast<int>(request.verb)));
        line.append(request.target).append("|");
        for (const Header& field : request.headers)
            line.append(field.name).append("=").append(field.value).append(";");
        seen.push_back(line + "|" + std::string(request.body));
        response.body = "ok";
    }

    void refuse(int, Response&) override { refused = true; }

    std::vector<std::string> seen;
    bool refused = false;

private:
    static void inspect(const Request& request) {
        const auto control = [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t') || byte == 0x7f;
        };
        int hosts = 0;
        int lengths = 0;
        for (const Header& field : request.headers) {
            demand(!field.name.empty() && std::ranges::none_of(field.name, control), "field names");
            demand(std::ranges::none_of(field.value, control), "field values are one line");
            hosts += same_name(field.name, "host");
            lengths += same_name(field.name, "content-length");
            lengths += same_name(field.name, "transfer-encoding");
        }
        demand(hosts <= 1 && lengths <= 1, "one host, one length");
        demand(lengths == 1 || request.body.empty(), "a body has a length");
        demand(request.body.size() <= body_most, "a body keeps its limit");
        demand(request.target == "*" || request.target.starts_with('/'), "the form of a target");
        Target target;
        if (!read_target(request.target, target)) return;
        for (const auto segment : target.segments)
            demand(segment != "." && segment != ".." &&
                       segment.find_first_of(std::string_view("\\/\0", 3)) == segment.npos,
                   "segments are plain names");
    }
};

struct Outcome {
    std::vector<std::string> seen;
    bool refused = false;
    std::size_t answers = 0;

    bool operator==(const Outcome&) const = default;
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; ++at) ++found;
    return found;
}

template <class Next>
Outcome talk(Next next) {
    static const ServerOptions options{.head_bytes = 600, .target_bytes = 300, .fields = 12};
    Recorder recorder;
    const House house{options, recorder, &read_head};
    Desk desk;
    Dialogue dialogue(house, desk, "192.0.2.1");
    std::string out;
    for (;;) {
        const auto need = dialogue.next();
        for (const auto piece : dialogue.output()) out.append(piece);
        const auto [first, second] = dialogue.output();
        dialogue.sent(first.size() + second.size());
        if (need == Dialogue::Need::end) break;
        if (need == Dialogue::Need::job) dialogue.answer();
        if (need != Dialogue::Need::input) continue;
        const auto room = dialogue.room();
        const std::string_view piece = next(room.size());
        if (piece.empty()) break;
        std::memcpy(room.data(), piece.data(), piece.size());
        dialogue.received(piece.size());
    }
    const auto answers = count(out, "HTTP/1.1 ") - count(out, "HTTP/1.1 100 ");
    demand(answers == recorder.seen.size() + (recorder.refused ? 1 : 0), "one answer a request");
    return {std::move(recorder.seen), recorder.refused, answers};
}

void check(std::string_view bytes) {
    auto left = bytes;
    const auto whole = talk([&](std::size_t most) {
        const auto piece = left.substr(0, most);
        left.remove_prefix(piece.size());
        return piece;
    });
    fuzz::Cutter cutter(bytes);
    const auto cut = talk([&](std::size_t most) { return cutter.next(most); });
    demand(whole == cut, "the pieces do not matter");
}

}  // namespace
}  // namespace asterism::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    asterism::http::check(asterism::fuzz::text_of(data, size));
    return 0;
}
