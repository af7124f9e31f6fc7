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

namespace asterism::cli {
namespace {

namespace fs = std::filesystem;

/// A machine of its own: a folder for its files, an environment, a command line.
class Machine {
public:
    Machine() {
        std::string pattern = fs::temp_directory_path() / "asterism-settings-XXXXXX";
        home_ = ::mkdtemp(pattern.data());
        sources.system_file = home_ / "etc.toml";
        sources.environment = {{"HOME", home_}, {"PATH", "/bin"}};
        sources.flags = {{"data", data()}};
        fs::create_directory(data());
    }

    ~Machine() { fs::remove_all(home_); }

    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    std::string data() const { return home_ / "data"; }

    void system_file(std::string_view text) const { std::ofstream(sources.system_file) << text; }

    void data_file(std::string_view text) const {
        std::ofstream(fs::path(data()) / "asterism.toml") << text;
    }

    void variable(std::string name, std::string text) {
        sources.environment.emplace_back(std::move(name), std::move(text));
    }

    Settings load() const { return Settings::load(sources); }

    /// What it says when it cannot load; empty if it can.
    std::string trouble() const {
        try {
            check(load());
            return {};
        } catch (const Trouble& trouble) {
            CHECK(trouble.exit() == Exit::configuration);
            return trouble.what();
        }
    }

    Sources sources;
    fs::path home_;
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

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

TEST_CASE("settings: dev only where nobody else can connect, unless it is asked for") {
    const std::pair<const char*, const char*> rows[] = {
        {"127.0.0.1:1", "dev"},      {"localhost:1", "dev"},   {"[::1]:1", "dev"},
        {"0.0.0.0:1", "production"}, {"[::]:1", "production"}, {"10.0.0.1:1", "production"},
    };
    for (const auto& [listen, mode] : rows) {
        Machine machine;
        machine.sources.flags.emplace_back("listen", listen);
        CHECK(machine.load().text("mode") == mode);
    }
    Machine machine;
    machine.sources.flags = {{"data", machine.data()}, {"listen", "0.0.0.0:1"}, {"mode", "dev"}};
    CHECK(machine.load().text("mode") == "dev");
}

TEST_CASE("settings: production refuses what is not safe, three lines each") {
    Machine machine;
    machine.sources.flags.emplace_back("mode", "production");
    machine.data_file("site.base_url = \"http://stars.example\"\n");
    const auto text = machine.trouble();
    for (const auto* words : {"needs https", "its own names", "needs a mail server"})
        CHECK(has(text, words));
    CHECK(std::ranges::count(text, '\n') == 3 * 3 + 1);

    const std::string good =
        "site.base_url = \"https://stars.example\"\nsite.hosts = [\"stars.example\"]\n"
        "mail.smtp.host = \"mx.example\"\nmail.smtp.password = \"hush\"\n";
    machine.data_file(good);
    ::chmod((machine.data() + "/asterism.toml").c_str(), 0644);
    CHECK(has(machine.trouble(), "chmod 600"));
    ::chmod((machine.data() + "/asterism.toml").c_str(), 0640);
    CHECK(machine.trouble().empty());
    machine.variable("ASTERISM_SITE__HOSTS", "stars.example,*");
    CHECK(has(machine.trouble(), "every name"));
}

TEST_CASE("settings: a certificate makes the site https, and comes with its key") {
    Machine machine;
    machine.sources.flags.emplace_back("tls.certificate", "/etc/chain.pem");
    CHECK(machine.load().text("site.base_url") == "https://127.0.0.1:8000");
    CHECK(has(machine.trouble(), "tls.certificate is set, tls.key is not."));
    machine.variable("ASTERISM_TLS__KEY", "/etc/key.pem");
    CHECK(machine.trouble().empty());
    Machine bare;
    bare.variable("ASTERISM_TLS__REDIRECT_LISTEN", "127.0.0.1:80");
    CHECK(has(bare.trouble(), "no https to send people to"));
}

TEST_CASE("settings: every row of the table has a name of its own and a good default") {
    std::set<std::string> flags;
    std::set<std::string> names;
    for (const auto& setting : all_settings()) {
        CAPTURE(setting.key);
        CHECK(flags.insert(flag_name(setting.key)).second);
        CHECK(names.insert(environment_name(setting.key)).second);
        CHECK(fault_of(setting, setting.fallback).empty());
        CHECK(setting.about.ends_with('.'));
    }
    CHECK(environment_name("mail.smtp.host") == "ASTERISM_MAIL__SMTP__HOST");
    CHECK(flag_name("site.base_url") == "--site-base-url");
}

TEST_CASE("settings: on this machine only its own names are answered to, unless told otherwise") {
    Machine machine;
    CHECK(machine.load().text("site.hosts") == "localhost,127.0.0.1,[::1]");
    machine.data_file("site.base_url = \"http://Stars.example:8000/\"\n");
    CHECK(machine.load().text("site.hosts") == "localhost,127.0.0.1,[::1],stars.example");
    machine.variable("ASTERISM_SITE__HOSTS", "*");
    CHECK(machine.load().text("site.hosts") == "*");
    Machine open;
    open.data_file("mode = \"dev\"\nlisten = \"0.0.0.0:8000\"\n");
    CHECK(open.load().text("site.hosts").empty());
}

TEST_CASE("settings: proxies are addresses, and origins are what a browser calls itself") {
    for (const auto* ranges : {"10.0.0.0/8", "192.0.2.1, fd00::/8", ""}) {
        Machine machine;
        machine.variable("ASTERISM_SITE__TRUSTED_PROXIES", ranges);
        CHECK(machine.trouble().empty());
    }
    for (const auto* ranges : {"*", "proxy.example", "10.0.0.0/33", "10.0.0.1, x"}) {
        Machine machine;
        machine.variable("ASTERISM_SITE__TRUSTED_PROXIES", ranges);
        CHECK(has(machine.trouble(), "`site.trusted_proxies` must be like"));
    }
    for (const auto* origins : {"https://a.example", "http://a.example:8080,https://b.example"}) {
        Machine machine;
        machine.variable("ASTERISM_SITE__CORS_ORIGINS", origins);
        CHECK(machine.trouble().empty());
    }
    for (const auto* origins : {"*", "null", "a.example", "https://A.example", "https://a.example/",
                                "https://a.example, https://b.example/x"}) {
        Machine machine;
        machine.variable("ASTERISM_SITE__CORS_ORIGINS", origins);
        CHECK(has(machine.trouble(), "`site.cors_origins` must be like"));
    }
}

}  // namespace
}  // namespace asterism::cli
