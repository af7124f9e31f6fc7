#include "shells/http/media.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "embedded/pages.hpp"
#include "shells/http/kept_answers.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {
namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

struct Range {
    std::size_t first;
    std::size_t last;
};

std::optional<std::size_t> number(std::string_view text) {
    std::size_t out = 0;
    if (text.empty() || text.size() > 15) return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return out;
}

enum class Wanted : std::uint8_t { all, part, nothing };

/// What one range asks for. Whoever asks for several, or in a way that is not understood, is sent
/// everything, as RFC 9110 section 14.2 lets us.
Wanted read_range(std::string_view field, std::size_t size, Range& range) {
    constexpr std::string_view unit = "bytes=";
    if (!field.starts_with(unit)) return Wanted::all;
    field.remove_prefix(unit.size());
    const auto dash = field.find('-');
    if (dash == std::string_view::npos) return Wanted::all;
    const auto first = number(field.substr(0, dash));
    const auto last = number(field.substr(dash + 1));
    if (dash == 0) {
        if (!last) return Wanted::all;
        if (*last == 0 || size == 0) return Wanted::nothing;
        range = {size - std::min(size, *last), size - 1};
        return Wanted::part;
    }
    const bool open = dash + 1 == field.size();
    if (!first || (!open && (!last || *last < *first))) return Wanted::all;
    if (*first >= size) return Wanted::nothing;
    range = {*first, open ? size - 1 : std::min(*last, size - 1)};
    return Wanted::part;
}

void cut(const Request& request, std::string_view tag, Response& response) {
    const auto condition = request.header("If-Range");
    const auto asked = request.header("Range");
    if (asked.empty() || (!condition.empty() && condition != tag)) return;
    const auto size = response.body.size();
    Range range{};
    switch (read_range(asked, size, range)) {
        case Wanted::all: return;
        case Wanted::nothing:
            response.status = 416;
            response.body.clear();
            response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
            return;
        case Wanted::part: break;
    }
    response.status = 206;
    response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                       std::to_string(range.last) + "/" +
                                                       std::to_string(size));
    response.body = response.body.substr(range.first, range.last - range.first + 1);
}

void send(const Request& request, std::string_view name, const media::Files& files,
          Response& response) {
    const auto tag = "\"" + std::string(name) + "\"";
    auto content = files.read(name);
    if (!content) return problem(404, {}, response);
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", for_ever);
    response.headers.emplace_back("Accept-Ranges", "bytes");
    if (names_tag(request.header("If-None-Match"), tag)) {
        response.status = 304;
        response.type = {};
        return;
    }
    response.type = "image/jpeg";
    response.headers.emplace_back("Content-Disposition", "inline; filename=" + tag);
    response.body = *std::move(content);
    cut(request, tag, response);
}

}  // namespace

bool answer_media(const Request& request, const Target& target, const media::Files* files,
                  HeaderKind kind, Response& response) {
    if (!files || !target.path.starts_with(media_prefix)) return false;
    response.block = media_headers(kind);
    send(request, std::string_view(target.path).substr(media_prefix.size()), *files, response);
    return true;
}

bool answer_default_picture(const Target& target, HeaderKind kind, Response& response) {
    if (target.path != default_picture && target.path != default_hero) return false;
    const auto name = std::string_view(target.path).substr(target.path.rfind('/') + 1);
    const auto all = pages();
    response.block = media_headers(kind);
    response.type = "image/jpeg";
    response.body = std::ranges::find(all, name, &embedded::File::name)->data;
    response.headers.emplace_back("Cache-Control", "public, max-age=86400");
    return true;
}

}  // namespace asterism::http
