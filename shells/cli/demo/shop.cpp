#include "shells/cli/demo/shop.hpp"

#include <array>
#include <chrono>

#include "libcore/shop/merchandise.hpp"
#include "libcore/shop/offers.hpp"
#include "shells/cli/demo/done.hpp"

namespace asterism::cli::demo {
namespace {

using namespace std::chrono_literals;
using shop::Availability;
using shop::DiscountKind;

constexpr Instant opened{std::chrono::sys_days{2019y / 4 / 20}};
constexpr Instant repriced = opened + std::chrono::days{2};

struct Piece {
    const char* description;
    const char* color;
    const char* size;
    Availability availability;
    const char* price;
    const char* price_now;  ///< null: the same
    const char* picture;    ///< null: the product's
    std::optional<std::int64_t> left = {};
};

struct Good {
    const char* identifier;
    const char* title;
    const char* title_url;
    const char* headline;
    const char* about;
    const char* more;
    const char* picture;  ///< null: none
    const char* video;    ///< null: none
    const char* thumbnail;
    std::span<const Piece> pieces;
};

constexpr std::array paper_clips{
    Piece{"Left Sided Paperclip", "Silver", "Medium", Availability::in_stock, "3.50", nullptr,
          "/img/product/paper_clip_left_2.jpg"},
    Piece{"Right sided paperclip", "Silver", "Medium", Availability::back_ordered, "3.50", nullptr,
          "/img/product/paper_clip_right_2.jpg"},
};
constexpr std::array binder_clips{
    Piece{"Large Binder Clip", "Black", "Large", Availability::back_ordered, "5.99", nullptr,
          "/img/product/binder_clip_large_2.jpg"},
    Piece{"Medium Binder Clip", "Black", "Medium", Availability::out_of_stock, "4.99", nullptr,
          "/img/product/binder_clip_medium_2.jpg"},
    Piece{"Small Binder Clip", "Black", "Small", Availability::in_stock, "3.99", nullptr,
          "/img/product/binder_clip_small_2.jpg"},
};
constexpr std::array rubber_bands{
    Piece{"Multiple sizes and colors", "Multi", "Multi", Availability::in_stock, "10.99", "14.99",
          nullptr},
};
constexpr std::array posters{
    Piece{"Printed on matt paper", "Midnight blue", "A2", Availability::in_stock, "18.00", nullptr,
          nullptr, 40},
    Piece{"Printed on cotton, numbered by hand", "Midnight blue", "A1", Availability::in_stock,
          "64.00", nullptr, nullptr, 3},
};

constexpr std::array goods{
    Good{"bSusp6dBHm", "Paper Clips", "PaperClips", "Keeps a few sheets together.",
         "One bend of wire, and yet nobody has found a better way.",
         "Sold by the piece, so that nobody has to buy a hundred.",
         "/img/product/paper_clip_main_2.jpg", "https://player.vimeo.com/video/334006583",
         "/img/product/paper_clip_video_1_2_thumbnail.jpg", paper_clips},
    Good{"ITHJW3mytn", "Binder Clips", "BinderClips", "Keeps many sheets together.",
         "Where paper clips give up: up to a hundred sheets.",
         "The arms fold away, and come off if they must.", "/img/product/binder_clips_main_2.jpg",
         "https://player.vimeo.com/video/334006589",
         "/img/product/binder_clip_video_1_2_thumbnail.jpg", binder_clips},
    Good{"v26ujdy3N1", "Rubber Bands", "RubberBands", "Keeps everything else together.",
         "A bag of all sizes, from a finger's to a carton's.", "",
         "/img/product/rubber_bands_2.jpg", nullptr, nullptr, rubber_bands},
    Good{"NightSky01", "Night Sky Poster", "NightSkyPoster", "The sky of a <b>dark</b> place.",
         "All stars down to the sixth magnitude, as they stand at midnight in March.",
         "Comes rolled up, in a tube.", nullptr, nullptr, nullptr, posters},
};

class Merchant {
public:
    Merchant(app::Store& store, const app::World& world, const app::Call& call)
        : store_(store), world_(world), call_(call) {}

    template <auto Run, class Input>
    auto does(Instant at, const Input& input, const char* what) {
        auto world = world_;
        world.clock = [at] { return at; };
        return done(app::App(store_, std::move(world)).run<Run>(call_, input), what);
    }

    void put(const Good& good) {
        const auto product =
            does<&shop::add_product>(opened,
                                     shop::AddProduct{good.title, good.title_url, good.identifier,
                                                      good.headline, good.about, good.more},
                                     "add a product");
        if (good.picture) show(product.id, {}, good.picture);
        if (good.video)
            does<&shop::add_product_video>(
                opened, shop::AddProductVideo{product.id, good.video, good.thumbnail},
                "add a video");
        for (const Piece& piece : good.pieces) put(product.id, piece);
    }

    void put(std::string code, DiscountKind kind, const char* amount, const char* minimum,
             const char* description, Instant ends) {
        shop::AddCode input{std::move(code), kind, amount, opened, ends, description, minimum};
        input.combinable = kind == DiscountKind::free_months || kind == DiscountKind::free_shipping;
        does<&shop::add_code>(opened, input, "add a code");
    }

private:
    void put(shop::ProductId product, const Piece& piece) {
        const auto told =
            does<&shop::add_sku>(opened,
                                 shop::AddSku{product, piece.price, piece.color, piece.size,
                                              piece.description, piece.availability, piece.left},
                                 "add something to buy");
        const auto sku = told.skus.back().id;
        if (piece.price_now)
            does<&shop::price_sku>(repriced, shop::PriceSku{sku, piece.price_now}, "set a price");
        if (piece.picture) show(product, sku, piece.picture);
    }

    void show(shop::ProductId product, std::optional<shop::SkuId> sku, const char* url) {
        does<&shop::add_product_picture>(
            opened, shop::AddProductPicture{product, url, sku, std::nullopt, true},
            "add a picture");
    }

    app::Store& store_;
    const app::World& world_;
    const app::Call& call_;
};

}  // namespace

void open_shop(app::Store& store, const app::World& world, const app::Call& staff) {
    Merchant merchant(store, world, staff);
    for (const Good& good : goods) merchant.put(good);
    constexpr Instant over = opened + std::chrono::days{257};
    const auto year = world.clock() + std::chrono::days{365};
    merchant.put("WELCOME10", DiscountKind::percent_off, "10", "0.00", "{}% off", year);
    merchant.put("FREESKY", DiscountKind::free_shipping, "100", "25.00",
                 "Free shipping by USPS Retail Ground", year);
    for (const std::string_view month : {"APRIL", "AUG", "SEPT"}) {
        const std::string name(month);
        merchant.put(name + "50PERCENT", DiscountKind::percent_off, "50", "0.00", "{}% off", over);
        merchant.put(name + "SAVER", DiscountKind::amount_off, "10", "20.00", "${} off", over);
    }
    merchant.put("FREE3MONTHS", DiscountKind::free_months, "3", "0.00", "{} months free", over);
    merchant.put("FREESHIPPING", DiscountKind::free_shipping, "100", "0.00",
                 "Free shipping by USPS Retail Ground", over);
}

}  // namespace asterism::cli::demo
