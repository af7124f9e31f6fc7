#include "shells/cli/settings.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdlib.h>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "shells/cli/trouble.hpp"
#include "shells/http/limits.hpp"
#include "tests/cli/machine.hpp"

namespace asterism::cli {
namespace {

TEST_CASE("settings: every limit has one, whose default is the limit's own") {
    const auto settings = Machine().load();
    std::set<std::string> named{"limits.enabled"};
    for (const auto& limit : http::limits::all) {
        const auto key = "limits." + std::string(limit.name);
        CHECK(settings.rate(key) == limit.rate);
        named.insert(key);
    }
    for (const Setting& setting : all_settings())
        if (setting.key.starts_with("limits.")) CHECK(named.contains(std::string(setting.key)));
}

TEST_CASE("settings: a limit is so many in so long, and its name must be known") {
    for (const auto* text : {"", "5", "5/", "/1m", "0/1m", "-1/1m", "5/1x", "5 /1m", "5/0s",
                             "1000001/1h", "5/1m/1h"}) {
        CAPTURE(text);
        Machine machine;
        machine.variable("ASTERISM_LIMITS__LOGIN", text);
        CHECK(has(machine.trouble(), "`limits.login` must be so many in so long"));
    }
    Machine right;
    right.data_file("[limits]\nlogin = \"1000000/14d\"\nenabled = false\n");
    CHECK(right.load().rate("limits.login") == Rate{1'000'000, std::chrono::days{14}});
    CHECK(right.load().text("limits.enabled") == "false");
    Machine unknown;
    unknown.variable("ASTERISM_LIMITS__LOGINS", "5/1m");
    CHECK(has(unknown.trouble(), "The nearest is `ASTERISM_LIMITS__LOGIN`"));
}

TEST_CASE("settings: what comes later wins, and each value knows where it came from") {
    Machine machine;
    CHECK(machine.load().of("log.level").text == "info");
    CHECK(machine.load().of("log.level").origin == "default");

    machine.system_file("[log]\nlevel = \"error\"\nformat = \"json\"\n");
    CHECK(machine.load().of("log.level").text == "error");
    CHECK(has(machine.load().of("log.level").origin, "etc.toml:2"));

    machine.data_file("log.level = \"warning\"\n");
    CHECK(machine.load().of("log.level").text == "warning");
    CHECK(has(machine.load().of("log.level").origin, "data/asterism.toml:1"));

    machine.variable("ASTERISM_LOG__LEVEL", "debug");
    CHECK(machine.load().of("log.level").text == "debug");
    CHECK(machine.load().of("log.level").origin == "ASTERISM_LOG__LEVEL");

    machine.sources.flags.emplace_back("log.level", "info");
    CHECK(machine.load().of("log.level").text == "info");
    CHECK(machine.load().of("log.level").origin == "--log-level");
    CHECK(machine.load().text("log.format") == "json");
}

TEST_CASE("settings: an unknown key is refused by name, place and nearest key") {
    Machine machine;
    machine.data_file("[mail.smtp]\nhots = \"x\"\n");
    const auto text = machine.trouble();
    CHECK(has(text, "`mail.smtp.hots`"));
    CHECK(has(text, "data/asterism.toml:2"));
    CHECK(has(text, "`mail.smtp.host`"));

    Machine other;
    other.variable("ASTERISM_LISTN", "x");
    CHECK(has(other.trouble(), "`ASTERISM_LISTEN`"));
}

TEST_CASE("settings: a bad value is refused with what it should be") {
    const std::pair<const char*, const char*> rows[] = {
        {"listen = \"nowhere\"", "HOST:PORT"},
        {"listen = \"1.2.3.4:99999\"", "HOST:PORT"},
        {"mode = \"debug\"", "dev|production"},
        {"[session]\nidle = \"30\"", "30s, 15m"},
        {"[session]\nidle = 30", "30s, 15m"},
        {"[lockout]\nfailures = 0", "1-1000"},
        {"[lockout]\nfailures = 1.5", "must be a text, a number or a list"},
        {"[site]\nbase_url = \"ftp://x\"", "http://"},
        {"[site]\nbase_url = \"https://user@x\"", "http://"},
        {"[site]\nhosts = [1]", "list of texts"},
        {"[site]\nname = \"a\\nb\"", "one line"},
        {"[mail]\nfrom = \"nobody\"", "e-mail address"},
        {"mode = ", "Line 1"},
        {"data = \"/elsewhere\"", "cannot say where it is"},
        {"cache = \"redis://127.0.0.1\"", "not built yet"},
        {"[mail.smtp]\nurl = \"http://x\"", "smtp://"},
        {"[mail.smtp]\nurl = \"smtp://u:p@x\"", "mail.smtp.user"},
        {"[mail.smtp]\nurl = \"smtp://x\"\nhost = \"y\"", "twice"},
    };
    for (const auto& [file, words] : rows) {
        const auto this_file = file;
        CAPTURE(this_file);
        Machine machine;
        machine.data_file(file);
        CHECK(has(machine.trouble(), words));
    }
}

TEST_CASE("settings: understands the names that platforms give") {
    Machine machine;
    machine.variable("DATABASE_URL", "postgresql://a:secret@db/x");
    machine.variable("PORT", "9000");
    const auto settings = machine.load();
    CHECK(settings.text("database") == "postgresql://a:secret@db/x");
    CHECK(settings.shown("database") == "postgresql://a:****@db/x");
    CHECK(settings.text("listen") == "127.0.0.1:9000");
    CHECK(settings.text("site.base_url") == "http://127.0.0.1:9000");
    machine.variable("ASTERISM_DATABASE", "sqlite:/x.db");
    CHECK(machine.load().text("database") == "sqlite:/x.db");
    machine.variable("REDIS_URL", "redis://cache");
    CHECK(has(machine.trouble(), "not built yet"));
}

TEST_CASE("settings: secrets may lie in a file of their own and are never shown") {
    Machine machine;
    const std::string file = machine.home_ / "password";
    std::ofstream(file) << "hush\n";
    machine.variable("ASTERISM_MAIL__SMTP__PASSWORD_FILE", file);
    CHECK(machine.load().text("mail.smtp.password") == "hush");
    CHECK(machine.load().shown("mail.smtp.password") == "****");
    Machine other;
    other.variable("ASTERISM_MAIL__SMTP__PASSWORD_FILE", "/nowhere/at/all");
    CHECK(has(other.trouble(), "ASTERISM_MAIL__SMTP__PASSWORD_FILE"));
    Machine third;
    third.variable("ASTERISM_LISTEN_FILE", "x");
    CHECK(has(third.trouble(), "no setting"));
}

}  // namespace
}  // namespace asterism::cli
