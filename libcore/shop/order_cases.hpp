#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/order_views.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

struct ShowOrder {
    std::string order;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("order", &ShowOrder::order, "Its identifier; a guest's with the secret behind it.");
        see("visitor", &ShowOrder::visitor, "The secret of the cart that it came from.");
    }
};

struct ListOwnOrders {
    std::optional<OrderId> before = {};

    static constexpr void fields(auto&& see) {
        see("before", &ListOwnOrders::before, "Goes on after that order.");
    }
};

struct ListOrders {
    std::optional<OrderId> before = {};
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("before", &ListOrders::before, "Goes on after that order.");
        see("limit", &ListOrders::limit, "The most orders, 1 to 200; 50 if not given.");
    }
};

struct MoveOrder {
    std::string order;
    std::string status;
    std::optional<std::string> tracking = {};
    std::optional<std::string> note = {};

    static constexpr void fields(auto&& see) {
        see("order", &MoveOrder::order, "The order's identifier.");
        see("status", &MoveOrder::status, "The identifier of the status that it gets.");
        see("tracking", &MoveOrder::tracking, "The parcel's number, where it is sent.");
        see("note", &MoveOrder::note, "What was paid back and why, or another word.");
    }
};

/// Whether an order shows itself to whoever asks; null: it does. A guest's shows itself to whoever
/// has its secret, or the cart that it came from; its identifier alone opens nothing.
const Fault* order_refusal(const OrderRow& order, const std::optional<Actor>& actor,
                           std::string_view secret_print, std::string_view visitor_print);

Result<OrderView> show_order(const accounts::Run& run, std::optional<Actor> actor,
                             const Orders& orders, const Statuses& statuses, Shelves shelves,
                             const ShowOrder& input);
Result<OrderPage> list_own_orders(Actor actor, const Orders& orders, const ListOwnOrders& input);
Result<OrderPage> list_orders(Actor actor, const Orders& orders, const ListOrders& input);

/// How an order goes on, together.
struct Workshop {
    using Writes = void;
    Orders& orders;
    Holds& holds;
    const Statuses& statuses;
    const ShippingMethods& methods;
};

/// By the staff, and by the table of moves. What is cancelled before it was sent can be sold again.
Result<OrderView> move_order(const accounts::Run& run, Actor actor, Workshop workshop,
                             const MoveOrder& input);

inline constexpr UseCases order_cases{
    use_case<&show_order>("show_order", "Shows an order to whoever made it."),
    use_case<&list_own_orders>("list_own_orders", "Lists the orders of one's own account."),
    use_case<&list_orders>("list_orders", "Lists all orders, for the staff."),
    use_case<&move_order>("move_order", "Gives an order its next status."),
};

}  // namespace asterism::shop
