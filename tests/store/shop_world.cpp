#include "tests/store/shop_world.hpp"

#include "shells/store/unit.hpp"

namespace asterism::store::testing {

using namespace std::chrono_literals;
using shop::Payment;

void SharedEntropy::fill(std::span<std::byte> out) {
    auto seed = drawn_.fetch_add(1) * 0x9E3779B97F4A7C15U;
    for (auto& byte : out) {
        seed ^= seed >> 29U;
        seed *= 0xBF58476D1CE4E5B9U;
        byte = static_cast<std::byte>(seed >> 56U);
    }
}

Result<shop::PayCounter> Counters::open(const shop::CounterRequest& request) const {
    return shop::PayCounter{"cs_" + request.reference, "https://pay.example/" + request.reference};
}

Result<std::optional<Payment>> Counters::look(std::string_view session) const {
    const std::lock_guard lock(mutex_);
    const auto found = told_.find(session);
    if (found == told_.end()) return std::optional<Payment>();
    return std::optional(found->second);
}

Result<Done> Counters::close(std::string_view) const { return Done{}; }

void Counters::tell(const Payment& payment) {
    const std::lock_guard lock(mutex_);
    told_[payment.session] = payment;
}

void ShopWorld::furnish() {
    engine.write([&](app::Unit& unit) {
        // What the shop has from the start may be there already.
        unit.shipping_methods().add(shop::ground());
        for (const auto& [name, phase] :
             {std::pair{"accepted", shop::Phase::accepted}, {"shipped", shop::Phase::shipped}})
            unit.order_statuses().add({name, name, "", phase});
        return true;
    });
}

shop::SkuId ShopWorld::offer(std::int64_t cents, std::optional<std::int64_t> left) {
    return written<shop::SkuId>(engine, [&](app::Unit& unit) {
        const auto item = shop::item(1, cents, {left});
        shop::Product product;
        product.identifier = "P" + std::to_string(offered++);
        product.title = item.title;
        product.title_url = item.title_url;
        auto sku = item.sku;
        sku.product = unit.products().add(product).value();
        return unit.products().add_sku(sku);
    });
}

void ShopWorld::offer_code(const std::string& code, std::optional<std::int64_t> uses) {
    engine.write([&](app::Unit& unit) {
        auto discount = shop::ten_percent();
        discount.code = code;
        discount.kind = shop::DiscountKind::amount_off;
        discount.uses = {uses};
        return unit.discounts().add(discount).has_value();
    });
}

Result<shop::AddedToCart> ShopWorld::add(Buyer& buyer, shop::SkuId sku, std::int64_t quantity) {
    auto added =
        app.run<&shop::add_to_cart>(call(buyer), shop::AddToCart{sku, quantity, buyer.visitor});
    if (added && added->visitor) buyer.visitor = added->visitor;
    return added;
}

Result<shop::CartView> ShopWorld::enter(const Buyer& buyer, const std::string& code) {
    return app.run<&shop::enter_code>(call(buyer), shop::EnterCode{code, buyer.visitor});
}

Result<shop::CheckedOut> ShopWorld::pay(const Buyer& buyer) {
    const shop::CheckOut input{{}, buyer.visitor};
    const auto frozen = app.run<&shop::begin_check_out>(call(buyer), input);
    if (!frozen) return frozen.error();
    const auto at = shop::ask_for_counter(counters, *frozen, input);
    if (!at) return at.error();
    return app.run<&shop::check_out>(call(buyer), input, *at);
}

std::string ShopWorld::at_counter(shop::SkuId sku, std::int64_t quantity, const std::string& code) {
    Buyer guest;
    must(add(guest, sku, quantity));
    if (!code.empty()) must(enter(guest, code));
    return must(pay(guest)).session;
}

Payment ShopWorld::money(const std::string& session) {
    Payment out;
    engine.read([&](app::Unit& unit) {
        const auto checkout = unit.checkouts().find_by_session(session).value();
        out = shop::payment(*shop::opened(fingerprint, checkout.frozen), session);
        out.intent = "pi_" + session;
    });
    return out;
}

Result<PaymentOutcome> ShopWorld::hear(Signal signal, const Payment& payment,
                                       const std::string& name) {
    return app.run<&shop::hear_payment>(call({}), shop::PaymentNews{name, signal, payment});
}

Result<PaymentOutcome> ShopWorld::come_back(const Buyer& buyer, const std::string& session) {
    const shop::ComeBack input{session, buyer.visitor};
    const auto returning = app.run<&shop::find_own_checkout>(call(buyer), input);
    if (!returning) return returning.error();
    const auto returned = shop::ask_for_payment(counters, *returning, input);
    if (!returned) return returned.error();
    return app.run<&shop::come_back>(call(buyer), input, *returned);
}

Result<shop::LetGo> ShopWorld::let_go_overdue() {
    return app.run<&shop::let_go_overdue>(call({}), shop::LetGoOverdue{});
}

namespace {

/// With what is drawn by chance made alike.
shop::OrderRecord plain(shop::OrderRecord record) {
    for (auto* drawn :
         {&record.order.identifier, &record.order.reference, &record.order.secret_print,
          &record.order.owner.visitor, &record.payment.session, &record.payment.intent})
        *drawn = drawn->empty() ? "" : "drawn";
    return record;
}

}  // namespace

Outcome ShopWorld::outcome(const std::string& session) {
    Outcome out;
    engine.read_db([&](Db& db) {
        SqlUnit unit(db);
        const auto checkout = unit.checkouts().find_by_session(session).value();
        out.stage = checkout.stage;
        out.holding = checkout.holding;
        const auto number = [&](Sql text, const auto&... in) {
            return std::get<0>(*db.one<std::int64_t>(text, in...));
        };
        for (const auto& [name] :
             db.all<std::string>("SELECT identifier FROM shop_order WHERE reference = :reference",
                                 checkout.reference)) {
            const auto order = unit.orders().find(name).value();
            out.orders.push_back(plain(order.record));
            out.entries += std::ssize(order.history);
            out.mails += number("SELECT count(*) FROM task WHERE key = :name", name);
            out.told += number(
                "SELECT count(*) FROM audit_record WHERE type = 'order_placed'"
                " AND metadata LIKE '%' || :name || '%'",
                name);
        }
        out.carts = number("SELECT count(*) FROM shop_cart WHERE id = :cart", checkout.cart);
        out.incidents =
            number("SELECT count(*) FROM shop_incident WHERE session = :session", session);
    });
    return out;
}

shop::Supply ShopWorld::stock(shop::SkuId sku) {
    shop::Supply out;
    engine.read([&](app::Unit& unit) { out = unit.products().items({{sku}}).at(0).sku.stock; });
    return out;
}

shop::Supply ShopWorld::uses(const std::string& code) {
    shop::Supply out;
    engine.read([&](app::Unit& unit) { out = unit.discounts().find(code).value().uses; });
    return out;
}

std::int64_t ShopWorld::count(Sql text) {
    std::int64_t out = 0;
    engine.read_db([&](Db& db) { out = std::get<0>(*db.one<std::int64_t>(text)); });
    return out;
}

std::string ShopWorld::contradiction() {
    struct Law {
        std::string_view words;
        Sql breaches;
    };

    static constexpr Law laws[] = {
        {"an order without lines",
         "SELECT count(*) FROM shop_order o WHERE NOT EXISTS"
         " (SELECT 1 FROM shop_order_line l WHERE l.order_id = o.id)"},
        {"an order whose lines do not sum up",
         "SELECT count(*) FROM shop_order o WHERE o.items <>"
         " (SELECT sum(l.quantity * l.cents) FROM shop_order_line l WHERE l.order_id = o.id)"},
        {"an order without a history",
         "SELECT count(*) FROM shop_order o WHERE NOT EXISTS"
         " (SELECT 1 FROM shop_order_status s WHERE s.order_id = o.id)"},
        {"an order whose checkout does not know it",
         "SELECT count(*) FROM shop_order o WHERE NOT EXISTS (SELECT 1 FROM shop_checkout c"
         " WHERE c.reference = o.reference AND c.ordered_as = o.identifier)"},
        {"a checkout whose order is not there",
         "SELECT count(*) FROM shop_checkout c WHERE c.stage = 'ordered' AND NOT EXISTS"
         " (SELECT 1 FROM shop_order o WHERE o.identifier = c.ordered_as)"},
        {"an order without a mail to be written, or with two",
         "SELECT count(*) FROM shop_order o WHERE 1 <> (SELECT count(*) FROM task t"
         " WHERE t.kind = 'shop.order_mail' AND t.key = o.identifier)"},
        {"an order that the audit log does not know, or knows twice",
         "SELECT count(*) FROM shop_order o WHERE 1 <> (SELECT count(*) FROM audit_record a"
         " WHERE a.type = 'order_placed' AND a.metadata LIKE '%' || o.identifier || '%')"},
        {"an ordered cart that is still there",
         "SELECT count(*) FROM shop_checkout c JOIN shop_cart k ON k.id = c.cart_id"
         " WHERE c.stage = 'ordered' AND NOT EXISTS (SELECT 1 FROM shop_cart_line l"
         " WHERE l.cart_id = k.id)"},
        {"an order that still holds pieces",
         "SELECT count(*) FROM shop_checkout WHERE stage = 'ordered' AND holding = 1"},
        {"two orders for one payment",
         "SELECT count(*) - count(DISTINCT session) FROM shop_order"}};
    std::string out;
    for (const auto& [words, breaches] : laws)
        if (count(breaches) != 0) out.append(out.empty() ? "" : ", ").append(words);
    return out;
}

}  // namespace asterism::store::testing
