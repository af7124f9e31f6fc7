#include "shells/outside/compressor.hpp"

#include <random>
#include <string>
#include <zlib.h>

#include <brotli/decode.h>
#include <doctest/doctest.h>

namespace asterism::outside {
namespace {

std::string gunzipped(std::string_view packed, std::size_t size) {
    std::string out(size + 1, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    CHECK(stream.avail_in == 0);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

std::string unbrotlied(std::string_view packed, std::size_t size) {
    std::string out(size + 1, '\0');
    auto made = out.size();
    CHECK(BrotliDecoderDecompress(
              packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()), &made,
              reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(made);
    return out;
}

TEST_CASE("compressor: what it makes smaller others make whole again") {
    const SystemCompressor compressor;
    std::string text;
    std::mt19937 dice{20260301};
    for (const std::size_t size : {0, 1, 1'000, 200'000, 9'000'000}) {
        CAPTURE(size);
        while (text.size() < size)
            text += R"({"id":)" + std::to_string(dice() % 1'000'000) + R"(,"name":"A place"},)";
        const auto gzip = compressor.compress(app::Coding::gzip, text);
        const auto brotli = compressor.compress(app::Coding::brotli, text);
        CHECK(gunzipped(gzip, text.size()) == text);
        CHECK(unbrotlied(brotli, text.size()) == text);
        if (size < 1'000) continue;
        CHECK(gzip.size() < text.size() / 3);
        CHECK(brotli.size() < gzip.size());
    }
    std::string noise;
    for (int i = 0; i < 100'000; ++i) noise += static_cast<char>(dice());
    CHECK(gunzipped(compressor.compress(app::Coding::gzip, noise), noise.size()) == noise);
    CHECK(unbrotlied(compressor.compress(app::Coding::brotli, noise), noise.size()) == noise);
}

}  // namespace
}  // namespace asterism::outside
