// Registration-like transactions by 64 clients at once on SQLite with synchronous=FULL, against a
// bare loop that commits the same rows one by one. Prints the ratio.

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "shells/store/open.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/raw.hpp"

namespace asterism::bench {
namespace {

constexpr int clients = 64;
constexpr int per_client = 60;
constexpr Instant at{std::chrono::seconds{1'800'000'000}};
const std::string body(600, 'x');

void register_one(app::Unit& unit, const std::string& name) {
    accounts::NewAccount fresh;
    fresh.account.uid = name;
    fresh.account.handle = name;
    fresh.account.email = fresh.account.email_as_given = name + "@example.org";
    fresh.account.created_at = at;
    fresh.password_hash = std::string(97, 'h');
    const auto id = unit.accounts().add(fresh).value();
    unit.tickets().add({{}, id, accounts::Purpose::verify_email, fresh.account.email, at}, name);
    mail::Draft draft;
    draft.to = fresh.account.email;
    draft.text = draft.html = body;
    draft.unique = name;
    const auto message = unit.messages().add(draft, at);
    unit.tasks().add({"mail.send", draft.to, {}, std::to_string(message.value), at});
    unit.audit_log().append({{"registration_success", true, id, name}, at, {}});
}

double ours(const std::string& path) {
    const auto engine = store::open_store(path);
    engine->migrate(at);
    return wall_seconds([&] {
        std::vector<std::jthread> threads;
        for (int c = 0; c < clients; ++c)
            threads.emplace_back([&, c] {
                for (int n = 0; n < per_client; ++n)
                    engine->write([&](app::Unit& unit) {
                        register_one(unit, "c" + std::to_string(c) + "n" + std::to_string(n));
                        return true;
                    });
            });
    });
}

constexpr std::array statements{
    "INSERT INTO account (uid, email, email_as_given, handle, first_name, last_name, role, active,"
    " created_at) VALUES (?1, ?1 || '@example.org', ?1 || '@example.org', ?1, '', '', 'user', 1, 1)"
    " RETURNING id",
    "INSERT INTO credential (account_id, kind, hash, changed_at) VALUES (last_insert_rowid(),"
    " 'password', "
    "'hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh',"
    " 1)",
    "INSERT INTO ticket (account_id, purpose, fingerprint, address, expires_at) SELECT id,"
    " 'verify_email', ?1, email, 1 FROM account WHERE handle = ?1",
    "INSERT INTO mail_message (recipient, sender, template_code, class, subject, text_body,"
    " html_body, unique_part, state, created_at) VALUES (?1, '', '', 'transactional', '', ?2, ?2,"
    " ?1, 'queued', 1) RETURNING id",
    "INSERT INTO task (kind, lane, key, payload, due) VALUES ('mail.send', ?1, '', '1', 1)",
    "INSERT INTO audit_record (at, type, success, handle, address, agent, metadata) VALUES (1,"
    " 'registration_success', 1, ?1, '', '', '')",
};

double bare(const std::string& path, int count) {
    store::open_store(path)->migrate(at);
    Raw raw(path);
    std::vector<sqlite3_stmt*> prepared;
    for (const char* text : statements) prepared.push_back(raw.prepare(text));
    const double seconds = wall_seconds([&] {
        for (int n = 0; n < count; ++n) {
            const auto name = "n" + std::to_string(n);
            raw.run("BEGIN IMMEDIATE");
            for (auto* statement : prepared) {
                if (sqlite3_bind_parameter_count(statement) > 0) bind_text(statement, 1, name);
                if (sqlite3_bind_parameter_count(statement) > 1) bind_text(statement, 2, body);
                while (sqlite3_step(statement) == SQLITE_ROW) {
                }
                sqlite3_reset(statement);
            }
            raw.run("COMMIT");
        }
    });
    for (auto* statement : prepared) sqlite3_finalize(statement);
    return seconds;
}

int compare() {
    constexpr int rounds = 3;
    const int total = clients * per_client;
    std::array<double, rounds> ratios{};
    for (int round = 0; round < rounds; ++round) {
        const Folder folder;
        const double loop = total / 4 / bare(folder.file("bare.db"), total / 4);
        const double grouped = total / ours(folder.file("ours.db"));
        std::printf(
            "round %d: bare loop %7.0f tx/s, %d clients through the store %7.0f tx/s: %.1f times\n",
            round + 1, loop, clients, grouped, grouped / loop);
        ratios[static_cast<std::size_t>(round)] = grouped / loop;
    }
    const double median = median_of(ratios);
    std::printf("median: %.1f times (wanted: at least 3)\n", median);
    return median >= 3 ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::compare(); }
