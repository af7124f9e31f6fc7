#include "shells/http/dialects/startupwebapp/catalogue.hpp"

#include <utility>

#include <boost/json/array.hpp>

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

/// By number, as scripts that count through such an object expect it.
json::object pictures_of(const json::value& pictures) {
    json::object out;
    for (const json::value& each : pictures.get_array())
        out[std::to_string(each.at("id").to_number<std::int64_t>())] =
            json::object{{"image_url", each.at("url")},
                         {"main", each.at("main")},
                         {"caption", or_null(each.at("caption"))}};
    return out;
}

json::object videos_of(const json::value& videos) {
    json::object out;
    for (const json::value& each : videos.get_array())
        out[std::to_string(each.at("id").to_number<std::int64_t>())] =
            json::object{{"video_url", each.at("url")},
                         {"video_thumbnail_url", each.at("thumbnail_url")},
                         {"caption", or_null(each.at("caption"))}};
    return out;
}

/// Without what has no price yet: it cannot be bought.
json::object skus_of(const json::value& skus) {
    json::object out;
    for (const json::value& each : skus.get_array()) {
        if (each.at("price").is_null()) continue;
        const auto inventory = inventory_of(each.at("availability").get_string());
        out[std::to_string(each.at("id").to_number<std::int64_t>())] =
            json::object{{"color", or_null(each.at("color"))},
                         {"size", or_null(each.at("size"))},
                         {"description", or_null(each.at("description"))},
                         {"price", each.at("price")},
                         {"inventory_status_identifier", inventory.identifier},
                         {"inventory_status_title", inventory.title},
                         {"inventory_status_description", inventory.description},
                         {"sku_images", pictures_of(each.at("pictures"))}};
    }
    return out;
}

json::object words_of(const json::value& of) {
    return {{"title", of.at("title")},
            {"title_url", of.at("title_url")},
            {"identifier", of.at("identifier")},
            {"headline", or_null(of.at("headline"))},
            {"description_part_1", or_null(of.at("description_1"))},
            {"description_part_2", or_null(of.at("description_2"))}};
}

/// The end of the address that was asked.
std::string_view asked_for(const RequestFacts& facts) {
    return facts.path.substr(facts.path.rfind('/') + 1);
}

}  // namespace

void products_out(json::object&& view, const RequestFacts&, Response& response) {
    json::object all;
    for (const json::value& each : view["items"].get_array()) {
        auto card = words_of(each);
        card["price_low"] = each.at("price_low");
        card["price_high"] = each.at("price_high");
        card["product_image_url"] = each.at("picture");
        all[each.at("identifier").get_string()] = std::move(card);
    }
    order_reply(response, {{"products_data", std::move(all)}});
}

void product_out(json::object&& view, const RequestFacts&, Response& response) {
    const json::value whole(std::move(view));
    auto data = words_of(whole);
    data["product_images"] = pictures_of(whole.at("pictures"));
    data["product_videos"] = videos_of(whole.at("videos"));
    data["skus"] = skus_of(whole.at("skus"));
    order_success(
        response, "product",
        {{"product_identifier", whole.at("identifier")}, {"product_data", std::move(data)}});
}

void product_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_order("product", error, facts, response, {{"product_identifier", asked_for(facts)}});
}

}  // namespace asterism::http::startupwebapp_dialect
