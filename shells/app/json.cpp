#include "shells/app/json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace asterism::app {
namespace {

using boost::system::error_code;

/// Builds a value from the parser's events, refusing what boost::json::parse would let through.
struct Strict {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = 65'536;
    static constexpr std::size_t max_string_size = std::size_t(-1);

    explicit Strict(json::storage_ptr storage) : storage_(std::move(storage)) {
        stack.reset(storage_);
    }

    bool refuse(const Fault& why, error_code& ec) {
        fault = &why;
        ec = json::error::syntax;
        return false;
    }

    bool text(std::string_view part, error_code& ec) {
        return part.find('\0') == part.npos || refuse(unfit_text, ec);
    }

    bool on_document_begin(error_code&) { return true; }

    bool on_document_end(error_code&) { return true; }

    bool on_object_begin(error_code&) {
        keys_.emplace_back();
        return true;
    }

    bool on_object_end(std::size_t count, error_code& ec) {
        auto& names = keys_.back();
        std::ranges::sort(names);
        if (std::ranges::adjacent_find(names) != names.end()) return refuse(duplicate_key, ec);
        keys_.pop_back();
        stack.push_object(count);
        return true;
    }

    bool on_array_begin(error_code&) { return true; }

    bool on_array_end(std::size_t count, error_code&) {
        stack.push_array(count);
        return true;
    }

    bool on_key_part(json::string_view part, std::size_t, error_code& ec) {
        key_.append(part);
        stack.push_chars(part);
        return text(part, ec);
    }

    bool on_key(json::string_view part, std::size_t, error_code& ec) {
        key_.append(part);
        keys_.back().push_back(std::move(key_));
        key_.clear();
        stack.push_key(part);
        return text(part, ec);
    }

    bool on_string_part(json::string_view part, std::size_t, error_code& ec) {
        stack.push_chars(part);
        return text(part, ec);
    }

    bool on_string(json::string_view part, std::size_t, error_code& ec) {
        stack.push_string(part);
        return text(part, ec);
    }

    bool on_number_part(json::string_view part, error_code&) {
        number_.append(part);
        return true;
    }

    bool on_int64(std::int64_t number, json::string_view, error_code&) {
        number_.clear();
        stack.push_int64(number);
        return true;
    }

    bool on_uint64(std::uint64_t number, json::string_view, error_code&) {
        number_.clear();
        stack.push_uint64(number);
        return true;
    }

    /// Read again from its digits: Boost 1.81 does not round long ones to the nearest double.
    bool on_double(double number, json::string_view part, error_code& ec) {
        number_.append(part);
        std::from_chars(number_.data(), number_.data() + number_.size(), number);
        number_.clear();
        if (!std::isfinite(number)) return refuse(unfit_number, ec);
        stack.push_double(number);
        return true;
    }

    bool on_bool(bool flag, error_code&) {
        stack.push_bool(flag);
        return true;
    }

    bool on_null(error_code&) {
        stack.push_null();
        return true;
    }

    bool on_comment_part(json::string_view, error_code&) { return true; }

    bool on_comment(json::string_view, error_code&) { return true; }

    json::value_stack stack;
    const Fault* fault = &bad_json;

private:
    json::storage_ptr storage_;
    std::string key_;
    std::string number_;
    std::vector<std::vector<std::string>> keys_;
};

/// How many bytes at the front need no escape.
std::size_t plain_run(std::string_view text) {
    const auto odd = std::ranges::find_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; });
    return static_cast<std::size_t>(odd - text.begin());
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
}

}  // namespace

Result<json::value> parse_strict(std::string_view text, const json::storage_ptr& storage) {
    json::parse_options options;
    options.max_depth = json_depth;
    json::basic_parser<Strict> parser(options, storage);
    error_code ec;
    const auto used = parser.write_some(false, text.data(), text.size(), ec);
    if (ec == json::error::too_deep) return too_deep;
    if (ec) return *parser.handler().fault;
    if (!parser.done() || used != text.size()) return bad_json;
    return parser.handler().stack.release();
}

void append_json(std::string& out, std::string_view text) {
    out += '"';
    for (auto run = plain_run(text); run < text.size(); run = plain_run(text)) {
        out.append(text.substr(0, run));
        append_escape(out, text[run]);
        text.remove_prefix(run + 1);
    }
    out.append(text);
    out += '"';
}

void append_json(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void append_json(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void append_json(std::string& out, const json::value& value) {
    bool first = true;
    const auto comma = [&] {
        if (!std::exchange(first, false)) out += ',';
    };
    switch (value.kind()) {
        case json::kind::null: out += "null"; break;
        case json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
        case json::kind::int64: append_json(out, value.get_int64()); break;
        case json::kind::uint64: out += std::to_string(value.get_uint64()); break;
        case json::kind::double_: append_json(out, value.get_double()); break;
        case json::kind::string: append_json(out, std::string_view(value.get_string())); break;
        case json::kind::array:
            out += '[';
            for (const json::value& item : value.get_array()) {
                comma();
                append_json(out, item);
            }
            out += ']';
            break;
        case json::kind::object:
            out += '{';
            for (const auto& [name, item] : value.get_object()) {
                comma();
                append_json(out, std::string_view(name));
                out += ':';
                append_json(out, item);
            }
            out += '}';
            break;
    }
}

}  // namespace asterism::app
