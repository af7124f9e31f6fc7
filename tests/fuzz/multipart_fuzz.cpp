// A Content-Type on the first line, a form behind it: however the form is cut, its parts are the
// same, whole and within their limits.

#include <string>
#include <utility>
#include <vector>

#include "shells/http/multipart.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace asterism::http {
namespace {

using fuzz::demand;

struct Parts final : PartTaker {
    bool begin(const PartHead& head) override {
        demand(!open, "one part at a time");
        demand(head.name.find('\0') == head.name.npos, "no NUL in a name");
        all.push_back(head.name + "|" + head.file.value_or("-") + "|" + head.type + "|");
        demand(all.size() <= std::size_t{Multipart::part_limit}, "parts are bounded");
        open = true;
        return true;
    }

    bool data(std::string_view piece) override {
        demand(open, "data are of a part");
        all.back() += piece;
        return all.back().size() < 2'000;
    }

    bool end() override {
        demand(open, "a part that began ends");
        open = false;
        return true;
    }

    std::vector<std::string> all;
    bool open = false;
};

struct Outcome {
    Multipart::State state = Multipart::State::partial;
    std::vector<std::string> parts;

    bool operator==(const Outcome&) const = default;
};

template <class Next>
Outcome read(std::string_view boundary, Next next) {
    Parts parts;
    Multipart form(boundary, parts);
    Outcome out;
    for (auto piece = next(); !piece.empty(); piece = next()) {
        out.state = form.feed(piece);
        if (out.state != Multipart::State::partial && out.state != Multipart::State::whole) break;
    }
    // A part that was cut off may have been handed on by different bits.
    if (out.state == Multipart::State::whole) {
        demand(!parts.open, "a whole form leaves no part open");
        out.parts = std::move(parts.all);
    }
    return out;
}

void check(std::string_view text) {
    const auto line = text.find('\n');
    const auto boundary = boundary_of(text.substr(0, line));
    if (!boundary) return;
    demand(!boundary->empty() && boundary->size() <= 70, "a boundary is bounded");
    auto form = line == text.npos ? std::string_view{} : text.substr(line + 1);
    fuzz::Cutter cutter(form);
    const auto cut = read(*boundary, [&] { return cutter.next(text.size()); });
    const auto whole = read(*boundary, [&] { return std::exchange(form, {}); });
    demand(whole == cut, "the pieces do not matter");
}

}  // namespace
}  // namespace asterism::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    asterism::http::check(asterism::fuzz::text_of(data, size));
    return 0;
}
