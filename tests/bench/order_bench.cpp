// Orders through the whole stack, from the news of a payment to the answer, against a bare loop of
// the same statements: by one client and by 64, on SQLite with synchronous=FULL, and on the
// PostgreSQL whose address is the first word. Prints the ratios.

#include <cstdio>
#include <libpq-fe.h>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "shells/store/open.hpp"
#include "shells/store/postgres_db.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/order_statements.hpp"
#include "tests/bench/raw.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::bench {
namespace {

using store::testing::ShopWorld;

constexpr int clients = 64;
constexpr int orders = 1'920;
constexpr int skus = 16;

/// So many guests at counters, each with one piece of one of the SKUs.
std::vector<shop::Payment> furnish(store::Engine& engine, ShopWorld& world) {
    world.furnish();
    for (int i = 0; i < skus; ++i) world.offer(350, 1'000'000);
    std::vector<shop::Payment> out;
    engine.write([&](app::Unit& unit) {
        out.clear();
        const auto method = unit.shipping_methods().all().front();
        for (int i = 0; i < orders; ++i) {
            const shop::SkuId sku{1 + i % skus};
            auto cart = unit.carts().open({{}, "v" + std::to_string(i)});
            cart.lines = {{sku, 1}};
            unit.carts().save(cart, world.now);
            shop::Contents contents{cart, {shop::item(sku.value, 350, {1'000'000})}, {}, method};
            const auto frozen = store::testing::must(
                shop::freeze(contents, {"Ref" + std::to_string(i), ""}, {}, world.now));
            auto checkout = shop::checkout(frozen);
            checkout.session = "cs_" + std::to_string(i);
            unit.holds().hold(shop::claim_of(frozen));
            unit.checkouts().add(checkout, world.now);
            out.push_back(shop::payment(frozen, checkout.session));
            out.back().intent = "pi_" + std::to_string(i);
        }
        return true;
    });
    return out;
}

/// Orders a second, by so many at once.
double ours(const std::string& address, int crowd) {
    const auto engine = store::open_store(address);
    engine->migrate(store::testing::noon);
    ShopWorld world(*engine);
    const auto paid = furnish(*engine, world);
    const double seconds = wall_seconds([&] {
        std::vector<std::jthread> threads;
        for (int c = 0; c < crowd; ++c)
            threads.emplace_back([&, c] {
                for (int i = c; i < orders; i += crowd)
                    static_cast<void>(world.hear(shop::Signal::completed,
                                                 paid[static_cast<std::size_t>(i)],
                                                 "evt_" + std::to_string(i)));
            });
    });
    if (world.count("SELECT count(*) FROM shop_order") != orders)
        throw std::runtime_error("some orders are missing");
    return orders / seconds;
}

void furnish_only(const std::string& address) {
    const auto engine = store::open_store(address);
    engine->migrate(store::testing::noon);
    ShopWorld world(*engine);
    furnish(*engine, world);
}

double bare_sqlite(const std::string& file) {
    furnish_only("sqlite:" + file);
    Raw raw(file);
    std::vector<sqlite3_stmt*> prepared;
    for (const char* text : order_statements) prepared.push_back(raw.prepare(text));
    const double seconds = wall_seconds([&] {
        for (int i = 0; i < orders; ++i) {
            raw.run("BEGIN IMMEDIATE");
            for (auto* statement : prepared) {
                sqlite3_bind_int64(statement, 1, i);
                while (sqlite3_step(statement) == SQLITE_ROW) {
                }
                if (sqlite3_reset(statement) != SQLITE_OK) throw std::runtime_error("a bare one");
            }
            raw.run("COMMIT");
        }
    });
    for (auto* statement : prepared) sqlite3_finalize(statement);
    return orders / seconds;
}

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

void good(PGresult* result) {
    const Answer answer(result, &PQclear);
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(PQresultErrorMessage(result));
}

double bare_postgres(const std::string& address) {
    furnish_only(address);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address.c_str()),
                                                                  &PQfinish);
    std::vector<std::string> names;
    for (const char* text : order_statements) {
        names.push_back("s" + std::to_string(names.size()));
        good(PQprepare(connection.get(), names.back().c_str(), text, 0, nullptr));
    }
    const double seconds = wall_seconds([&] {
        for (int i = 0; i < orders; ++i) {
            const auto number = std::to_string(i);
            const char* value = number.c_str();
            good(PQexec(connection.get(), "BEGIN"));
            for (std::size_t at = 0; at < names.size(); ++at) {
                const bool numbered =
                    std::string_view(order_statements[at]).find("$1") != std::string_view::npos;
                good(PQexecPrepared(connection.get(), names[at].c_str(), numbered ? 1 : 0, &value,
                                    nullptr, nullptr, 0));
            }
            good(PQexec(connection.get(), "COMMIT"));
        }
    });
    return orders / seconds;
}

/// A schema of its own, gone at the end.
class Schema {
public:
    explicit Schema(std::string cluster) : cluster_(std::move(cluster)) {
        store::open_postgres(cluster_)->script("CREATE SCHEMA order_bench");
    }

    ~Schema() { store::open_postgres(cluster_)->script("DROP SCHEMA order_bench CASCADE"); }

    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    std::string address() const { return cluster_ + "&options=-csearch_path%3Dorder_bench"; }

private:
    std::string cluster_;
};

struct Wanted {
    double alone;
    double crowded;
};

bool compare(const char* name, double loop, double alone, double crowded, Wanted wanted) {
    std::printf(
        "%s: bare loop %6.0f orders/s; one client %6.0f: %.2f times (wanted: at least %.1f);"
        " %d clients %6.0f: %.2f times (wanted: at least %.1f)\n",
        name, loop, alone, alone / loop, wanted.alone, clients, crowded, crowded / loop,
        wanted.crowded);
    return alone / loop >= wanted.alone && crowded / loop >= wanted.crowded;
}

bool on_sqlite() {
    const Folder folder;
    const auto loop = bare_sqlite(folder.file("bare.db"));
    const auto alone = ours("sqlite:" + folder.file("one.db"), 1);
    const auto crowded = ours("sqlite:" + folder.file("many.db"), clients);
    return compare("SQLite", loop, alone, crowded, {0.6, 3.0});
}

bool on_postgres(const std::string& cluster) {
    double figures[3] = {};
    for (int what = 0; what < 3; ++what) {
        const Schema schema(cluster);
        figures[what] = what == 0 ? bare_postgres(schema.address())
                                  : ours(schema.address(), what == 1 ? 1 : clients);
    }
    return compare("PostgreSQL", figures[0], figures[1], figures[2], {0.6, 1.5});
}

}  // namespace
}  // namespace asterism::bench

int main(int count, char** words) {
    const bool lite = asterism::bench::on_sqlite();
    if (count < 2) return lite ? 0 : 1;
    return asterism::bench::on_postgres(words[1]) && lite ? 0 : 1;
}
