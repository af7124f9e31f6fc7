#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/shop/quote.hpp"

namespace asterism::shop {

// Amounts are told as text with two decimals, "14.99", so that no reader rounds them.

struct ShopPicture {
    PictureId id;
    std::string url;
    std::string caption;
    bool main = false;

    static constexpr void fields(auto&& see) {
        see("id", &ShopPicture::id, "The picture's number.");
        see("url", &ShopPicture::url, "Where it lies.");
        see("caption", &ShopPicture::caption, "What it shows, or empty.");
        see("main", &ShopPicture::main, "Whether it is shown first.");
    }
};

struct ShopVideo {
    VideoId id;
    std::string url;
    std::string thumbnail_url;
    std::string caption;

    static constexpr void fields(auto&& see) {
        see("id", &ShopVideo::id, "The video's number.");
        see("url", &ShopVideo::url, "Where it lies.");
        see("thumbnail_url", &ShopVideo::thumbnail_url, "A picture that stands for it.");
        see("caption", &ShopVideo::caption, "What it shows, or empty.");
    }
};

struct SkuView {
    SkuId id;
    std::string color;
    std::string size;
    std::string description;
    std::optional<std::string> price;
    Availability availability = Availability::in_stock;
    std::optional<std::int64_t> left;
    std::vector<ShopPicture> pictures;

    static constexpr void fields(auto&& see) {
        see("id", &SkuView::id, "What a cart calls it.");
        see("color", &SkuView::color, "Its color, or empty.");
        see("size", &SkuView::size, "Its size, or empty.");
        see("description", &SkuView::description, "What sets it apart.");
        see("price", &SkuView::price, "What a piece costs; null: not known yet.");
        see("availability", &SkuView::availability, "Whether it can be had.");
        see("left", &SkuView::left, "How many can be had now; null: nobody counts.");
        see("pictures", &SkuView::pictures, "What it looks like.");
    }
};

struct ProductView {
    ProductId id;
    std::string identifier;
    std::string title;
    std::string title_url;
    std::string headline;
    std::string description_1;
    std::string description_2;
    std::vector<ShopPicture> pictures;
    std::vector<ShopVideo> videos;
    std::vector<SkuView> skus;

    static constexpr void fields(auto&& see) {
        see("id", &ProductView::id, "The product's number.");
        see("identifier", &ProductView::identifier, "What addresses call it.");
        see("title", &ProductView::title, "What it is called.");
        see("title_url", &ProductView::title_url, "The same, as an address shows it.");
        see("headline", &ProductView::headline, "One sentence about it; may be HTML.");
        see("description_1", &ProductView::description_1, "More about it; may be HTML.");
        see("description_2", &ProductView::description_2, "Still more; may be HTML.");
        see("pictures", &ProductView::pictures, "What it looks like.");
        see("videos", &ProductView::videos, "The same, moving.");
        see("skus", &ProductView::skus, "What of it can be bought, by number.");
    }
};

struct ProductCard {
    std::string identifier;
    std::string title;
    std::string title_url;
    std::string headline;
    std::string description_1;
    std::string description_2;
    std::optional<std::string> price_low;
    std::optional<std::string> price_high;
    std::optional<std::string> picture;

    static constexpr void fields(auto&& see) {
        see("identifier", &ProductCard::identifier, "What addresses call it.");
        see("title", &ProductCard::title, "What it is called.");
        see("title_url", &ProductCard::title_url, "The same, as an address shows it.");
        see("headline", &ProductCard::headline, "One sentence about it; may be HTML.");
        see("description_1", &ProductCard::description_1, "More about it; may be HTML.");
        see("description_2", &ProductCard::description_2, "Still more; may be HTML.");
        see("price_low", &ProductCard::price_low, "The least a piece costs; null: not known yet.");
        see("price_high", &ProductCard::price_high, "The most a piece costs; null: the same.");
        see("picture", &ProductCard::picture, "Where its main picture lies, or null.");
    }
};

struct ProductList {
    std::vector<ProductCard> items;

    static constexpr void fields(auto&& see) {
        see("items", &ProductList::items, "All products, by number.");
    }
};

ProductView view_of(const Product& product, Instant at);
ProductCard card_of(const Product& product, Instant at);

}  // namespace asterism::shop
