#include "shells/outside/raster_writer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <openssl/evp.h>
#include <sys/stat.h>

#include "libcore/sky/raster_format.hpp"
#include "shells/outside/local_files.hpp"

namespace asterism::outside {
namespace {

namespace format = sky::raster_format;

constexpr std::size_t side = format::tile_side;

void append(std::vector<std::byte>& out, std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<std::byte>(number >> shift & 0xFF));
}

void write_all(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) refuse_file(errno, "write");
        if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::absolute(path).parent_path();
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) ::fsync(opened.number());
}

}  // namespace

void RasterWriter::FreeDigest::operator()(EVP_MD_CTX* digest) const { ::EVP_MD_CTX_free(digest); }

RasterWriter::RasterWriter(std::string path, sky::RasterFacts facts)
    : path_(std::move(path)),
      unfinished_(path_ + ".XXXXXX"),
      facts_(std::move(facts)),
      file_(::mkostemp(unfinished_.data(), O_CLOEXEC)),
      digest_(::EVP_MD_CTX_new()),
      band_(side * facts_.columns) {
    if (!file_) refuse_file(errno, path_.c_str());
    if (!digest_ || ::EVP_DigestInit_ex(digest_.get(), ::EVP_sha256(), nullptr) != 1) {
        ::unlink(unfinished_.c_str());
        throw std::runtime_error("no SHA-256");
    }
    facts_.tiles = 0;
    index_.reserve(std::size_t{4} * format::tiles_across(facts_.columns) *
                   format::tiles_across(facts_.rows));
    ::lseek(file_.number(), format::header_bytes, SEEK_SET);
}

RasterWriter::~RasterWriter() {
    if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

/// What is counted is part of the checksum.
void RasterWriter::write(std::span<const std::byte> bytes, bool counted) {
    write_all(file_.number(), bytes);
    if (counted) ::EVP_DigestUpdate(digest_.get(), bytes.data(), bytes.size());
}

void RasterWriter::add_row(std::span<const std::uint16_t> codes) {
    if (codes.size() != facts_.columns || rows_ == facts_.rows)
        throw std::logic_error("a raster's row has all its columns");
    std::ranges::copy(codes, band_.begin() + static_cast<std::ptrdiff_t>(band_rows_) *
                                                 static_cast<std::ptrdiff_t>(codes.size()));
    ++rows_;
    if (++band_rows_ == side || rows_ == facts_.rows) write_tiles();
}

void RasterWriter::write_tiles() {
    for (std::uint32_t left = 0; left < facts_.columns; left += format::tile_side) write_tile(left);
    band_rows_ = 0;
}

void RasterWriter::write_tile(std::uint32_t left) {
    const auto width = std::min<std::size_t>(side, facts_.columns - left);
    std::array<std::byte, format::tile_bytes> bytes{};
    const auto first = band_[left];
    bool constant = true;
    for (std::size_t row = 0; row < band_rows_; ++row)
        for (std::size_t column = 0; column < width; ++column) {
            const auto code = band_[row * facts_.columns + left + column];
            constant = constant && code == first;
            const auto at = 2 * (row * side + column);
            bytes[at] = static_cast<std::byte>(code & 0xFF);
            bytes[at + 1] = static_cast<std::byte>(code >> 8);
        }
    append(index_, constant ? format::constant_tile | first : facts_.tiles);
    if (constant) return;
    ++facts_.tiles;
    write(bytes);
}

sky::RasterFacts RasterWriter::finish() {
    if (rows_ != facts_.rows) throw std::logic_error("a raster has all its rows");
    write(index_);
    static_assert(sizeof facts_.checksum == 32);
    ::EVP_DigestFinal_ex(digest_.get(), reinterpret_cast<unsigned char*>(facts_.checksum.data()),
                         nullptr);
    const auto header = format::write_header(facts_, format::crc32(index_));
    if (::lseek(file_.number(), 0, SEEK_SET) != 0) refuse_file(errno, "seek");
    write(header, false);
    ::fchmod(file_.number(), 0644);  // no secret, and a server runs as somebody else
    if (::fsync(file_.number()) != 0) refuse_file(errno, "sync");
    if (::rename(unfinished_.c_str(), path_.c_str()) != 0) refuse_file(errno, path_.c_str());
    unfinished_.clear();
    sync_folder_of(path_);
    facts_.file_bytes = format::file_bytes(facts_);
    return facts_;
}

}  // namespace asterism::outside
