#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/money.hpp"
#include "libcore/base/time.hpp"
#include "libcore/shop/supply.hpp"

namespace asterism::shop {

using ProductId = Id<struct ProductTag>;
using SkuId = Id<struct SkuTag>;
using PictureId = Id<struct ProductPictureTag>;
using VideoId = Id<struct ProductVideoTag>;

/// What the shop says of a SKU, whatever is counted.
enum class Availability : std::uint8_t { in_stock, back_ordered, out_of_stock };

constexpr auto names(Availability) {
    using Name = std::pair<Availability, std::string_view>;
    return std::array{Name{Availability::in_stock, "in_stock"},
                      Name{Availability::back_ordered, "back_ordered"},
                      Name{Availability::out_of_stock, "out_of_stock"}};
}

struct Picture {
    PictureId id;
    std::string url;
    std::string caption;
    bool main = false;
};

struct Video {
    VideoId id;
    std::string url;
    std::string thumbnail_url;
    std::string caption;
};

/// One row of the history: what a piece costs from then on.
struct Price {
    Money each;
    Instant since;

    friend bool operator==(const Price&, const Price&) = default;
};

/// What can be bought: a product in one color and size.
struct Sku {
    SkuId id;
    ProductId product;
    Availability availability = Availability::in_stock;
    Supply stock = {};
    std::string color;
    std::string size;
    std::string description;
    bool retired = false;  ///< kept for the orders that name it
    std::vector<Price> prices = {};
    std::vector<Picture> pictures = {};
};

struct Product {
    ProductId id;
    std::string identifier;  ///< in its address: letters and digits
    std::string title;
    std::string title_url;  ///< the title as an address shows it
    std::string headline;
    std::string description_1;
    std::string description_2;
    bool retired = false;
    std::vector<Picture> pictures = {};
    std::vector<Video> videos = {};
    std::vector<Sku> skus = {};
};

}  // namespace asterism::shop
