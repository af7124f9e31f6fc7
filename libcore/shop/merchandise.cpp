#include "libcore/shop/merchandise.hpp"

#include <algorithm>

#include "libcore/base/entropy.hpp"
#include "libcore/base/text.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/prices.hpp"
#include "libcore/shop/words.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t longest_text = 5'000;
constexpr std::size_t longest_word = 500;
constexpr int most_draws = 5;

std::string number(auto id) { return std::to_string(id.value); }

std::string_view word_of(Availability value) {
    for (const auto& [each, word] : names(value))
        if (each == value) return word;
    return {};
}

using About = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The product as it is now, and a line in the log about what was done to it.
Result<ProductView> done(const accounts::Run& run, const Actor& actor, Products& products,
                         ProductId id, std::string_view deed, About about) {
    note_deed(run, actor, deed, about);
    return view_of(products.hold(id).value(), run.now.at);
}

Result<ProductView> done(const accounts::Run& run, const Actor& actor, Products& products,
                         ProductId id, std::string_view deed) {
    return done(run, actor, products, id, deed, {{"product", number(id)}});
}

std::optional<Error> refusal(const Product& product) {
    if (!is_line(product.title, 200)) return field_error(bad_shop_word, "title");
    if (!is_identifier(product.title_url)) return field_error(bad_shop_word, "title_url");
    if (!is_identifier(product.identifier)) return field_error(bad_shop_word, "identifier");
    if (!is_text(product.headline, longest_text)) return field_error(bad_shop_word, "headline");
    if (!is_text(product.description_1, longest_text))
        return field_error(bad_shop_word, "description_1");
    if (!is_text(product.description_2, longest_text))
        return field_error(bad_shop_word, "description_2");
    return std::nullopt;
}

std::optional<Error> refusal(const Sku& sku) {
    if (!is_text(sku.color, longest_word)) return field_error(bad_shop_word, "color");
    if (!is_text(sku.size, longest_word)) return field_error(bad_shop_word, "size");
    if (!is_text(sku.description, 1'000)) return field_error(bad_shop_word, "description");
    return std::nullopt;
}

void take(std::string& kept, const std::optional<std::string>& said) {
    if (said) kept = trimmed(*said);
}

/// What all who change a SKU do after it.
Result<ProductView> kept(const accounts::Run& run, const Actor& actor, Products& products,
                         const Sku& sku, std::string_view deed) {
    products.save_sku(sku);
    return done(run, actor, products, sku.product, deed,
                {{"product", number(sku.product)},
                 {"sku", number(sku.id)},
                 {"availability", word_of(sku.availability)},
                 {"left", sku.stock.left ? std::to_string(*sku.stock.left) : "uncounted"},
                 {"retired", sku.retired ? "yes" : "no"}});
}

}  // namespace

Result<ProductView> add_product(const accounts::Run& run, Actor actor, Products& products,
                                const AddProduct& input) {
    if (actor.role < Role::staff) return merchants_only;
    Product product;
    product.title = trimmed(input.title);
    product.title_url = input.title_url;
    take(product.headline, input.headline);
    take(product.description_1, input.description_1);
    take(product.description_2, input.description_2);
    for (int tries = input.identifier ? most_draws - 1 : 0; tries < most_draws; ++tries) {
        product.identifier =
            input.identifier ? *input.identifier : random_text(run.entropy, alphanumerics, 10);
        if (auto error = refusal(product)) return *std::move(error);
        if (const auto id = products.add(product))
            return done(run, actor, products, *id, "product_added");
    }
    return field_error(identifier_taken, "identifier");
}

Result<ProductView> change_product(const accounts::Run& run, Actor actor, Products& products,
                                   const ChangeProduct& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto product = products.hold(input.product);
    if (!product) return unknown_product;
    take(product->title, input.title);
    take(product->title_url, input.title_url);
    take(product->headline, input.headline);
    take(product->description_1, input.description_1);
    take(product->description_2, input.description_2);
    product->retired = input.retired.value_or(product->retired);
    if (auto error = refusal(*product)) return *std::move(error);
    products.save(*product);
    return done(run, actor, products, product->id, "product_changed",
                {{"product", number(product->id)}, {"retired", product->retired ? "yes" : "no"}});
}

Result<ProductView> add_sku(const accounts::Run& run, Actor actor, Products& products,
                            const Policy& policy, const AddSku& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto price = read_amount(input.price, policy.currency, "price");
    if (!price) return price.error();
    const auto stock = recounted({}, input.left);
    if (!stock) return field_error(*stock.error().fault, "left");
    Sku sku;
    sku.product = input.product;
    sku.stock = *stock;
    sku.availability = input.availability.value_or(Availability::in_stock);
    take(sku.color, input.color);
    take(sku.size, input.size);
    take(sku.description, input.description);
    if (auto error = refusal(sku)) return *std::move(error);
    if (!products.hold(input.product)) return unknown_product;
    sku.prices = {{*price, run.now.at}};
    const auto id = products.add_sku(sku);
    return done(
        run, actor, products, input.product, "sku_added",
        {{"product", number(input.product)}, {"sku", number(id)}, {"price", decimal(*price)}});
}

Result<ProductView> change_sku(const accounts::Run& run, Actor actor, Products& products,
                               const ChangeSku& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto sku = products.hold_sku(input.sku);
    if (!sku) return unknown_sku;
    take(sku->color, input.color);
    take(sku->size, input.size);
    take(sku->description, input.description);
    sku->availability = input.availability.value_or(sku->availability);
    sku->retired = input.retired.value_or(sku->retired);
    if (auto error = refusal(*sku)) return *std::move(error);
    return kept(run, actor, products, *sku, "sku_changed");
}

Result<ProductView> price_sku(const accounts::Run& run, Actor actor, Products& products,
                              const Policy& policy, const PriceSku& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto each = read_amount(input.price, policy.currency, "price");
    if (!each) return each.error();
    const Price price{*each, input.since.value_or(run.now.at)};
    if (price.since < run.now.at) return field_error(price_too_early, "since");
    const auto sku = products.hold_sku(input.sku);
    if (!sku) return unknown_sku;
    if (const auto history = repriced(sku->prices, price); !history) return history.error();
    products.add_price(sku->id, price);
    return done(run, actor, products, sku->product, "sku_priced",
                {{"product", number(sku->product)},
                 {"sku", number(sku->id)},
                 {"price", decimal(price.each)}});
}

Result<ProductView> count_sku(const accounts::Run& run, Actor actor, Products& products,
                              const CountSku& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto sku = products.hold_sku(input.sku);
    if (!sku) return unknown_sku;
    const auto stock = recounted(sku->stock, input.left);
    if (!stock) return field_error(*stock.error().fault, "left");
    sku->stock = *stock;
    return kept(run, actor, products, *sku, "sku_counted");
}

Result<ProductView> add_product_picture(const accounts::Run& run, Actor actor, Products& products,
                                        const AddProductPicture& input) {
    if (actor.role < Role::staff) return merchants_only;
    if (!is_shop_link(input.url)) return field_error(bad_shop_link, "url");
    const auto caption = input.caption.value_or("");
    if (!is_text(caption, longest_word)) return field_error(bad_shop_word, "caption");
    const auto product = products.hold(input.product);
    if (!product) return unknown_product;
    const auto sku = input.sku.value_or(SkuId{});
    if (sku && std::ranges::find(product->skus, sku, &Sku::id) == product->skus.end())
        return field_error(unknown_sku, "sku");
    products.add_picture(product->id, sku, {{}, input.url, caption, input.main.value_or(false)});
    return done(run, actor, products, product->id, "product_picture_added");
}

Result<ProductView> remove_product_picture(const accounts::Run& run, Actor actor,
                                           Products& products, const RemoveProductPicture& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto product = products.remove_picture(input.picture);
    if (!product) return unknown_picture;
    return done(run, actor, products, *product, "product_picture_removed");
}

Result<ProductView> add_product_video(const accounts::Run& run, Actor actor, Products& products,
                                      const AddProductVideo& input) {
    if (actor.role < Role::staff) return merchants_only;
    if (!is_shop_link(input.url)) return field_error(bad_shop_link, "url");
    if (!is_shop_link(input.thumbnail_url)) return field_error(bad_shop_link, "thumbnail_url");
    const auto caption = input.caption.value_or("");
    if (!is_text(caption, longest_word)) return field_error(bad_shop_word, "caption");
    if (!products.hold(input.product)) return unknown_product;
    products.add_video(input.product, {{}, input.url, input.thumbnail_url, caption});
    return done(run, actor, products, input.product, "product_video_added");
}

Result<ProductView> remove_product_video(const accounts::Run& run, Actor actor, Products& products,
                                         const RemoveProductVideo& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto product = products.remove_video(input.video);
    if (!product) return unknown_video;
    return done(run, actor, products, *product, "product_video_removed");
}

}  // namespace asterism::shop
