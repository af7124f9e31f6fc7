#include "shells/http/gather.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "libcore/base/text.hpp"
#include "shells/app/json.hpp"
#include "shells/http/faults.hpp"
#include "shells/http/multipart.hpp"
#include "shells/http/upload.hpp"

namespace asterism::http {
namespace {

namespace json = boost::json;

std::string media_type(const Request& request) {
    const auto field = request.header("Content-Type");
    return lowered(trimmed(field.substr(0, field.find(';'))));
}

/// Whether the body is in the one character set there is, as far as its type says.
bool is_utf8(const Request& request) {
    const auto type = lowered(request.header("Content-Type"));
    const auto at = type.find("charset=");
    if (at == type.npos) return true;
    auto set = trimmed(std::string_view(type).substr(at + 8));
    set = trimmed(set.substr(0, set.find(';')));
    return set == "utf-8" || set == "\"utf-8\"" || set == "utf8";
}

bool is_form(std::string_view type) {
    return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

// Of a field that a form names more than once the last counts: so the originals of the dialects
// read it, whose forms these are.

/// The texts of a form in parts, for addresses that take no files.
class Texts final : private PartTaker {
public:
    Result<json::object> read(const Request& request) {
        const auto boundary = boundary_of(request.header("Content-Type"));
        if (!boundary) return bad_form;
        const auto state = Multipart(*boundary, *this).feed(request.body);
        if (refusal_) return *refusal_;
        if (state != Multipart::State::whole) return bad_form;
        return std::move(fields_);
    }

private:
    bool begin(const PartHead& head) override {
        if (head.file) return refuse(app::unknown_field, head.name);
        name_ = head.name;
        text_.clear();
        return true;
    }

    bool data(std::string_view piece) override {
        text_ += piece;
        return true;
    }

    bool end() override {
        if (!is_plain_utf8(text_)) return refuse(bad_form, name_);
        fields_[name_] = text_;
        return true;
    }

    bool refuse(const Fault& fault, std::string_view field) {
        refusal_ = field_error(fault, field);
        return false;
    }

    json::object fields_;
    std::string name_;
    std::string text_;
    std::optional<Error> refusal_;
};

Result<json::object> read_form(std::string_view body) {
    const auto pairs = read_pairs(body);
    if (!pairs) return bad_query;
    json::object out;
    for (const auto& [name, value] : *pairs) out[name] = value;
    return out;
}

/// Texts that stand for something else in a lenient dialect's bodies.
void read_texts(const app::Shape& shape, json::object& fields) {
    for (auto& [name, value] : fields)
        if (value.is_string())
            if (const auto* field = app::find_field(shape, name);
                field && field->wire != app::Wire::string)
                value = app::from_text(field->wire, value.get_string());
}

/// A list in a query is JSON, or words between commas.
json::value from_query(const app::Field& field, std::string_view text) {
    if (field.wire != app::Wire::array || text.starts_with('['))
        return app::from_text(field.wire, text);
    json::array words;
    for (std::size_t at = 0; at <= text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        words.emplace_back(json::string(text.substr(at, comma - at)));
        at = comma + 1;
    }
    return words;
}

/// What Django's REST framework lets a query choose; here answers are written in one way.
bool is_our_form(std::string_view asked) { return asked.empty() || asked == "json"; }

/// What a query says; a lenient dialect's as a form.
Result<Done> add_query(const RequestFacts& facts, const app::Shape& shape, bool lenient,
                       json::object& input) {
    for (const auto& [name, value] : facts.query) {
        if (name == "visitor")  // addresses are written down everywhere: no place for a secret
            return field_error(app::unknown_field, name);
        const auto* field = app::find_field(shape, name);
        auto read = field ? from_query(*field, value) : json::value(value);
        const auto key = field ? field->name : std::string_view(name);
        if (lenient)
            input[key] = std::move(read);
        else if (!input.emplace(key, std::move(read)).second)
            return field_error(field_twice, key);
    }
    return Done{};
}

bool reads_query(Verb verb) { return verb == Verb::get || verb == Verb::head || verb == Verb::del; }

}  // namespace

bool takes_type(const Request& request, const Match& match) {
    const auto type = media_type(request);
    const bool takes_file = !match.route->extras.file.part.empty();
    if (request.sink) return takes_file && type == "multipart/form-data";
    if (takes_file && !match.mount->dialect->lenient) return type == "multipart/form-data";
    if (request.body.empty()) return true;
    if (!is_utf8(request)) return false;
    return type == "application/json" || (match.mount->dialect->lenient && is_form(type));
}

Result<json::object> read_body(const Request& request, const Dialect& dialect) {
    // Only what takes forms with files has a sink.
    if (request.sink) return static_cast<const UploadSink*>(request.sink)->fields();
    if (request.body.empty()) return json::object{};
    const auto type = media_type(request);
    if (type == "multipart/form-data" && dialect.lenient) return Texts{}.read(request);
    if (type == "multipart/form-data") return bad_form;
    if (dialect.lenient && is_form(type)) return read_form(request.body);
    auto body = app::parse_strict(request.body);
    if (!body) return body.error();
    if (!body->is_object()) return not_an_object;
    return std::move(body->get_object());
}

Result<json::object> gather(const Request& request, const Match& match, const RequestFacts& facts,
                            json::object&& body) {
    const auto& shape = match.operation->input();
    const Dialect& dialect = *match.mount->dialect;
    if (dialect.slashed && !is_our_form(facts.asked("format"))) return no_route;
    json::object input = std::move(body);
    if (!match.route->extras.file.part.empty() && !request.sink) input.clear();  // no file came
    if (match.route->extras.in) {
        auto reshaped = match.route->extras.in(std::move(input), facts);
        if (!reshaped) return reshaped.error();
        input = *std::move(reshaped);
    } else if (reads_query(request.verb)) {
        if (auto added = add_query(facts, shape, dialect.lenient, input); !added)
            return added.error();
    }
    // Who has no cookies may say it in the body.
    if (!facts.visitor.empty() && app::find_field(shape, "visitor"))
        input.emplace("visitor", facts.visitor);
    if (dialect.lenient) read_texts(shape, input);
    for (const auto& [name, text] : match.caught) {
        if (match.route->extras.caught) {
            if (auto read = match.route->extras.caught(name, text, input); !read)
                return read.error();
            continue;
        }
        const auto* field = app::find_field(shape, name);
        input[name] = app::from_text(field->wire, text);
    }
    return input;
}

}  // namespace asterism::http
