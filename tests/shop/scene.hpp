#pragma once

#include <string>
#include <vector>

#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/check_out.hpp"
#include "libcore/shop/order_cases.hpp"
#include "libcore/shop/settling.hpp"
#include "tests/fakes/memory_accounts.hpp"
#include "tests/fakes/memory_mail.hpp"
#include "tests/fakes/memory_orders.hpp"
#include "tests/shop/goods.hpp"

namespace asterism::shop {

/// Stops at the n-th call of a port, before it or after it was done: as if the machine had.
class StoppingCalls : public tests::Calls {
public:
    struct Stopped {};

    int stop_at = 0;  ///< 0: never
    bool after_it = false;

protected:
    void before() override {
        Calls::before();
        if (!after_it && count == stop_at) throw Stopped{};
    }

    void after() override {
        if (after_it && count == stop_at) throw Stopped{};
    }
};

/// A shop with clips (10 of them, 3.50) and bands (uncounted, 14.99), ground shipping at 9.56, a
/// code for ten percent, and one for ten dollars that is good once. What a refused use case wrote
/// is undone, as the shell would.
class Scene {
public:
    Scene();

    AccountId settle(const std::string& handle, Role role = Role::user);

    Result<AddedToCart> add(std::int64_t sku, std::int64_t quantity);
    Result<CartView> enter(const std::string& code);
    /// All three steps.
    Result<CheckedOut> pay();
    /// The money for whatever is to be paid at that counter.
    Payment money(const std::string& session) const;
    Result<PaymentOutcome> hear(Signal signal, const Payment& payment,
                                const std::string& call = "");
    Result<PaymentOutcome> come_back(const std::string& session);
    Result<OrderView> move(const std::string& status, std::optional<std::string> tracking = {},
                           std::optional<std::string> note = {});

    const Supply& clips() const { return shop.products.at(0).skus.at(0).stock; }

    const Supply& single_use() const { return shop.codes.at(1).uses; }

    /// "order_placed" and so on, since the last time.
    std::vector<std::string> told();
    /// The kinds of the tasks that wait: "shop.order_mail".
    std::vector<std::string> tasks_waiting() const;
    std::vector<std::string> open_incidents();

    accounts::Run run() { return {now, caller, account_policy, entropy, fingerprint, trail}; }

    Shelves shelves() { return {products, discounts, methods}; }

    Gate gate() { return {carts, checkouts, holds, tasks, accounts}; }

    Till till() {
        return {carts, checkouts, holds, orders, incidents, calls_heard, tasks, statuses};
    }

    Workshop workshop() { return {orders, holds, statuses, methods}; }

    template <class Work>
    auto undone_if_refused(Work work) {
        const auto before = std::pair(shop, tables);
        auto result = work();
        if (!result) std::tie(shop, tables) = before;
        return result;
    }

    Now now{noon};
    Policy policy;
    std::optional<Actor> actor;          ///< who acts; nobody: a visitor
    std::optional<std::string> visitor;  ///< his secret
    tests::ShopTables shop;
    tests::Tables tables;
    StoppingCalls calls;
    tests::MemoryProducts products{shop, calls};
    tests::MemoryDiscounts discounts{shop, calls};
    tests::MemoryShippingMethods methods{shop, calls};
    tests::MemoryStatuses statuses{shop, calls};
    tests::MemoryCarts carts{shop, calls};
    tests::MemoryHolds holds{shop, calls};
    tests::MemoryCheckouts checkouts{shop, calls};
    tests::MemoryOrders orders{shop, calls};
    tests::MemoryIncidents incidents{shop, calls};
    tests::MemoryHeardCalls calls_heard{shop, calls};
    tests::MemoryTasks tasks{tables, calls};
    tests::MemoryAccounts accounts{tables, calls};
    tests::PlainPayments payments;
    tests::CountingEntropy entropy;
    tests::PlainFingerprint fingerprint;
    audit::Trail trail;
    Caller caller{"192.0.2.7", "test"};
    accounts::Policy account_policy;
};

}  // namespace asterism::shop
