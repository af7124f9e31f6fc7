#pragma once

#include <array>

#include "shells/cli/arguments.hpp"

namespace asterism::cli::shop_options {

using enum Form;

inline constexpr Option json{"json", flag, "As JSON, for programs."};
inline constexpr Option limit{"limit", value, "The most to show, 1 to 200; 50 if not given."};
inline constexpr Option product{"product", positional, "The product's number.", true};
inline constexpr Option sku{"sku", positional, "The SKU's number.", true};
inline constexpr Option identifier{"identifier", positional, "What it is called.", true};
inline constexpr Option order{"order", positional, "The order: ORD-abc123def4.", true};
inline constexpr Option headline{"headline", value, "One sentence about it; may be HTML."};
inline constexpr Option more{"description-1", value, "More about it; may be HTML."};
inline constexpr Option still_more{"description-2", value, "Still more; may be HTML."};
inline constexpr Option color{"color", value, "Its color."};
inline constexpr Option size{"size", value, "Its size."};
inline constexpr Option description{"description", value, "A sentence about it."};
inline constexpr Option caption{"caption", value, "What it shows."};
inline constexpr Option left{"left", value, "How many there are; nobody counts if not given."};
inline constexpr Option retired{"retired", value, "Whether it is offered no more.", false,
                                "true|false"};
inline constexpr Option availability{"availability", value, "Whether it can be had.", false,
                                     "in_stock|back_ordered|out_of_stock"};
inline constexpr Option note{"note", value, "What was done about it.", true};
inline constexpr Option tracking_base{"tracking-base", value,
                                      "An https address to which a parcel's number is appended."};

inline constexpr std::array only_json{json};
inline constexpr std::array with_limit{limit, json};
inline constexpr std::array one_product{product, json};
inline constexpr std::array one_sku{sku, json};
inline constexpr std::array one_identifier{identifier, json};
inline constexpr std::array one_order{order, json};

inline constexpr std::array add_product{
    Option{"title", value, "What it is called.", true},
    Option{"title-url", value, "The same, as an address shows it: paper-clips.", true},
    Option{"identifier", value, "What addresses call it; drawn if not given."},
    headline,
    more,
    still_more,
    json};
inline constexpr std::array change_product{
    product,
    Option{"title", value, "What it is called."},
    Option{"title-url", value, "The same, as an address shows it."},
    headline,
    more,
    still_more,
    retired,
    json};
inline constexpr std::array add_sku{
    product,     Option{"price", value, "What a piece costs: 14.99.", true},
    color,       size,
    description, availability,
    left,        json};
inline constexpr std::array change_sku{sku, color, size, description, availability, retired, json};
inline constexpr std::array count_sku{sku, left, json};
inline constexpr std::array price{
    sku, Option{"price", positional, "What a piece costs: 14.99.", true},
    Option{"since", value, "From when on: 2026-03-01T12:00:00Z; now if not given."}, json};
inline constexpr Option url{"url", positional, "Where it lies: https://… or /…", true};
inline constexpr std::array add_picture{
    product,
    url,
    Option{"sku", value, "Which of its SKUs it shows; the product if not given."},
    caption,
    Option{"main", flag, "It is shown first."},
    json};
inline constexpr std::array remove_picture{
    Option{"picture", positional, "The picture's number.", true}, json};
inline constexpr std::array add_video{
    product, url, Option{"thumbnail-url", positional, "A picture that stands for it.", true},
    caption, json};
inline constexpr std::array remove_video{Option{"video", positional, "The video's number.", true},
                                         json};

}  // namespace asterism::cli::shop_options
