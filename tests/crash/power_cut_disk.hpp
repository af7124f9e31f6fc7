#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace asterism::store::testing {

/// What a disk holds: its files by name.
using DiskImage = std::map<std::string, std::string>;

/// A disk in memory, on which SQLite keeps its files from the first install() on. Its power can be
/// cut at any write: what was synced by then is there afterwards, and of what was not each sector
/// may be there or not. For one connection at a time.
class PowerCutDisk {
public:
    /// Never taken away again: SQLite's other threads may still be on it.
    static PowerCutDisk& install();

    /// Power is on, and the disk holds that and nothing else.
    void load(const DiskImage& image);
    /// All that was written, as if it had been synced.
    DiskImage image() const;

    /// The n-th write or sync from now on is the last, and may be torn itself. 0: none is.
    void cut_at(std::int64_t write);

    /// At this moment.
    void cut() { cut_ = true; }

    bool is_cut() const { return cut_; }

    /// Writes and syncs since cut_at().
    std::int64_t writes() const { return writes_; }

    /// What may be found when the power is back; another for each seed.
    DiskImage left(std::uint64_t seed) const;

    struct Change {
        std::int64_t at = 0;
        std::string bytes = {};
        bool cuts_off = false;  ///< whatever lies behind `at`
    };

    struct File {
        std::string synced;
        std::string seen;  ///< by whoever reads it: with all changes
        std::vector<Change> unsynced;
        std::vector<std::unique_ptr<char[]>> shared;  ///< memory, gone with the power
        std::int64_t mapping = 0;                     ///< asked for, never made
    };

    // What SQLite asks for; false: there is no power.

    std::shared_ptr<File> open(const std::string& name, bool make);

    bool exists(const std::string& name) const { return files_.contains(name); }

    bool remove(const std::string& name);
    bool change(File& file, Change change);
    bool sync(File& file);

private:
    bool goes_on();

    std::map<std::string, std::shared_ptr<File>> files_;
    std::int64_t writes_ = 0;
    std::int64_t last_write_ = 0;
    bool cut_ = false;
};

}  // namespace asterism::store::testing
