#include "tests/fakes/memory_orders.hpp"

#include <algorithm>
#include <stdexcept>

namespace asterism::tests {

using shop::CartLine;
using shop::Checkout;
using shop::Claim;
using shop::PlacedOrder;
using shop::Shortage;
using shop::Supply;

namespace {

Supply& stock_of(ShopTables& tables, shop::SkuId sku) {
    for (auto& product : tables.products)
        for (auto& each : product.skus)
            if (each.id == sku) return each.stock;
    throw std::logic_error("no such SKU");
}

Supply& uses_of(ShopTables& tables, shop::DiscountId code) {
    for (auto& each : tables.codes)
        if (each.id == code) return each.uses;
    throw std::logic_error("no such code");
}

template <class Test>
std::optional<Checkout> first(const ShopTables& tables, Test test) {
    const auto found = std::ranges::find_if(tables.checkouts, test);
    if (found == tables.checkouts.end()) return std::nullopt;
    return *found;
}

std::optional<PlacedOrder> order_named(const ShopTables& tables, std::string_view identifier) {
    for (const PlacedOrder& order : tables.orders)
        if (order.record.order.identifier == identifier) return order;
    return std::nullopt;
}

}  // namespace

std::optional<Shortage> MemoryHolds::hold(const Claim& claim) {
    return calls_.write([&]() -> std::optional<Shortage> {
        for (const CartLine& line : claim.pieces)
            if (!covers(stock_of(tables_, line.sku), line.quantity)) return Shortage::pieces;
        for (const auto code : claim.codes)
            if (!covers(uses_of(tables_, code), 1)) return Shortage::codes;
        for (const CartLine& line : claim.pieces) {
            auto& stock = stock_of(tables_, line.sku);
            stock = *shop::hold(stock, line.quantity);
        }
        for (const auto code : claim.codes)
            uses_of(tables_, code) = *shop::hold(uses_of(tables_, code), 1);
        return std::nullopt;
    });
}

void MemoryHolds::give_back(const Claim& claim) {
    calls_.write([&] {
        for (const CartLine& line : claim.pieces) {
            auto& stock = stock_of(tables_, line.sku);
            stock = shop::give_back(stock, line.quantity);
        }
        for (const auto code : claim.codes)
            uses_of(tables_, code) = shop::give_back(uses_of(tables_, code), 1);
    });
}

void MemoryHolds::take_held(const Claim& claim) {
    calls_.write([&] {
        for (const CartLine& line : claim.pieces) {
            auto& stock = stock_of(tables_, line.sku);
            stock = shop::take_held(stock, line.quantity);
        }
        for (const auto code : claim.codes)
            uses_of(tables_, code) = shop::take_held(uses_of(tables_, code), 1);
    });
}

void MemoryHolds::refill(std::span<const CartLine> pieces) {
    calls_.write([&] {
        for (const CartLine& line : pieces) {
            auto& stock = stock_of(tables_, line.sku);
            stock = *shop::refill(stock, line.quantity);
        }
    });
}

shop::CheckoutId MemoryCheckouts::add(const Checkout& checkout, Instant) {
    return calls_.write([&] {
        const auto& before = tables_.checkouts;
        const auto id = before.empty() ? 1 : before.back().id.value + 1;
        tables_.checkouts.push_back(checkout);
        return tables_.checkouts.back().id = {id};
    });
}

std::optional<Checkout> MemoryCheckouts::find_by_session(std::string_view session) const {
    return calls_.read([&] {
        return first(tables_, [&](const Checkout& each) {
            return !session.empty() && each.session == session;
        });
    });
}

std::optional<Checkout> MemoryCheckouts::hold(std::string_view reference) {
    return calls_.write([&] {
        return first(tables_, [&](const Checkout& each) { return each.reference == reference; });
    });
}

std::optional<Checkout> MemoryCheckouts::hold_by_session(std::string_view session) {
    return calls_.write([&] {
        return first(tables_, [&](const Checkout& each) {
            return !session.empty() && each.session == session;
        });
    });
}

std::optional<Checkout> MemoryCheckouts::hold_open(shop::CartId cart) {
    return calls_.write([&] {
        return first(tables_, [&](const Checkout& each) {
            return each.cart == cart && each.stage == shop::Stage::open;
        });
    });
}

std::int64_t MemoryCheckouts::forget_unpaid(Instant before, std::int64_t limit) {
    return calls_.write([&] {
        std::int64_t gone = 0;
        std::erase_if(tables_.checkouts, [&](const Checkout& each) {
            using shop::Stage;
            const bool over = each.stage == Stage::failed || each.stage == Stage::expired ||
                              each.stage == Stage::contested;
            const auto frozen = shop::read_canonical(each.frozen.bytes);
            return over && frozen && frozen->made_at < before && gone < limit && ++gone > 0;
        });
        return gone;
    });
}

std::vector<Checkout> MemoryCheckouts::hold_overdue(Instant now, std::int64_t limit) {
    return calls_.write([&] {
        std::vector<Checkout> out;
        for (const Checkout& each : tables_.checkouts)
            if (each.stage == shop::Stage::open && each.hold_until && *each.hold_until <= now &&
                std::ssize(out) < limit)
                out.push_back(each);
        return out;
    });
}

void MemoryCheckouts::save(const Checkout& checkout) {
    calls_.write([&] {
        for (Checkout& each : tables_.checkouts) {
            if (each.id != checkout.id) continue;
            const auto frozen = each.frozen;
            each = checkout;
            each.frozen = frozen;
        }
    });
}

void MemoryCheckouts::follow(shop::CartId from, const shop::Cart& into) {
    calls_.write([&] {
        for (Checkout& each : tables_.checkouts) {
            if (each.cart != from) continue;
            each.cart = into.id;
            each.owner = into.owner;
        }
    });
}

void MemoryCheckouts::forget(AccountId account) {
    calls_.write([&] {
        for (Checkout& each : tables_.checkouts)
            if (each.owner.account == account) each.owner.account = {};
    });
}

shop::Placed MemoryOrders::add(const shop::OrderPlan& plan) {
    return calls_.write([&] {
        const auto& record = plan.record;
        for (const PlacedOrder& each : tables_.orders) {
            const auto& other = each.record;
            if (other.order.reference == record.order.reference ||
                other.payment.session == record.payment.session ||
                (!record.payment.intent.empty() && other.payment.intent == record.payment.intent))
                return shop::Placed::already;
        }
        if (order_named(tables_, record.order.identifier)) return shop::Placed::identifier_taken;
        tables_.orders.push_back({{std::ssize(tables_.orders) + 1}, record, "", {plan.status}});
        return shop::Placed::yes;
    });
}

std::optional<PlacedOrder> MemoryOrders::find(std::string_view identifier) const {
    return calls_.read([&] { return order_named(tables_, identifier); });
}

std::optional<PlacedOrder> MemoryOrders::hold(std::string_view identifier) {
    return calls_.write([&] { return order_named(tables_, identifier); });
}

std::vector<PlacedOrder> MemoryOrders::list(AccountId account,
                                            const shop::OrderWindow& window) const {
    return calls_.read([&] {
        std::vector<PlacedOrder> out;
        for (auto each = tables_.orders.rbegin(); each != tables_.orders.rend(); ++each) {
            if (account && each->record.order.owner.account != account) continue;
            if (window.before && each->id >= window.before) continue;
            if (std::ssize(out) < window.limit) out.push_back(*each);
        }
        return out;
    });
}

PlacedOrder& MemoryOrders::row(shop::OrderId id) {
    return tables_.orders.at(static_cast<std::size_t>(id.value - 1));
}

bool MemoryOrders::add_status(shop::OrderId order, const shop::StatusEntry& entry) {
    return calls_.write([&] {
        auto& history = row(order).history;
        const bool had = std::ranges::any_of(
            history, [&](const shop::StatusEntry& each) { return each.status == entry.status; });
        if (!had) history.push_back(entry);
        return !had;
    });
}

void MemoryOrders::set_tracking(shop::OrderId order, std::string_view number) {
    calls_.write([&] { row(order).tracking = number; });
}

void MemoryOrders::set_secret(shop::OrderId order, std::string_view print) {
    calls_.write([&] { row(order).record.order.secret_print = print; });
}

std::int64_t MemoryOrders::join(AccountId account, std::string_view normal) {
    return calls_.write([&] {
        std::int64_t joined = 0;
        for (PlacedOrder& each : tables_.orders) {
            auto& owner = each.record.order.owner;
            if (owner.account || each.record.contact.normal != normal) continue;
            owner.account = account;
            ++joined;
        }
        return joined;
    });
}

void MemoryOrders::forget(AccountId account) {
    calls_.write([&] {
        for (PlacedOrder& each : tables_.orders)
            if (each.record.order.owner.account == account) each.record.order.owner.account = {};
    });
}

Result<shop::PayCounter> PlainPayments::open(const shop::CounterRequest& request) const {
    if (trouble) return *trouble;
    const auto found =
        std::ranges::find(requests, request.reference, &shop::CounterRequest::reference);
    const auto number = found - requests.begin() + 1;
    if (found == requests.end()) requests.push_back(request);
    const auto session = "cs_" + std::to_string(number);
    return shop::PayCounter{session, "https://pay.example/" + session};
}

Result<std::optional<shop::Payment>> PlainPayments::look(std::string_view session) const {
    if (trouble) return *trouble;
    for (const auto& each : payments)
        if (each.session == session) return std::optional(each);
    return std::optional<shop::Payment>();
}

Result<Done> PlainPayments::close(std::string_view session) const {
    if (trouble) return *trouble;
    closed.emplace_back(session);
    return Done{};
}

}  // namespace asterism::tests
