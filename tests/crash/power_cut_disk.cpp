#include "tests/crash/power_cut_disk.hpp"

#include <algorithm>
#include <random>

namespace asterism::store::testing {
namespace {

constexpr std::int64_t sector = 512;

void put_down(std::string& bytes, const PowerCutDisk::Change& change) {
    const auto at = static_cast<std::size_t>(change.at);
    if (change.cuts_off) {
        bytes.resize(std::min(bytes.size(), at));
        return;
    }
    bytes.resize(std::max(bytes.size(), at + change.bytes.size()));
    std::ranges::copy(change.bytes, bytes.begin() + change.at);
}

/// A change as its sectors, each of which is written or not.
std::vector<PowerCutDisk::Change> sectors_of(const PowerCutDisk::Change& change) {
    if (change.cuts_off) return {change};
    std::vector<PowerCutDisk::Change> out;
    const auto size = static_cast<std::int64_t>(change.bytes.size());
    for (std::int64_t done = 0; done < size;) {
        const auto at = change.at + done;
        const auto length = std::min(sector - at % sector, size - done);
        out.push_back({at, change.bytes.substr(static_cast<std::size_t>(done),
                                               static_cast<std::size_t>(length))});
        done += length;
    }
    return out;
}

}  // namespace

void PowerCutDisk::load(const DiskImage& image) {
    files_.clear();
    for (const auto& [name, bytes] : image) {
        auto file = std::make_shared<File>();
        file->synced = file->seen = bytes;
        files_[name] = std::move(file);
    }
    cut_ = false;
    cut_at(0);
}

DiskImage PowerCutDisk::image() const {
    DiskImage out;
    for (const auto& [name, file] : files_) out[name] = file->seen;
    return out;
}

void PowerCutDisk::cut_at(std::int64_t write) {
    writes_ = 0;
    last_write_ = write;
}

DiskImage PowerCutDisk::left(std::uint64_t seed) const {
    std::mt19937_64 dice(seed);
    // From a disk that keeps nothing unasked to one that keeps nearly all.
    std::bernoulli_distribution kept(static_cast<double>(dice() % 5) / 4.0);
    DiskImage out;
    for (const auto& [name, file] : files_) {
        auto& bytes = out[name] = file->synced;
        for (const Change& change : file->unsynced)
            for (const Change& part : sectors_of(change))
                if (kept(dice)) put_down(bytes, part);
    }
    return out;
}

/// Counts one more write; false: it is the last one, or there is no power any more.
bool PowerCutDisk::goes_on() {
    if (cut_) return false;
    if (++writes_ == last_write_) cut_ = true;
    return !cut_;
}

std::shared_ptr<PowerCutDisk::File> PowerCutDisk::open(const std::string& name, bool make) {
    if (cut_) return nullptr;
    if (name.empty()) return std::make_shared<File>();
    const auto found = files_.find(name);
    if (found != files_.end()) return found->second;
    return make ? files_[name] = std::make_shared<File>() : nullptr;
}

bool PowerCutDisk::remove(const std::string& name) {
    if (!goes_on()) return false;
    files_.erase(name);
    return true;
}

bool PowerCutDisk::change(File& file, Change change) {
    if (cut_) return false;
    const bool done = goes_on();
    put_down(file.seen, change);
    file.unsynced.push_back(std::move(change));
    return done;
}

bool PowerCutDisk::sync(File& file) {
    if (!goes_on()) return false;
    file.synced = file.seen;
    file.unsynced.clear();
    return true;
}

}  // namespace asterism::store::testing
