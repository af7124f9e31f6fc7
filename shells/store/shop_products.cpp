#include "shells/store/shop_products.hpp"

#include <algorithm>

#include "shells/store/id_list.hpp"
#include "shells/store/place_rows.hpp"
#include "shells/store/shop_rows.hpp"

namespace asterism::store {
namespace {

using shop::Item;
using shop::Picture;
using shop::Product;
using shop::ProductId;
using shop::Sku;
using shop::SkuId;
using shop::Video;
using shop::VideoId;

using ProductRow = std::tuple<ProductId, std::string, std::string, std::string, std::string,
                              std::string, std::string, bool>;
using VideoRow = std::tuple<VideoId, std::string, std::string, std::string>;

/// Part of a row, from column `From` on.
template <class Part, std::size_t From, class Row>
Part part(Row& row) {
    return leading<Part, From>(std::move(row));
}

template <class Row, class Key>
Row* row_of(std::vector<Row>& rows, Key id) {
    const auto found = std::ranges::lower_bound(rows, id, {}, &Row::id);
    return found != rows.end() && found->id == id ? &*found : nullptr;
}

Sku* sku_in(std::vector<Product>& products, ProductId product, SkuId sku) {
    Product* const owner = row_of(products, product);
    return owner ? row_of(owner->skus, sku) : nullptr;
}

/// Of product p as said, by id.
template <Literal Which, Literal Lock, class... In>
std::vector<Product> words(Db& db, const In&... in) {
    constexpr Literal select{
        joined<"SELECT p.id, p.identifier, p.title, p.title_url, p.headline, p.description_1,"
               " p.description_2, p.retired FROM shop_product p WHERE ",
               Which, " ORDER BY p.id">};
    std::vector<Product> out;
    for (auto& row : db.all<ProductRow>(Sql{joined<select>, joined<select, Lock>}, in...))
        out.push_back(made<Product>(std::move(row)));
    return out;
}

template <Literal Which, class... In>
void add_skus(Db& db, std::vector<Product>& to, const In&... in) {
    for (auto& row :
         db.all<SkuRow>(sql<"SELECT", sku_columns,
                            " FROM shop_sku s JOIN shop_product p ON p.id = s.product_id WHERE ",
                            Which, " ORDER BY s.id">,
                        in...)) {
        auto sku = sku_of(std::move(row));
        if (Product* const product = row_of(to, sku.product)) product->skus.push_back(sku);
    }
}

template <Literal Which, class... In>
void add_prices(Db& db, std::vector<Product>& to, const In&... in) {
    using Row = decltype(std::tuple_cat(std::tuple<ProductId, SkuId>(), PriceRow()));
    for (auto& row : db.all<Row>(sql<"SELECT p.id, s.id,", price_columns,
                                     " FROM shop_price c JOIN shop_sku s ON s.id = c.sku_id"
                                     " JOIN shop_product p ON p.id = s.product_id WHERE ",
                                     Which, " ORDER BY", price_order>,
                                 in...))
        if (Sku* const sku = sku_in(to, std::get<0>(row), std::get<1>(row)))
            sku->prices.push_back(price_of(part<PriceRow, 2>(row)));
}

template <Literal Which, class... In>
void add_pictures(Db& db, std::vector<Product>& to, const In&... in) {
    using Row =
        decltype(std::tuple_cat(std::tuple<ProductId, std::optional<SkuId>>(), PictureRow()));
    for (auto& row : db.all<Row>(sql<"SELECT p.id, i.sku_id,", picture_columns,
                                     " FROM shop_picture i JOIN shop_product p"
                                     " ON p.id = i.product_id WHERE ",
                                     Which, " ORDER BY i.id">,
                                 in...)) {
        const auto product = std::get<0>(row);
        const auto of_sku = std::get<1>(row);
        auto picture = made<Picture>(part<PictureRow, 2>(row));
        if (Sku* const sku = of_sku ? sku_in(to, product, *of_sku) : nullptr)
            sku->pictures.push_back(std::move(picture));
        else if (Product* const owner = of_sku ? nullptr : row_of(to, product))
            owner->pictures.push_back(std::move(picture));
    }
}

template <Literal Which, class... In>
void add_videos(Db& db, std::vector<Product>& to, const In&... in) {
    using Row = decltype(std::tuple_cat(std::tuple<ProductId>(), VideoRow()));
    for (auto& row :
         db.all<Row>(sql<"SELECT p.id, v.id, v.url, v.thumbnail_url, v.caption FROM shop_video v"
                         " JOIN shop_product p ON p.id = v.product_id WHERE ",
                         Which, " ORDER BY v.id">,
                     in...))
        if (Product* const owner = row_of(to, std::get<0>(row)))
            owner->videos.push_back(made<Video>(part<VideoRow, 1>(row)));
}

/// With all that belongs to them, in five statements however many they are. `Skus` says which.
template <Literal Which, Literal Skus, Literal Lock, class... In>
std::vector<Product> whole(Db& db, const In&... in) {
    auto out = words<Which, Lock>(db, in...);
    if (out.empty()) return out;
    add_skus<Literal{joined<Which, Skus>}>(db, out, in...);
    add_prices<Literal{joined<Which, Skus>}>(db, out, in...);
    add_pictures<Which>(db, out, in...);
    add_videos<Which>(db, out, in...);
    return out;
}

constexpr Literal nobody_else{" FOR NO KEY UPDATE"};
constexpr Literal offered_skus{" AND s.retired = 0"};

std::optional<Product> only(std::vector<Product>&& found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace

std::vector<Product> SqlProducts::list() const {
    return whole<"p.retired = 0", offered_skus, "">(db_);
}

std::optional<Product> SqlProducts::find(std::string_view identifier) const {
    return only(
        whole<"p.retired = 0 AND p.identifier = :identifier", offered_skus, "">(db_, identifier));
}

std::optional<Product> SqlProducts::hold(ProductId id) {
    return only(whole<"p.id = :id", "", nobody_else>(db_, id));
}

std::optional<Sku> SqlProducts::hold_sku(SkuId id) {
    constexpr Literal select{joined<"SELECT", sku_columns, " FROM shop_sku s WHERE s.id = :id">};
    auto row = db_.one<SkuRow>(Sql{joined<select>, joined<select, nobody_else>}, id);
    if (!row) return std::nullopt;
    auto out = sku_of(*std::move(row));
    for (const auto& price :
         db_.all<PriceRow>(sql<"SELECT", price_columns,
                               " FROM shop_price c WHERE c.sku_id = :id ORDER BY", price_order>,
                           id))
        out.prices.push_back(price_of(price));
    for (auto& picture :
         db_.all<PictureRow>(sql<"SELECT", picture_columns,
                                 " FROM shop_picture i WHERE i.sku_id = :id ORDER BY i.id">,
                             id))
        out.pictures.push_back(made<Picture>(std::move(picture)));
    return out;
}

std::vector<Item> SqlProducts::items(std::span<const SkuId> skus) const {
    using Words = std::tuple<bool, std::string, std::string, std::string, std::string>;
    using Then =
        std::tuple<std::optional<std::int64_t>, std::optional<Currency>, std::optional<Instant>>;
    using Row = decltype(std::tuple_cat(SkuRow(), Words(), Then()));
    constexpr auto words_at = std::tuple_size_v<SkuRow>;
    constexpr auto price_at = words_at + std::tuple_size_v<Words>;
    constexpr Literal select{
        joined<"SELECT", sku_columns,
               ", p.retired, p.identifier, p.title, p.title_url, COALESCE((SELECT i.url FROM "
               "shop_picture i"
               " WHERE i.sku_id = s.id AND i.main = 1), (SELECT i.url FROM shop_picture i"
               " WHERE i.product_id = p.id AND i.sku_id IS NULL AND i.main = 1), ''),",
               price_columns,
               " FROM shop_sku s JOIN shop_product p ON p.id = s.product_id"
               " LEFT JOIN shop_price c ON c.sku_id = s.id WHERE s.id IN (SELECT ">};
    constexpr Literal order{joined<") ORDER BY s.id,", price_order>};
    std::vector<Item> out;
    for (auto& row : db_.all<Row>(
             Sql{joined<select, "value FROM json_each(:skus)", order>,
                 joined<select,
                        "CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:skus AS json))",
                        order>},
             listed_ids(skus))) {
        if (out.empty() || out.back().sku.id != std::get<0>(row)) {
            auto& item = out.emplace_back();
            item.sku = sku_of(leading<SkuRow>(std::move(row)));
            auto [retired, product, title, title_url, picture] = part<Words, words_at>(row);
            // Nothing of a product can be had that is offered no more.
            item.sku.retired = item.sku.retired || retired;
            item.product = std::move(product);
            item.title = std::move(title);
            item.title_url = std::move(title_url);
            item.picture = std::move(picture);
        }
        const auto& [cents, currency, since] = part<Then, price_at>(row);
        if (cents) out.back().sku.prices.push_back({{*cents, *currency}, *since});
    }
    return out;
}

}  // namespace asterism::store
