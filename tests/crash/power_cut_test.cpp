// The news of a payment, on a machine whose power is cut at any write.

#include <array>
#include <filesystem>
#include <type_traits>
#include <unistd.h>

#include <doctest/doctest.h>

#include "shells/store/sqlite_db.hpp"
#include "tests/crash/power_cut_disk.hpp"
#include "tests/crash/watched_engine.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

/// A folder for the empty file that the store makes where SQLite's own would lie.
class Folder {
public:
    Folder() {
        std::string name = "/tmp/asterism-crash-XXXXXX";
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }

    ~Folder() { std::filesystem::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file() const { return path_ / "test.db"; }

private:
    std::filesystem::path path_;
};

/// Two buyers stand at counters, with what a disk holds then.
struct Setting {
    DiskImage disk;
    std::array<shop::Payment, 2> paid;
};

enum class Safety { full, off };

class Machine {
public:
    WatchedEngine::Open opener(Safety safety) const {
        return [file = folder_.file(), safety] {
            auto db = open_sqlite({file}, Access::write);
            if (safety == Safety::off) db->run("PRAGMA synchronous = OFF");
            return db;
        };
    }

    /// A shop from scratch, its write-ahead log empty.
    Setting fresh() {
        disk.load({});
        Setting out;
        {
            WatchedEngine engine(opener(Safety::full), true);
            engine.migrate(noon);
            ShopWorld world(engine);
            world.furnish();
            const auto clips = world.offer(350, 100);
            world.offer_code("TEN", 100);
            out.paid = {world.money(world.at_counter(clips, 4, "TEN")),
                        world.money(world.at_counter(clips, 3))};
        }
        out.disk = disk.image();
        return out;
    }

    /// The same, its log so long that the next order puts it into the file, and the one after it
    /// begins to write it from its start again.
    Setting long_log() {
        auto out = fresh();
        disk.load(out.disk);
        WatchedEngine engine(opener(Safety::full), true);
        while (log_pages() < 985)
            engine.write_db([](Db& db) {
                return db.run("UPDATE shop_product SET headline = headline || '.'") == 1;
            });
        out.disk = disk.image();
        return out;
    }

    /// In the write-ahead log: 4,096 bytes each, with 24 before them.
    std::size_t log_pages() const {
        const auto files = disk.image();
        const auto log = files.find(folder_.file() + "-wal");
        return log == files.end() ? 0 : log->second.size() / 4'120;
    }

    PowerCutDisk& disk = PowerCutDisk::install();

private:
    Folder folder_;
};

struct Tally {
    int runs = 0;
    int lost = 0;      ///< acknowledged, and not there
    int partial = 0;   ///< rows that do not fit one another
    int doubled = 0;   ///< two orders
    int unhealed = 0;  ///< told again, and still no order
    int damaged = 0;   ///< SQLite itself says so
};

/// How many of the two were answered.
std::size_t tell_both(ShopWorld& world, const Setting& setting) {
    std::size_t answered = 0;
    for (const auto& payment : setting.paid) {
        const auto heard = world.hear(Signal::completed, payment, "evt_" + payment.session);
        if (!heard || heard->stage != Stage::ordered) break;
        ++answered;
    }
    return answered;
}

/// What comes of it where nothing is cut.
struct Whole {
    std::array<Outcome, 2> outcomes;
    std::int64_t writes = 0;
};

Whole whole_of(Machine& machine, const Setting& setting) {
    machine.disk.load(setting.disk);
    WatchedEngine engine(machine.opener(Safety::full), true);
    ShopWorld world(engine);
    Whole out;
    CHECK(tell_both(world, setting) == 2);
    out.writes = machine.disk.writes();
    for (std::size_t i = 0; i < 2; ++i) out.outcomes[i] = world.outcome(setting.paid[i].session);
    CHECK(world.contradiction() == "");
    machine.disk.cut();
    return out;
}

/// Whether the second order is written over what the first has put into the file.
bool second_begins_anew(Machine& machine, const Setting& setting) {
    machine.disk.load(setting.disk);
    WatchedEngine engine(machine.opener(Safety::full), true);
    ShopWorld world(engine);
    std::array<std::size_t, 2> pages{};
    for (std::size_t i = 0; i < 2; ++i) {
        must(world.hear(Signal::completed, setting.paid[i], "evt_" + setting.paid[i].session));
        pages[i] = machine.log_pages();
    }
    machine.disk.cut();
    return pages[0] >= 1'000 && pages[0] == pages[1];
}

/// Cuts the power at that write, or after the answers if there are less; how many of them came.
std::size_t told_until(Machine& machine, const Setting& setting, Safety safety,
                       std::int64_t write) {
    machine.disk.load(setting.disk);
    machine.disk.cut_at(write);
    std::size_t answered = 0;
    WatchedEngine engine(machine.opener(safety), true);
    ShopWorld world(engine);
    for (const auto& payment : setting.paid) {
        try {
            must(world.hear(Signal::completed, payment, "evt_" + payment.session));
            ++answered;
        } catch (const std::exception&) {
            CHECK(machine.disk.is_cut());
            break;
        }
    }
    machine.disk.cut();  // before anybody could put things in order
    return answered;
}

/// What is found when the power is back, and after the news were told again.
void look(ShopWorld& world, const Setting& setting, std::size_t answered, const Whole& whole,
          Tally& tally) {
    for (std::size_t i = 0; i < 2; ++i) {
        const auto found = world.outcome(setting.paid[i].session);
        const bool none = found.orders.empty();
        if (none && i < answered) ++tally.lost;
        if (none ? found.stage != Stage::open : found != whole.outcomes[i]) ++tally.partial;
    }
    if (!world.contradiction().empty()) ++tally.partial;
    static_cast<void>(tell_both(world, setting));
    for (std::size_t i = 0; i < 2; ++i) {
        const auto healed = world.outcome(setting.paid[i].session);
        if (healed.orders.size() > 1) ++tally.doubled;
        if (healed != whole.outcomes[i]) ++tally.unhealed;
    }
}

void judge(Machine& machine, const Setting& setting, std::uint64_t seed, std::size_t answered,
           const Whole& whole, Tally& tally) {
    ++tally.runs;
    machine.disk.load(machine.disk.left(seed));
    try {
        WatchedEngine engine(machine.opener(Safety::full), false);
        ShopWorld world(engine);
        look(world, setting, answered, whole, tally);
        if (seed % 8 == 0 &&
            world.count(
                "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") != 0)
            ++tally.damaged;
        machine.disk.cut();
    } catch (const std::exception&) {
        ++tally.damaged;
    }
}

/// At every write, and after the answers; so often with other sectors left.
Tally cut_everywhere(Machine& machine, const Setting& setting, int part, int seeds) {
    Tally tally;
    const auto whole = whole_of(machine, setting);
    for (std::int64_t write = 1; write <= whole.writes + 1; ++write)
        for (int seed = 0; seed < seeds; ++seed) {
            const auto answered = told_until(machine, setting, Safety::full, write);
            CHECK((write <= whole.writes || answered == 2));
            judge(machine, setting, static_cast<std::uint64_t>((write * 8 + part) * seeds + seed),
                  answered, whole, tally);
        }
    return tally;
}

void check_sound(const Tally& tally) {
    CHECK(tally.lost == 0);
    CHECK(tally.partial == 0);
    CHECK(tally.doubled == 0);
    CHECK(tally.unhealed == 0);
    CHECK(tally.damaged == 0);
}

}  // namespace

// In parts, so that a test is over soon: four times a thousand runs and more.
template <int Number>
using Part = std::integral_constant<int, Number>;

TEST_CASE_TEMPLATE("power: cut at every write of two orders leaves all of each or nothing", Of,
                   Part<0>, Part<1>) {
    Machine machine;
    const auto tally = cut_everywhere(machine, machine.fresh(), Of::value, 8);
    check_sound(tally);
    CHECK(tally.runs >= 1'000);
}

TEST_CASE_TEMPLATE("power: cut while the log goes into the file, and begins anew, loses nothing",
                   Of, Part<0>, Part<1>) {
    Machine machine;
    const auto setting = machine.long_log();
    CHECK(second_begins_anew(machine, setting));
    const auto tally = cut_everywhere(machine, setting, Of::value, 6);
    check_sound(tally);
    CHECK(tally.runs >= 1'000);
}

TEST_CASE("power: where SQLite does not wait for the disk, answered orders are lost") {
    Machine machine;
    const auto setting = machine.fresh();
    const auto whole = whole_of(machine, setting);
    Tally tally;
    for (std::uint64_t seed = 1; seed <= 100; ++seed)
        judge(machine, setting, seed, told_until(machine, setting, Safety::off, whole.writes + 100),
              whole, tally);
    CHECK(tally.lost + tally.damaged > 20);
}

}  // namespace asterism::store::testing
