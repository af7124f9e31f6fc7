#pragma once

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "tests/http/shop_site.hpp"

namespace asterism::http::testing {

/// A visitor of the shop, and what he becomes.
struct Member : ShopSite {
    Member() { open_page(); }

    Response join(std::string_view handle = "selenium", std::string_view more = "") {
        return form("/user/create-account",
                    "firstname=Vera&lastname=Rubin&username=" + std::string(handle) +
                        "&email_address=" + std::string(handle) +
                        "%40example.org&password=Galaxy.Curve7&confirm_password=Galaxy.Curve7"
                        "&newsletter=true&remember_me=false" +
                        std::string(more));
    }

    boost::json::object content() {
        return body_of(look("/user/account-content")).at("account_content").as_object();
    }

    std::string part(std::string_view area, std::string_view key) {
        return boost::json::serialize(content().at(area).at(key));
    }

    /// What follows that in the newest mail that has it.
    std::string mailed(std::string_view before) const {
        for (auto at = store.tables.messages.rbegin(); at != store.tables.messages.rend(); ++at) {
            const auto& text = at->draft.text;
            const auto found = text.find(before);
            if (found == text.npos) continue;
            const auto start = found + before.size();
            return text.substr(start, text.find('\n', start) - start);
        }
        return {};
    }

    std::string subject() const { return store.tables.messages.back().draft.subject; }
};

inline std::string types_at(const Response& response, std::string_view field) {
    const auto errors = body_of(response).at("errors");
    const auto* found = errors.as_object().if_contains(field);
    if (!found) return "none";
    if (found->is_bool()) return found->as_bool() ? "true" : "false";
    std::string out;
    for (const auto& each : found->as_array()) {
        CHECK(each.at("description").is_string());
        out.append(out.empty() ? "" : " ").append(each.at("type").as_string());
    }
    return out;
}

inline std::string code_at(const Response& response) {
    return std::string(body_of(response).at("errors").at("error").as_string());
}

}  // namespace asterism::http::testing
