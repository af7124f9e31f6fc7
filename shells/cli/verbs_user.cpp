#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& view, std::string_view field) {
    const auto& value = view.at(field);
    if (value.is_string()) return std::string(value.get_string());
    return value.is_null() ? "-" : json::serialize(value);
}

std::string state_of(const json::object& view) {
    if (!view.at("active").as_bool()) return "locked";
    return view.at("email_verified").as_bool() ? "active" : "unverified";
}

void show(const Arguments& given, const std::string& view) {
    if (given.has("json")) return print(view + '\n');
    const auto account = json::parse(view).as_object();
    print(columns({{"Handle", text_of(account, "handle")},
                   {"E-mail", text_of(account, "email")},
                   {"Role", text_of(account, "role")},
                   {"State", state_of(account)},
                   {"Id", text_of(account, "id")},
                   {"Made", text_of(account, "created_at")},
                   {"Last sign-in", text_of(account, "last_login_at")}}));
}

Exit on_one(const Arguments& given, std::string_view operation) {
    Composition parts(settings_of(given));
    parts.make_ready();
    show(given, operate(parts, operation, {{"handle", given.text("handle")}}, keeper()));
    return Exit::done;
}

}  // namespace

Exit user_add(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    json::object input{{"handle", given.text("handle")}, {"email", given.text("email")}};
    if (given.has("role")) input["role"] = given.text("role");
    input["password"] = read_new_password(given.has("password-stdin"));
    show(given, operate(parts, "add_account", input, keeper()));
    return Exit::done;
}

Exit user_list(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    json::array all;
    json::object input{{"limit", 200}};
    for (bool more = true; more;) {
        auto page = json::parse(operate(parts, "list_accounts", input, keeper())).as_object();
        for (auto& account : page.at("items").as_array()) all.push_back(std::move(account));
        input["after"] = page.at("next");
        more = !page.at("next").is_null();
    }
    if (given.has("json")) {
        print(json::serialize(all) + '\n');
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{{"HANDLE", "E-MAIL", "ROLE", "STATE", "ID"}};
    for (const auto& each : all) {
        const auto& account = each.as_object();
        rows.push_back({text_of(account, "handle"), text_of(account, "email"),
                        text_of(account, "role"), state_of(account), text_of(account, "id")});
    }
    print(columns(rows));
    return Exit::done;
}

Exit user_show(const Arguments& given) { return on_one(given, "show_account"); }

Exit user_role(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const json::object input{{"handle", given.text("handle")}, {"role", given.text("role")}};
    show(given, operate(parts, "set_role", input, keeper()));
    return Exit::done;
}

Exit user_lock(const Arguments& given) { return on_one(given, "lock_account"); }

Exit user_unlock(const Arguments& given) { return on_one(given, "unlock_account"); }

Exit user_verify(const Arguments& given) { return on_one(given, "verify_account"); }

}  // namespace asterism::cli
