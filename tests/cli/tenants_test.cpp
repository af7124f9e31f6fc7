#include "shells/cli/tenants.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "shells/cli/trouble.hpp"
#include "tests/cli/machine.hpp"

namespace asterism::cli {
namespace {

/// An installation with tenants, as their settings lie in its folder.
struct Installation : Machine {
    Settings own() const { return Settings::load_own(sources); }

    void tenant(const std::string& name, std::string_view text) const {
        const auto folder = fs::path(data()) / "tenants" / name;
        fs::create_directories(folder);
        std::ofstream(folder / "asterism.toml") << text;
    }

    Settings of(const std::string& name) const { return tenant_settings(own(), name); }
};

/// The text and the exit of what is thrown; both empty if nothing is.
template <class Body>
std::pair<std::string, Exit> refusal(Body body) {
    try {
        body();
    } catch (const Trouble& trouble) {
        return {trouble.what(), trouble.exit()};
    }
    return {"", Exit::done};
}

}  // namespace

TEST_CASE("tenants: one has a folder, a database, secrets and archives of its own") {
    const Installation machine;
    machine.tenant("vinyl", "site.hosts = \"vinyl.example,www.vinyl.example\"\n");
    const auto vinyl = machine.of("vinyl");
    const auto folder = machine.data() + "/tenants/vinyl";
    CHECK(vinyl.text("tenant") == "vinyl");
    CHECK(vinyl.text("data") == folder);
    CHECK(vinyl.text("database") == "sqlite:" + folder + "/asterism.db");
    CHECK(vinyl.text("audit.archive_dir") == folder + "/audit-archives");
    CHECK(vinyl.text("site.base_url") == "http://vinyl.example:8000");
    CHECK(vinyl.list("site.hosts") ==
          std::vector<std::string>{"vinyl.example", "www.vinyl.example"});
}

TEST_CASE("tenants: what goes for all goes for each, unless its own file says otherwise") {
    Installation machine;
    machine.data_file(
        "[mail]\nfrom = \"all@example.org\"\n[limits]\nvote = \"7/1h\"\n"
        "[site]\norigins = \"https://page.example\"\n"
        "[startupwebapp]\npages = \"https://page.example\"\n");
    machine.variable("ASTERISM_SITE__NAME", "All of us");
    machine.tenant("vinyl", "site.hosts = [\"vinyl.example\"]\nmail.from = \"us@vinyl.example\"\n");
    machine.tenant("tea", "site.hosts = \"tea.example\"\nsite.name = \"Tea\"\n");
    CHECK(machine.of("vinyl").text("mail.from") == "us@vinyl.example");
    CHECK(machine.of("vinyl").text("site.name") == "All of us");
    CHECK(machine.of("tea").text("mail.from") == "all@example.org");
    CHECK_MESSAGE(machine.of("tea").text("site.name") == "Tea", "though the environment says more");
    CHECK(machine.of("tea").text("limits.vote") == "7/1h");
    CHECK_MESSAGE(machine.of("tea").text("site.origins").empty(), "another's page may write there");
    CHECK_MESSAGE(machine.of("tea").text("startupwebapp.pages").empty(), "and would be linked to");
    CHECK(machine.own().text("mail.from") == "all@example.org");
}

TEST_CASE("tenants: beside a PostgreSQL database each has one of its own name") {
    const std::pair<const char*, const char*> rows[] = {
        {"postgresql://ann:pw@db:5433/main", "postgresql://ann:pw@db:5433/vinyl"},
        {"postgresql://db/main?sslmode=require", "postgresql://db/vinyl?sslmode=require"},
        {"postgresql://db", "postgresql://db/vinyl"},
        {"postgresql:///main?host=/run/pg", "postgresql:///vinyl?host=/run/pg"},
    };
    for (const auto& [database, expected] : rows) {
        Installation machine;
        machine.tenant("vinyl", "site.hosts = \"vinyl.example\"\n");
        machine.variable("DATABASE_URL", database);
        CHECK(machine.of("vinyl").text("database") == expected);
    }
    Installation hidden;
    hidden.tenant("vinyl", "site.hosts = \"vinyl.example\"\n");
    hidden.variable("DATABASE_URL", "postgresql:///?dbname=main");
    CHECK(has(refusal([&] { hidden.of("vinyl"); }).first, "dbname="));
}

TEST_CASE("tenants: DATABASE_NAME and its like mean what they meant to the shop of before") {
    Installation machine;
    machine.tenant("healthtech_dev", "site.hosts = \"health.example\"\n");
    machine.variable("DATABASE_HOST", "db.example");
    machine.variable("DATABASE_PORT", "5433");
    machine.variable("DATABASE_USER", "django_app");
    machine.variable("DATABASE_PASSWORD", "p@ss/word");
    machine.variable("DATABASE_NAME", "healthtech_dev");
    const auto settings = machine.load();
    CHECK(settings.text("database") ==
          "postgresql://django_app:p%40ss%2Fword@db.example:5433/healthtech_dev");
    CHECK(!has(settings.shown("database"), "word"));
    CHECK(settings.text("data") == machine.data() + "/tenants/healthtech_dev");
    CHECK(settings.of("tenant").origin == "DATABASE_NAME");
    CHECK_MESSAGE(all_tenants(machine.own()).size() == 1, "the list is of all, whoever is named");
}

TEST_CASE("tenants: an unknown one is refused by its name, with who named it and what helps") {
    Installation machine;
    machine.tenant("vinyl", "site.hosts = \"vinyl.example\"\n");
    machine.variable("DATABASE_NAME", "vynil");
    const auto said = machine.trouble();
    for (const auto* part :
         {"`vynil`", "DATABASE_NAME", "there are: vinyl", "asterism tenant add vynil --host"})
        CHECK_MESSAGE(has(said, part), said);
    for (const auto* name : {"../data", ".", "", "Vinyl", "-x", "a b", "vinyl/"}) {
        Installation other;
        other.tenant("vinyl", "site.hosts = \"vinyl.example\"\n");
        CHECK(has(refusal([&] { other.of(name); }).first, "There is no tenant"));
    }
}

TEST_CASE("tenants: what is the process's own no tenant may say") {
    for (const auto* line : {"listen = \"0.0.0.0:1\"", "mode = \"dev\"", "tenant = \"tea\"",
                             "server.io_threads = 4", "log.level = \"debug\"",
                             "tls.key = \"/k.pem\"", "site.trusted_proxies = \"10.0.0.0/8\""}) {
        const Installation machine;
        machine.tenant("vinyl", std::string("site.hosts = \"vinyl.example\"\n") + line + "\n");
        const auto [said, exit] = refusal([&] { machine.of("vinyl"); });
        CHECK(exit == Exit::configuration);
        CHECK_MESSAGE(has(said, "tenants/vinyl/asterism.toml:2"), said);
    }
}

TEST_CASE("tenants: no host and no database is for two") {
    struct Row {
        const char* vinyl;
        const char* tea;
        const char* said;
    };

    const Row rows[] = {
        {"site.hosts = \"a.example\"", "site.hosts = \"A.example,b.example\"", "a.example"},
        {"site.hosts = \"localhost\"", "site.hosts = \"b.example\"", "the installation itself"},
        {"", "site.hosts = \"b.example\"", "`vinyl` has no host name"},
        {"site.hosts = \"*\"", "site.hosts = \"b.example\"", "every name"},
        {"site.hosts = \"a.example\"\ndatabase = \"postgresql://x@db/shop\"",
         "site.hosts = \"b.example\"\ndatabase = \"postgres://y:z@db/shop\"", "db/shop is for two"},
        {"site.hosts = \"a.example\"\ndatabase = \"sqlite:/tmp/s.db\"",
         "site.hosts = \"b.example\"\ndatabase = \"/tmp/x/../s.db\"", "/tmp/s.db is for two"},
    };
    for (const auto& row : rows) {
        const Installation machine;
        machine.tenant("vinyl", row.vinyl);
        machine.tenant("tea", row.tea);
        const auto said = refusal([&] { all_tenants(machine.own()); }).first;
        CHECK_MESSAGE(has(said, row.said), said);
    }
    const Installation machine;
    machine.tenant("vinyl", "site.hosts = \"a.example,a.example\"");
    machine.tenant("tea", "site.hosts = \"b.example\"");
    CHECK(all_tenants(machine.own()).size() == 2);
}

TEST_CASE("tenants: a stray file among them is refused, and one that is not finished is none") {
    const Installation machine;
    CHECK(all_tenants(machine.own()).empty());
    machine.tenant("vinyl", "site.hosts = \"a.example\"");
    machine.tenant(".new-x1y2z3", "");
    CHECK(tenant_names(machine.own()) == std::vector<std::string>{"vinyl"});
    std::ofstream(fs::path(machine.data()) / "tenants" / "notes.txt") << "x";
    CHECK(has(refusal([&] { tenant_names(machine.own()); }).first, "notes.txt is no tenant"));
}

TEST_CASE("tenants: a new one is there when it is kept, and leaves nothing behind when it is not") {
    const Installation machine;
    const auto all = fs::path(machine.data()) / "tenants";
    const NewTenant::Values values{{"site.hosts", "a.example"},
                                   {"site.name", "Say \"a\\b\" = # ö"}};
    {
        const NewTenant given_up(machine.own(), "vinyl", values);
        CHECK(tenant_names(machine.own()).empty());
    }
    CHECK(fs::is_empty(all));
    machine.tenant(".new-killed", "left by one that was killed");
    {
        NewTenant made(machine.own(), "vinyl", values);
        made.keep();
    }
    CHECK(tenant_names(machine.own()) == std::vector<std::string>{"vinyl"});
    CHECK_MESSAGE(!fs::exists(all / ".new-killed"), "nobody else can be at work there");
    CHECK(machine.of("vinyl").text("site.name") == "Say \"a\\b\" = # ö");

    struct stat found {};

    REQUIRE(::stat((all / "vinyl").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0700U);
    const auto again = refusal([&] { NewTenant(machine.own(), "vinyl", values); });
    CHECK(again.second == Exit::conflict);
    CHECK(refusal([&] { NewTenant(machine.own(), "../x", values); }).second == Exit::misused);
}

}  // namespace asterism::cli
