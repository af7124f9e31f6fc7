#pragma once

#include <algorithm>
#include <string>

#include "shells/app/app.hpp"
#include "shells/store/unit.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {

constexpr Money usd(std::int64_t cents) { return {cents, Currency::usd}; }

inline shop::Product clips(const std::string& identifier = "bSusp6dBHm") {
    shop::Product out;
    out.identifier = identifier;
    out.title = "Paper Clips";
    out.title_url = "PaperClips";
    out.headline = "They <b>hold</b>.";
    out.description_1 = "One";
    out.description_2 = "Two";
    return out;
}

inline shop::Sku silver(shop::ProductId product, std::int64_t cents = 350) {
    shop::Sku out;
    out.product = product;
    out.availability = shop::Availability::back_ordered;
    out.stock.left = 10;
    out.color = "Silver";
    out.size = "Medium";
    out.description = "Left sided";
    out.prices = {{usd(cents), noon}};
    return out;
}

inline shop::Discount ten_percent(const std::string& code = "TEN") {
    return {{},    code,   "{}% off", shop::DiscountKind::percent_off,
            1'000, usd(0), noon,      noon + std::chrono::hours(24),
            false, ""};
}

template <class Answer>
Answer seen(Engine& engine, auto work) {
    Answer answer{};
    engine.read([&](app::Unit& unit) { answer = work(unit); });
    return answer;
}

inline shop::ProductId add_product(Engine& engine, const shop::Product& product) {
    return written<std::optional<shop::ProductId>>(
               engine, [&](app::Unit& unit) { return unit.products().add(product); })
        .value();
}

inline shop::SkuId add_sku(Engine& engine, const shop::Sku& sku) {
    return written<shop::SkuId>(engine,
                                [&](app::Unit& unit) { return unit.products().add_sku(sku); });
}

/// Use cases as a shell runs them, on a real database at noon.
struct Counter {
    template <auto Run, class Input>
    auto ask(std::optional<Actor> actor, const Input& input) {
        return app.run<Run>({actor, caller, policy}, input);
    }

    Engine& engine;
    tests::PlainFingerprint fingerprint = {};
    tests::CountingEntropy entropy = {};
    tests::ReversingHasher hasher = {};
    tests::PlainSealer sealer = {};
    Caller caller = {};
    accounts::Policy policy = {};
    app::App app{engine, {[] { return noon; }, entropy, fingerprint, hasher, sealer}};
};

}  // namespace asterism::store::testing
