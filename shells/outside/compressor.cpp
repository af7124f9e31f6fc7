#include "shells/outside/compressor.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>
#include <zlib.h>

#include <brotli/encode.h>

namespace asterism::outside {
namespace {

/// From here on whoever waits for the first answer would rather have it than have it small.
constexpr std::size_t much = 4 * 1024 * 1024;

constexpr std::size_t most_at_once = std::numeric_limits<uInt>::max() / 2;

/// One run of zlib, ended whatever happens.
class Deflating {
public:
    explicit Deflating(int level) {
        constexpr int window_and_gzip = 15 + 16;
        if (deflateInit2(&stream_, level, Z_DEFLATED, window_and_gzip, 8, Z_DEFAULT_STRATEGY) !=
            Z_OK)
            throw std::bad_alloc();
    }

    ~Deflating() { deflateEnd(&stream_); }

    Deflating(const Deflating&) = delete;
    Deflating& operator=(const Deflating&) = delete;

    std::string all_of(std::string_view bytes) {
        std::string out(deflateBound(&stream_, bytes.size()) + 64, '\0');
        std::size_t made = 0;
        for (int state = Z_OK; state != Z_STREAM_END;) {
            const auto part = std::min(bytes.size(), most_at_once);
            const auto room = std::min(out.size() - made, most_at_once);
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
            stream_.avail_in = static_cast<uInt>(part);
            stream_.next_out = reinterpret_cast<Bytef*>(out.data() + made);
            stream_.avail_out = static_cast<uInt>(room);
            state = deflate(&stream_, part == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END) throw std::runtime_error("zlib gave up");
            bytes.remove_prefix(part - stream_.avail_in);
            made += room - stream_.avail_out;
        }
        out.resize(made);
        return out;
    }

private:
    z_stream stream_{};
};

std::string brotli(std::string_view bytes) {
    const int quality = bytes.size() < much ? 5 : 2;
    auto size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                               reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                               reinterpret_cast<std::uint8_t*>(out.data())))
        throw std::runtime_error("libbrotli gave up");
    out.resize(size);
    return out;
}

}  // namespace

std::string SystemCompressor::compress(app::Coding coding, std::string_view bytes) const {
    auto out = coding == app::Coding::brotli ? brotli(bytes)
                                             : Deflating(bytes.size() < much ? 6 : 1).all_of(bytes);
    out.shrink_to_fit();
    return out;
}

}  // namespace asterism::outside
