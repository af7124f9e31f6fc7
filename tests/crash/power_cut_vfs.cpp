#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>

#include "tests/crash/power_cut_disk.hpp"

// What SQLite calls a VFS, over a disk in memory.

namespace asterism::store::testing {
namespace {

PowerCutDisk& disk() {
    static PowerCutDisk one;
    return one;
}

sqlite3_vfs& machine() {
    static sqlite3_vfs& own = *sqlite3_vfs_find(nullptr);
    return own;
}

struct Handle {
    sqlite3_file base;
    std::shared_ptr<PowerCutDisk::File> file;
};

PowerCutDisk::File& file_of(sqlite3_file* handle) {
    return *reinterpret_cast<Handle*>(handle)->file;
}

int close_file(sqlite3_file* handle) {
    reinterpret_cast<Handle*>(handle)->file.~shared_ptr();
    return SQLITE_OK;
}

int read_file(sqlite3_file* handle, void* to, int count, sqlite3_int64 from) {
    if (disk().is_cut()) return SQLITE_IOERR_READ;
    const auto& seen = file_of(handle).seen;
    const auto size = static_cast<sqlite3_int64>(seen.size());
    const auto there = static_cast<int>(std::clamp<sqlite3_int64>(size - from, 0, count));
    if (there > 0) std::memcpy(to, seen.data() + from, static_cast<std::size_t>(there));
    if (there == count) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* handle, const void* from, int count, sqlite3_int64 to) {
    PowerCutDisk::Change change{to,
                                {static_cast<const char*>(from), static_cast<std::size_t>(count)}};
    return disk().change(file_of(handle), std::move(change)) ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int cut_file(sqlite3_file* handle, sqlite3_int64 size) {
    return disk().change(file_of(handle), {size, "", true}) ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync_file(sqlite3_file* handle, int) {
    return disk().sync(file_of(handle)) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int size_file(sqlite3_file* handle, sqlite3_int64* size) {
    if (disk().is_cut()) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(file_of(handle).seen.size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }

int reserved(sqlite3_file*, int* is) {
    *is = 0;
    return SQLITE_OK;
}

int control(sqlite3_file* handle, int what, void* about) {
    if (what != SQLITE_FCNTL_MMAP_SIZE) return SQLITE_NOTFOUND;
    auto& size = *static_cast<sqlite3_int64*>(about);
    auto& mapping = file_of(handle).mapping;
    if (size >= 0) mapping = size;
    size = mapping;
    return SQLITE_OK;
}

int sector_size(sqlite3_file*) { return 512; }

/// It promises nothing.
int characteristics(sqlite3_file*) { return 0; }

int map_shared(sqlite3_file* handle, int region, int size, int make, volatile void** out) {
    auto& shared = file_of(handle).shared;
    const auto at = static_cast<std::size_t>(region);
    *out = nullptr;
    if (at >= shared.size() && make == 0) return SQLITE_OK;
    while (shared.size() <= at)
        shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *out = shared[at].get();
    return SQLITE_OK;
}

int lock_shared(sqlite3_file*, int, int, int) { return SQLITE_OK; }

void barrier(sqlite3_file*) {}

int unmap_shared(sqlite3_file* handle, int remove) {
    if (remove != 0) file_of(handle).shared.clear();
    return SQLITE_OK;
}

/// Nothing is ever mapped, so SQLite reads instead.
int fetch(sqlite3_file*, sqlite3_int64, int, void** out) {
    *out = nullptr;
    return SQLITE_OK;
}

int unfetch(sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; }

constexpr sqlite3_io_methods methods{
    3,           close_file, read_file,    write_file, cut_file,    sync_file,       size_file,
    lock_file,   lock_file,  reserved,     control,    sector_size, characteristics, map_shared,
    lock_shared, barrier,    unmap_shared, fetch,      unfetch};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* handle, int flags, int* told) {
    handle->pMethods = nullptr;
    auto file = disk().open(name == nullptr ? "" : name, (flags & SQLITE_OPEN_CREATE) != 0);
    if (!file) return SQLITE_CANTOPEN;
    auto* made = new (handle) Handle{{&methods}, std::move(file)};
    static_cast<void>(made);
    if (told != nullptr) *told = flags;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs*, const char* name, int) {
    if (!disk().exists(name)) return SQLITE_IOERR_DELETE_NOENT;
    return disk().remove(name) ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access_file(sqlite3_vfs*, const char* name, int, int* is) {
    if (disk().is_cut()) return SQLITE_IOERR_ACCESS;
    *is = disk().exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int most, char* out) {
    if (std::strlen(name) >= static_cast<std::size_t>(most)) return SQLITE_CANTOPEN;
    std::strcpy(out, name);
    return SQLITE_OK;
}

/// The same in every run of the test.
int randomness(sqlite3_vfs*, int count, char* out) {
    static unsigned drawn = 0;
    for (int i = 0; i < count; ++i) out[i] = static_cast<char>(drawn++ * 2'654'435'761U >> 24U);
    return count;
}

int sleep_for(sqlite3_vfs*, int microseconds) { return machine().xSleep(&machine(), microseconds); }

int day_now(sqlite3_vfs*, double* out) { return machine().xCurrentTime(&machine(), out); }

}  // namespace

PowerCutDisk& PowerCutDisk::install() {
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs out{};
        out.iVersion = 1;
        out.szOsFile = sizeof(Handle);
        out.mxPathname = machine().mxPathname;
        out.zName = "power-cut";
        out.xOpen = open_file;
        out.xDelete = remove_file;
        out.xAccess = access_file;
        out.xFullPathname = full_name;
        out.xRandomness = randomness;
        out.xSleep = sleep_for;
        out.xCurrentTime = day_now;
        return out;
    }();
    sqlite3_vfs_register(&vfs, 1);
    return disk();
}

}  // namespace asterism::store::testing
