#include "shells/http/dialects/startupwebapp/form_errors.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

/// A fault as the client knows it. The page shows the text as HTML, so it repeats no input.
struct Word {
    std::string_view slug;
    std::string_view type;
    std::string_view text;
};

constexpr std::array words{
    Word{"field_missing", "required", "This field is required."},
    Word{"missing_field", "required", "This field is required."},
    Word{"field_empty", "required", "This field is required."},
    Word{"field_not_plain", "not_valid", "Please use only letters, numbers and spaces."},
    Word{"field_too_long", "too_many_chars", "This is too long."},
    Word{"handle_not_plain", "not_valid", "Please use only letters, numbers, _ and -."},
    Word{"handle_too_short", "too_short", "The username needs at least 6 characters."},
    Word{"handle_taken", "unavailable", "This username is not available."},
    Word{"email_taken", "unavailable", "This email address is not available."},
    Word{"address_not_plain", "not_valid", "Please enter a valid email address."},
    Word{"invalid_email", "not_valid", "Please enter a valid email address."},
    Word{"password_too_long", "too_many_chars", "The password is too long."},
    Word{"invalid_password", "too_many_chars", "The password is too long."},
    Word{"password_too_short", "too_short", "The password needs at least 8 characters."},
    Word{"password_no_capital", "no_capital_letter", "The password needs a capital letter."},
    Word{"password_no_special", "no_special_character", "The password needs a special character."},
    Word{"passwords_differ", "confirm_password_doesnt_match", "The passwords do not match."},
    Word{"password_too_common", "django_validation", "This password is too common."},
    Word{"password_no_digit", "django_validation", "The password needs a digit."},
    Word{"password_too_similar", "django_validation",
         "The password is too similar to the username, the name or the email address."},
    Word{"password_of_context", "django_validation",
         "The password is too similar to the username or the site's name."},
    Word{"password_like_handle", "django_validation", ""},
    Word{"password_like_first_name", "django_validation", ""},
    Word{"password_like_last_name", "django_validation", ""},
    Word{"password_like_email", "django_validation", ""},
    Word{"password_unchanged", "new_password_same_as_current_password",
         "The new password is the current one."},
    Word{"wrong_password", "current_password_invalid", "This is not your current password."},
    Word{"current_password_missing", "current_password_invalid",
         "This is not your current password."},
    Word{"login_locked", "current_password_invalid", "Too many tries. Please try again later."},
    Word{"out_of_scale", "out_of_range", "Please choose a number from 1 to 5."},
    Word{"contact_known", "duplicate",
         "I already know about this email address. Please enter a different email address."},
};

/// Which of them is meant: by our name or by the form's. What is typed twice is one field.
const FormField* field_of(std::span<const FormField> fields, std::string_view name) {
    constexpr std::string_view again = "confirm_";
    if (name.starts_with(again)) name.remove_prefix(again.size());
    auto sent = std::string(name);
    std::ranges::replace(sent, '_', '-');
    for (const FormField& field : fields)
        if (field.there == name || field.here == name || field.here == sent) return &field;
    return nullptr;
}

json::object worded(const Fault& fault) {
    const auto known = std::ranges::find(words, fault.slug, &Word::slug);
    if (known == words.end()) return {{"type", "not_valid"}, {"description", fault.text}};
    return {{"type", known->type}, {"description", known->text.empty() ? fault.text : known->text}};
}

}  // namespace

json::array error_list(const Fault& fault) { return {worded(fault)}; }

json::object errors_by_field(const Error& error, std::span<const FormField> fields) {
    json::object out;
    for (const FormField& field : fields) out[field.here] = true;
    for (const FieldError& wrong : error.fields) {
        const auto* field = field_of(fields, wrong.field);
        auto& list = out[field ? field->here : std::string_view(wrong.field)];
        if (!list.is_array()) list = json::array{};
        // What is typed twice lacks once.
        if (auto said = worded(*wrong.fault);
            list.get_array().empty() || list.get_array().back() != said)
            list.get_array().push_back(std::move(said));
    }
    return out;
}

void answer_errors(const Error& error, const RequestFacts& facts, Response& response,
                   std::string_view word, std::span<const FormField> fields) {
    if (refused_alike(error, facts, response)) return;
    const bool lacks = error.fault->slug == field_missing.slug;
    answer(response, facts, {{key_of(facts), word}, {"errors", errors_by_field(error, fields)}});
    if (lacks) response.status = 400;
}

}  // namespace asterism::http::startupwebapp_dialect
