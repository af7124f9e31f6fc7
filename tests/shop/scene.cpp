#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

Product product_of(std::int64_t id, const std::string& identifier, const Item& item) {
    Product out;
    out.id = {id};
    out.identifier = identifier;
    out.title = item.title;
    out.title_url = item.title_url;
    out.pictures = {{{id}, item.picture, "", true}};
    out.skus = {item.sku};
    out.skus[0].product = out.id;
    return out;
}

}  // namespace

Scene::Scene() {
    shop.products = {product_of(1, "bSusp6dBHm", item(1, 350, {10})),
                     product_of(3, "v26ujdy3N1", item(7, 1'499))};
    auto once = ten_percent();
    once.id = {2};
    once.code = "ONCE10";
    once.kind = DiscountKind::amount_off;
    once.uses = {1};
    shop.codes = {ten_percent(), once};
    shop.methods = {ground(),
                    {{4}, "UPSGround", "UPS Ground", usd(1'134), "https://ups/?n="},
                    {{5}, "None", "None", usd(0), "", false, false}};
    shop.statuses = {{"accepted", "Accepted", "", Phase::accepted},
                     {"manufacturing", "Manufacturing", "", Phase::in_work},
                     {"packing", "Packing", "", Phase::packed},
                     {"shipped", "Shipped", "", Phase::shipped},
                     {"cancelled", "Cancelled", "", Phase::cancelled},
                     {"refunded", "Refunded", "", Phase::refunded}};
}

AccountId Scene::settle(const std::string& handle, Role role) {
    accounts::Account account;
    account.handle = handle;
    account.email = handle + "@example.org";
    account.email_as_given = account.email;
    account.created_at = noon;
    const auto id = *accounts.add({account, ""});
    accounts.set_role(id, role);
    return id;
}

Result<AddedToCart> Scene::add(std::int64_t sku, std::int64_t quantity) {
    return undone_if_refused([&] {
        auto added =
            add_to_cart(run(), actor, carts, shelves(), policy, {{sku}, quantity, visitor});
        if (added && added->visitor) visitor = added->visitor;
        return added;
    });
}

Result<CartView> Scene::enter(const std::string& code) {
    return undone_if_refused([&] {
        return enter_code(run(), actor, carts, shelves(), policy, {code, visitor});
    });
}

Result<CheckedOut> Scene::pay() {
    const CheckOut input{{}, visitor};
    const auto frozen = undone_if_refused(
        [&] { return begin_check_out(run(), actor, gate(), shelves(), policy, input); });
    if (!frozen) return frozen.error();
    const auto counter = ask_for_counter(payments, *frozen, input);
    if (!counter) return counter.error();
    return undone_if_refused([&] { return check_out(run(), checkouts, *counter, input); });
}

Payment Scene::money(const std::string& session) const {
    for (const Checkout& each : shop.checkouts)
        if (each.session == session) return payment(*opened(fingerprint, each.frozen), session);
    throw std::logic_error("no such counter");
}

Result<PaymentOutcome> Scene::hear(Signal signal, const Payment& payment, const std::string& call) {
    return undone_if_refused([&] {
        return hear_payment(run(), till(), policy, {call, signal, payment});
    });
}

Result<PaymentOutcome> Scene::come_back(const std::string& session) {
    const ComeBack input{session, visitor};
    const auto returning = find_own_checkout(run(), actor, checkouts, input);
    if (!returning) return returning.error();
    const auto returned = ask_for_payment(payments, *returning, input);
    if (!returned) return returned.error();
    return undone_if_refused(
        [&] { return shop::come_back(run(), till(), policy, *returned, input); });
}

Result<OrderView> Scene::move(const std::string& status, std::optional<std::string> tracking,
                              std::optional<std::string> note) {
    const auto& order = shop.orders.back().record.order.identifier;
    return undone_if_refused([&] {
        return move_order(run(), *actor, workshop(), {order, status, tracking, note});
    });
}

std::vector<std::string> Scene::told() {
    std::vector<std::string> out;
    for (const auto& event : trail.events()) out.emplace_back(event.type);
    trail.clear();
    return out;
}

std::vector<std::string> Scene::tasks_waiting() const {
    std::vector<std::string> out;
    for (const auto& task : tables.tasks) out.push_back(task.kind);
    return out;
}

std::vector<std::string> Scene::open_incidents() {
    std::vector<std::string> out;
    for (const auto& each : incidents.open(100))
        for (const auto& [kind, name] : names(each.incident.kind))
            if (kind == each.incident.kind) out.emplace_back(name);
    return out;
}

}  // namespace asterism::shop
