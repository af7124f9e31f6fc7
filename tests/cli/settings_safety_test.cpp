#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdlib.h>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "shells/cli/trouble.hpp"
#include "shells/http/limits.hpp"
#include "tests/cli/machine.hpp"

namespace asterism::cli {
namespace {

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

TEST_CASE("settings: play money stays on this machine") {
    const auto trouble = [](std::vector<std::pair<std::string, std::string>> flags) {
        Machine machine;
        machine.sources.flags = std::move(flags);
        return machine.trouble();
    };
    CHECK(trouble({{"payments.stand_in", "127.0.0.1:9000"}}).empty());
    CHECK(has(trouble({{"payments.stand_in", "127.0.0.1:9000"}, {"mode", "production"}}),
              "mode is production"));
    CHECK(has(trouble({{"payments.stand_in", "0.0.0.0:9000"}}), "for this machine alone"));
    const std::pair<std::string, std::string> real{"payments.secret_key", "sk_live_1"};
    CHECK(has(trouble({{"payments.stand_in", "127.0.0.1:9000"}, real}), "for real money"));
    CHECK(has(trouble({{"payments.stand_in", "127.0.0.1:9000"}, {"shop.live", "yes"}}),
              "shop.live is yes"));
}

TEST_CASE("settings: the key and the shop agree on what money is") {
    const auto trouble = [](const std::string& key, const std::string& live) {
        Machine machine;
        machine.sources.flags = {{"payments.secret_key", key}, {"shop.live", live}};
        return machine.trouble();
    };
    for (const std::string kind : {"sk", "rk"}) {
        CHECK(trouble(kind + "_live_1", "yes").empty());
        CHECK(trouble(kind + "_test_1", "no").empty());
        const auto real = trouble(kind + "_live_1", "no");
        CHECK(has(real, "is for real money, and shop.live is no"));
        CHECK_FALSE(has(real, "_live_1"));  // it is a secret
        CHECK(has(trouble(kind + "_test_1", "yes"), "is for play money, and shop.live is yes"));
    }
    for (const std::string live : {"yes", "no"}) {
        CHECK(trouble("", live).empty());
        CHECK(trouble("of_another_service", live).empty());
    }
}

TEST_CASE("settings: providers have names that whoever runs the site gives") {
    Machine machine;
    machine.variable("GOOGLE_OAUTH_CLIENT_ID", "one");
    machine.variable("GOOGLE_OAUTH_CLIENT_SECRET", "hush");
    machine.variable("ASTERISM_OIDC__STAR_CLUB__ISSUER", "https://id.club.example");
    machine.variable("ASTERISM_OIDC__STAR_CLUB__CLIENT_SECRET", "quiet");
    machine.data_file("[oidc.obs-1]\nclient_id = \"seven\"\n");
    const auto settings = machine.load();
    CHECK(settings.text("oidc.google.client_id") == "one");
    CHECK(settings.text("oidc.star_club.issuer") == "https://id.club.example");
    CHECK(settings.text("oidc.obs-1.client_id") == "seven");
    CHECK(settings.text("oidc.obs-1.name").empty());
    CHECK(settings.shown("oidc.star_club.client_secret") == "****");
    CHECK(settings.names_below("oidc.") ==
          std::vector<std::string>{"google", "obs-1", "star_club"});
    CHECK(has(machine.trouble(), "The provider `obs-1` cannot be used."));
    for (const auto* wrong : {"oidc.NAME.issuer", "oidc..issuer", "oidc.a.b.issuer", "oidc.Q.name",
                              "oidc.club.issue", "oidc.issuer"}) {
        CAPTURE(wrong);
        CHECK(find_setting(wrong) == nullptr);
    }
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
