#include "shells/app/codec.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "shells/app/time_text.hpp"

namespace asterism::app {

const Field* find_field(const Shape& shape, std::string_view name) {
    const auto found = std::ranges::find(shape, name, &Field::name);
    if (found != shape.end()) return &*found;
    if (name == "lat") return find_field(shape, "latitude");
    if (name == "lon" || name == "lng") return find_field(shape, "longitude");
    return nullptr;
}

namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number out{};
    const auto* end = text.data() + text.size();
    const auto [stop, ec] = std::from_chars(text.data(), end, out);
    if (ec != std::errc{} || stop != end) return std::nullopt;
    return out;
}

std::optional<bool> flag_in(std::string_view text) {
    const auto word = lowered(text);
    if (word == "true" || word == "1" || word == "yes") return true;
    if (word == "false" || word == "0" || word == "no") return false;
    return std::nullopt;
}

}  // namespace

json::value from_text(Wire wire, std::string_view text) {
    json::value as_it_is = json::string(text);
    const auto or_text = [&](const auto& read) { return read ? json::value(*read) : as_it_is; };
    switch (wire) {
        case Wire::string: return as_it_is;
        case Wire::integer: return or_text(number_in<std::int64_t>(text));
        case Wire::number: {
            const auto read = number_in<double>(text);
            return read && std::isfinite(*read) ? json::value(*read) : as_it_is;
        }
        case Wire::boolean: return or_text(flag_in(text));
        case Wire::array:
        case Wire::object: return or_text(parse_strict(text));
    }
    return as_it_is;
}

json::object schema_of(const Shape& shape) {
    json::object properties;
    json::array required;
    for (const Field& field : shape) {
        auto described = field.schema();
        described["description"] = field.about;
        properties[field.name] = std::move(described);
        if (field.required) required.emplace_back(json::string(field.name));
    }
    json::object out{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) out["required"] = std::move(required);
    out["additionalProperties"] = false;
    return out;
}

json::object or_null(json::object&& schema) {
    if (schema.contains("enum")) schema["enum"].get_array().emplace_back(nullptr);
    auto& type = schema["type"];
    type = json::array{type, "null"};
    return std::move(schema);
}

Error at(std::string_view name, const Error& why) {
    auto path = std::string(name);
    if (!why.detail.empty()) path.append(".").append(why.detail);
    return field_error(*why.fault, path);
}

Result<bool> Codec<bool>::read(const json::value& in) {
    if (!in.is_bool()) return bad_field;
    return in.get_bool();
}

Result<std::int64_t> Codec<std::int64_t>::read(const json::value& in) {
    if (!in.is_int64()) return bad_field;
    return in.get_int64();
}

Result<int> Codec<int>::read(const json::value& in) {
    if (!in.is_int64() || !std::in_range<int>(in.get_int64())) return bad_field;
    return static_cast<int>(in.get_int64());
}

Result<double> Codec<double>::read(const json::value& in) {
    if (in.is_int64()) return static_cast<double>(in.get_int64());
    if (in.is_uint64()) return static_cast<double>(in.get_uint64());
    if (!in.is_double() || !std::isfinite(in.get_double())) return bad_field;
    return in.get_double();
}

Result<std::string> Codec<std::string>::read(const json::value& in) {
    if (!in.is_string()) return bad_field;
    std::string out(in.get_string());
    if (!is_plain_utf8(out)) return unfit_text;
    return out;
}

Result<Instant> Codec<Instant>::read(const json::value& in) {
    const auto text = Codec<std::string>::read(in);
    if (!text) return text.error();
    if (const auto out = read_instant(*text)) return *out;
    return bad_field;
}

void Codec<Instant>::write(std::string& out, Instant value) {
    out += '"';
    append_instant(out, value);
    out += '"';
}

Result<Date> Codec<Date>::read(const json::value& in) {
    const auto text = Codec<std::string>::read(in);
    if (!text) return text.error();
    if (const auto out = read_date(*text)) return *out;
    return bad_field;
}

void Codec<Date>::write(std::string& out, Date value) {
    out += '"';
    append_date(out, value);
    out += '"';
}

Result<Email> Codec<Email>::read(const json::value& in) {
    const auto text = Codec<std::string>::read(in);
    if (!text) return text.error();
    return Email::parse(*text);
}

Result<media::Upload> Codec<media::Upload>::read(const json::value& in) {
    const auto text = Codec<std::string>::read(in);
    if (!text) return text.error();
    return media::Upload::parse(*text);
}

std::optional<Error> Reader::failure() const {
    if (!in_.is_object()) return Error{&bad_field};
    if (failure_) return failure_;
    for (const auto& [name, value] : in_.get_object())
        if (std::ranges::find(known_, std::string_view(name)) == known_.end())
            return field_error(unknown_field, name);
    return std::nullopt;
}

const json::value* Reader::find(std::string_view name) {
    known_.push_back(name);
    return in_.is_object() ? in_.get_object().if_contains(name) : nullptr;
}

void Reader::refuse(std::string_view name, const Error& why) { failure_ = at(name, why); }

}  // namespace asterism::app
