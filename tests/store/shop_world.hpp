#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/check_out.hpp"
#include "libcore/shop/settling.hpp"
#include "shells/app/app.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/shop/goods.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {

using shop::PaymentOutcome;
using shop::Signal;
using shop::Stage;

/// What must not be refused.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error("refused: " + std::string(result.error().fault->slug));
    return *std::move(result);
}

/// Bytes that never repeat, whoever asks at once.
class SharedEntropy final : public Entropy {
public:
    void fill(std::span<std::byte> out) override;

private:
    std::atomic<std::uint64_t> drawn_ = 1;
};

/// Opens one counter for each reference, and knows of it what a test told. For many at once.
class Counters final : public shop::Payments {
public:
    Result<shop::PayCounter> open(const shop::CounterRequest& request) const override;
    Result<std::optional<shop::Payment>> look(std::string_view session) const override;
    Result<Done> close(std::string_view session) const override;
    void tell(const shop::Payment& payment);

private:
    mutable std::mutex mutex_;
    std::map<std::string, shop::Payment, std::less<>> told_;
};

/// Who buys: somebody with an account, else whoever has the secret of a cart.
struct Buyer {
    std::optional<Actor> actor = {};
    std::optional<std::string> visitor = {};
};

/// What became of one checkout, but for the names that are drawn by chance.
struct Outcome {
    Stage stage = Stage::open;
    bool holding = false;
    std::vector<shop::OrderRecord> orders;
    std::int64_t entries = 0;    ///< of the order's history
    std::int64_t carts = 0;      ///< that the checkout came from
    std::int64_t mails = 0;      ///< tasks to write the order's
    std::int64_t told = 0;       ///< lines of the audit log that name the order
    std::int64_t incidents = 0;  ///< of its session

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// A shop in a database, run as a server does: each use case in a transaction of its own.
class ShopWorld {
public:
    explicit ShopWorld(Engine& in) : engine(in) {}

    /// Statuses and a way of shipping, where the shop has none from the start.
    void furnish();

    /// Something for sale since a year; none: nobody counts.
    shop::SkuId offer(std::int64_t cents, std::optional<std::int64_t> left = {});
    /// Ten dollars off, so often; none: without end.
    void offer_code(const std::string& code, std::optional<std::int64_t> uses);

    Result<shop::AddedToCart> add(Buyer& buyer, shop::SkuId sku, std::int64_t quantity);
    Result<shop::CartView> enter(const Buyer& buyer, const std::string& code);
    /// All three steps.
    Result<shop::CheckedOut> pay(const Buyer& buyer);
    /// A guest with so many of it who went to pay; the counter.
    std::string at_counter(shop::SkuId sku, std::int64_t quantity, const std::string& code = "");
    /// The money for whatever is to be paid at that counter.
    shop::Payment money(const std::string& session);
    Result<PaymentOutcome> hear(Signal signal, const shop::Payment& payment,
                                const std::string& call = "");
    Result<PaymentOutcome> come_back(const Buyer& buyer, const std::string& session);
    Result<shop::LetGo> let_go_overdue();

    Outcome outcome(const std::string& session);
    shop::Supply stock(shop::SkuId sku);
    shop::Supply uses(const std::string& code);
    std::int64_t count(Sql text);
    /// What holds at any time: orders, their parts, stock and checkouts fit one another; in words
    /// what does not.
    std::string contradiction();

    app::Call call(const Buyer& buyer) const { return {buyer.actor, caller, accounts_policy}; }

    Engine& engine;
    Instant now = noon;
    SharedEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    Counters counters;
    Caller caller{"192.0.2.7", "Test/1", SiteId{1}};
    accounts::Policy accounts_policy;
    int offered = 0;  ///< products so far
    app::App app{engine, {[this] { return now; }, entropy, fingerprint, hasher, sealer}};
};

}  // namespace asterism::store::testing
