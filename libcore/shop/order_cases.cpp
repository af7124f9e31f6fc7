#include "libcore/shop/order_cases.hpp"

#include <algorithm>

#include "libcore/audit/words.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t most_orders = 200;
constexpr std::int64_t usual_orders = 50;
/// Pages of an account's own are so large that StartupWebApp's client, which turns none, shows all.
constexpr std::int64_t own_orders = 1'000;

/// One order more than the page has tells whether there is another.
OrderPage page_of(const Orders& orders, AccountId account, OrderWindow window) {
    OrderPage out;
    const auto limit = window.limit++;
    for (const PlacedOrder& order : orders.list(account, window)) {
        if (std::ssize(out.items) == limit) {
            out.next = out.items.back().id;
            break;
        }
        out.items.push_back(card_of(order));
    }
    return out;
}

OrderWords words_for(const OrderRecord& record, const Statuses& statuses, const Shelves& shelves) {
    std::vector<SkuId> skus;
    for (const SnapshotLine& line : record.lines) skus.push_back(line.sku);
    std::vector<DiscountId> codes;
    for (const SnapshotCode& code : record.codes) codes.push_back(code.id);
    OrderWords out{statuses.all(), shelves.methods.all(), shelves.products.items(skus), {}};
    if (!codes.empty()) out.codes = shelves.discounts.of(codes);
    return out;
}

std::optional<Status> status_named(const Statuses& statuses, std::string_view identifier) {
    for (Status& status : statuses.all())
        if (status.identifier == identifier) return std::move(status);
    return std::nullopt;
}

bool has_tracking(const ShippingMethods& methods, ShippingMethodId id) {
    const auto all = methods.all();
    return std::ranges::any_of(all, [&](const ShippingMethod& method) {
        return method.id == id && !method.tracking_base.empty();
    });
}

std::vector<CartLine> pieces_of(const OrderRecord& record) {
    std::vector<CartLine> out;
    for (const SnapshotLine& line : record.lines) out.push_back({line.sku, line.quantity});
    return out;
}

}  // namespace

const Fault* order_refusal(const OrderRow& order, const std::optional<Actor>& actor,
                           std::string_view secret_print, std::string_view visitor_print) {
    if (actor && actor->role >= Role::staff) return nullptr;
    const bool has_secret = !secret_print.empty() && secret_print == order.secret_print;
    const bool has_cart = !visitor_print.empty() && visitor_print == order.owner.visitor;
    if (has_secret || has_cart) return nullptr;
    if (actor && order.owner.account == actor->account) return nullptr;
    if (actor) return &order_of_another;
    return order.owner.account ? &sign_in_for_order : &unknown_order;
}

Result<OrderView> show_order(const accounts::Run& run, std::optional<Actor> actor,
                             const Orders& orders, const Statuses& statuses, Shelves shelves,
                             const ShowOrder& input) {
    const auto name = read_order_name(input.order);
    const auto order = name ? orders.find(name->identifier) : std::nullopt;
    if (!order) return unknown_order;
    const auto secret = name->secret.empty() ? "" : run.fingerprint.of(name->secret);
    const auto visitor = owner_of(run.fingerprint, std::nullopt, input.visitor);
    if (const Fault* fault =
            order_refusal(order->record.order, actor, secret, visitor ? visitor->visitor : ""))
        return *fault;
    return view_of(*order, words_for(order->record, statuses, shelves));
}

Result<OrderPage> list_own_orders(Actor actor, const Orders& orders, const ListOwnOrders& input) {
    return page_of(orders, actor.account, {input.before.value_or(OrderId{}), own_orders});
}

Result<OrderPage> list_orders(Actor actor, const Orders& orders, const ListOrders& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto limit = input.limit.value_or(usual_orders);
    if (limit < 1 || limit > most_orders) return field_error(bad_order_page, "limit");
    return page_of(orders, {}, {input.before.value_or(OrderId{}), limit});
}

Result<OrderView> move_order(const accounts::Run& run, Actor actor, Workshop workshop,
                             const MoveOrder& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto order = workshop.orders.hold(input.order);
    if (!order) return unknown_order;
    const auto to = status_named(workshop.statuses, input.status);
    if (!to) return field_error(unknown_status, "status");
    const MoveWords said{input.tracking ? std::string_view(*input.tracking) : "",
                         input.note ? std::string_view(*input.note) : ""};
    const bool tracked = has_tracking(workshop.methods, order->record.shipping.id);
    if (const Fault* fault = move_refusal(order->history, *to, said, tracked)) return *fault;

    const auto from = order->history.back().phase;
    const StatusEntry entry{to->identifier, to->phase, run.now.at, actor.account,
                            std::string(said.note)};
    if (!workshop.orders.add_status(order->id, entry)) return status_already;
    if (!said.tracking.empty()) workshop.orders.set_tracking(order->id, said.tracking);
    if (restocks(from, to->phase)) workshop.holds.refill(pieces_of(order->record));
    audit::Event event{"order_moved", true, actor.account};
    event.metadata = audit::words({{"order", input.order}, {"status", to->identifier}});
    run.trail.note(std::move(event));
    return view_of(*workshop.orders.find(input.order),
                   {workshop.statuses.all(), workshop.methods.all()});
}

}  // namespace asterism::shop
