#pragma once

#include <optional>
#include <string>

#include "libcore/shop/views.hpp"

namespace asterism::shop {

// What the staff say of products. What is not given stays as it is.

struct AddProduct {
    std::string title;
    std::string title_url;
    std::optional<std::string> identifier = {};
    std::optional<std::string> headline = {};
    std::optional<std::string> description_1 = {};
    std::optional<std::string> description_2 = {};

    static constexpr void fields(auto&& see) {
        see("title", &AddProduct::title, "What it is called, 1 to 200 characters.");
        see("title_url", &AddProduct::title_url, "The same, as an address shows it.");
        see("identifier", &AddProduct::identifier, "What addresses call it; drawn if not given.");
        see("headline", &AddProduct::headline, "One sentence about it; may be HTML.");
        see("description_1", &AddProduct::description_1, "More about it; may be HTML.");
        see("description_2", &AddProduct::description_2, "Still more; may be HTML.");
    }
};

struct ChangeProduct {
    ProductId product;
    std::optional<std::string> title = {};
    std::optional<std::string> title_url = {};
    std::optional<std::string> headline = {};
    std::optional<std::string> description_1 = {};
    std::optional<std::string> description_2 = {};
    std::optional<bool> retired = {};

    static constexpr void fields(auto&& see) {
        see("product", &ChangeProduct::product, "The product's number.");
        see("title", &ChangeProduct::title, "What it is called, 1 to 200 characters.");
        see("title_url", &ChangeProduct::title_url, "The same, as an address shows it.");
        see("headline", &ChangeProduct::headline, "One sentence about it; may be HTML.");
        see("description_1", &ChangeProduct::description_1, "More about it; may be HTML.");
        see("description_2", &ChangeProduct::description_2, "Still more; may be HTML.");
        see("retired", &ChangeProduct::retired, "Whether it is offered no more.");
    }
};

struct AddSku {
    ProductId product;
    std::string price;
    std::optional<std::string> color = {};
    std::optional<std::string> size = {};
    std::optional<std::string> description = {};
    std::optional<Availability> availability = {};
    std::optional<std::int64_t> left = {};

    static constexpr void fields(auto&& see) {
        see("product", &AddSku::product, "The product's number.");
        see("price", &AddSku::price, "What a piece costs, as \"14.99\".");
        see("color", &AddSku::color, "Its color.");
        see("size", &AddSku::size, "Its size.");
        see("description", &AddSku::description, "What sets it apart.");
        see("availability", &AddSku::availability, "Whether it can be had; in stock if not given.");
        see("left", &AddSku::left, "How many there are; nobody counts if not given.");
    }
};

struct ChangeSku {
    SkuId sku;
    std::optional<std::string> color = {};
    std::optional<std::string> size = {};
    std::optional<std::string> description = {};
    std::optional<Availability> availability = {};
    std::optional<bool> retired = {};

    static constexpr void fields(auto&& see) {
        see("sku", &ChangeSku::sku, "What can be bought.");
        see("color", &ChangeSku::color, "Its color.");
        see("size", &ChangeSku::size, "Its size.");
        see("description", &ChangeSku::description, "What sets it apart.");
        see("availability", &ChangeSku::availability, "Whether it can be had.");
        see("retired", &ChangeSku::retired, "Whether it is offered no more.");
    }
};

struct PriceSku {
    SkuId sku;
    std::string price;
    std::optional<Instant> since = {};

    static constexpr void fields(auto&& see) {
        see("sku", &PriceSku::sku, "What can be bought.");
        see("price", &PriceSku::price, "What a piece costs, as \"14.99\".");
        see("since", &PriceSku::since, "From when on, not before now; now if not given.");
    }
};

struct CountSku {
    SkuId sku;
    std::optional<std::int64_t> left = {};

    static constexpr void fields(auto&& see) {
        see("sku", &CountSku::sku, "What can be bought.");
        see("left", &CountSku::left,
            "How many lie there, with those that people are paying for; nobody counts if not "
            "given.");
    }
};

struct AddProductPicture {
    ProductId product;
    std::string url;
    std::optional<SkuId> sku = {};
    std::optional<std::string> caption = {};
    std::optional<bool> main = {};

    static constexpr void fields(auto&& see) {
        see("product", &AddProductPicture::product, "The product's number.");
        see("url", &AddProductPicture::url, "Where it lies: https://... or /...");
        see("sku", &AddProductPicture::sku,
            "Which of its SKUs it shows; the product if not given.");
        see("caption", &AddProductPicture::caption, "What it shows.");
        see("main", &AddProductPicture::main, "Whether it is shown first.");
    }
};

struct RemoveProductPicture {
    PictureId picture;

    static constexpr void fields(auto&& see) {
        see("picture", &RemoveProductPicture::picture, "The picture's number.");
    }
};

struct AddProductVideo {
    ProductId product;
    std::string url;
    std::string thumbnail_url;
    std::optional<std::string> caption = {};

    static constexpr void fields(auto&& see) {
        see("product", &AddProductVideo::product, "The product's number.");
        see("url", &AddProductVideo::url, "Where it lies: https://... or /...");
        see("thumbnail_url", &AddProductVideo::thumbnail_url, "A picture that stands for it.");
        see("caption", &AddProductVideo::caption, "What it shows.");
    }
};

struct RemoveProductVideo {
    VideoId video;

    static constexpr void fields(auto&& see) {
        see("video", &RemoveProductVideo::video, "The video's number.");
    }
};

}  // namespace asterism::shop
