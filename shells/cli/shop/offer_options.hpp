#pragma once

#include "shells/cli/shop/options.hpp"

namespace asterism::cli::shop_options {

inline constexpr Option ends{"ends", value, "Good until then."};
inline constexpr Option starts{"starts", value, "Good from then on: 2026-03-01T00:00:00Z."};

constexpr Option needed(Option option) {
    option.required = true;
    return option;
}

inline constexpr std::array add_code{
    Option{"code", positional, "What is typed in: 1 to 100 letters and digits.", true},
    Option{"kind", value, "What it takes something off.", true,
           "percent_off|amount_off|free_months|free_shipping"},
    Option{"amount", value, "Percents, money or months: 10.00.", true},
    needed(starts),
    needed(ends),
    Option{"description", value, "What it does; {} stands for the amount."},
    Option{"order-minimum", value, "What the items have to come to: 50.00."},
    Option{"combinable", flag, "Meant to go with other codes."},
    Option{"shipping-method", value, "Which way becomes free; the usual one if not given."},
    Option{"uses", value, "How many orders it is good for; without end if not given."},
    json};
inline constexpr std::array change_code{
    Option{"code", positional, "The code's number.", true},
    Option{"description", value, "What it does; {} stands for the amount."},
    starts,
    ends,
    Option{"uses", value, "How many more orders it is good for."},
    json};
inline constexpr Option carrier{"carrier", value, "Who carries it."};
inline constexpr Option cost{"cost", value, "What it costs: 9.56."};
inline constexpr std::array add_shipping{
    identifier,
    needed(carrier),
    needed(cost),
    tracking_base,
    Option{"parcel", value, "Whether something is sent; so if not given.", false, "true|false"},
    json};
inline constexpr std::array change_shipping{
    identifier,
    carrier,
    cost,
    tracking_base,
    Option{"active", value, "Whether it can be chosen.", false, "true|false"},
    json};
inline constexpr Option title{"title", value, "What people call it."};
inline constexpr std::array add_status{
    identifier, needed(title),
    Option{"phase", value, "How far an order is that has it.", true,
           "accepted|in_work|packed|shipped|delivered|cancelled|refunded"},
    description, json};
inline constexpr std::array change_status{identifier, title, description, retired, json};

inline constexpr std::array list_orders{
    Option{"before", value, "Goes on after the order with this number."}, limit, json};
inline constexpr std::array move_order{
    order, Option{"status", positional, "The status that it gets.", true},
    Option{"tracking", value, "The parcel's number, where it is sent."},
    Option{"note", value, "What was paid back and why, or another word."}, json};
inline constexpr std::array settle_incident{
    Option{"incident", positional, "The incident's number.", true}, note, json};
inline constexpr std::array settle_failure{
    Option{"failure", positional, "The failure's number.", true}, note, json};

}  // namespace asterism::cli::shop_options
