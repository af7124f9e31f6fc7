#include "shells/http/dialects/starview/paging.hpp"

#include <charconv>
#include <string>
#include <utility>

#include <boost/json/value.hpp>

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

bool goes_as_it_is(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (goes_as_it_is(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
        }
    }
}

void append_pair(std::string& out, std::string_view name, std::string_view value) {
    out += out.empty() ? '?' : '&';
    append_escaped(out, name);
    out += '=';
    append_escaped(out, value);
}

json::value link(std::string_view path, const RequestFacts& facts, std::int64_t page) {
    std::string query;
    bool said = false;
    const bool says = page != 1;  // the first page needs no number
    for (const auto& [name, value] : facts.query) {
        if (name != "page") {
            append_pair(query, name, value);
        } else if (says && !std::exchange(said, true)) {
            append_pair(query, name, std::to_string(page));
        }
    }
    if (says && !said) append_pair(query, "page", std::to_string(page));
    return json::string(std::string(facts.base_url).append(path).append(query));
}

}  // namespace

void take_page(const RequestFacts& facts, json::object& input) {
    const auto text = facts.asked("page");
    if (text.empty()) return;
    if (text == "last") {
        input["last"] = true;
        return;
    }
    int page = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    input["page"] = whole ? page : 0;
}

void reply_page(const json::object& view, json::array&& results, std::string_view path,
                const RequestFacts& facts, Response& response) {
    const auto page = view.at("page").to_number<std::int64_t>();
    const auto pages = view.at("pages").to_number<std::int64_t>();
    json::value next;
    json::value previous;
    if (page < pages) next = link(path, facts, page + 1);
    if (page > 1) previous = link(path, facts, page - 1);
    reply(response, {{"count", view.at("count")},
                     {"next", std::move(next)},
                     {"previous", std::move(previous)},
                     {"results", std::move(results)}});
}

}  // namespace asterism::http::starview_dialect
