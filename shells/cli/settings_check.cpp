#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sys/stat.h>

#include "libcore/badges/rules.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

void add(std::string& all, std::string_view what, std::string_view why, std::string_view remedy) {
    if (!all.empty()) all += "\n\n";
    all += fmt::format("{}\n{}\n{}", what, why, remedy);
}

bool is_open_to_all(const std::string& path) {
    struct stat found {};

    return ::stat(path.c_str(), &found) == 0 && (found.st_mode & (S_IROTH | S_IWOTH)) != 0;
}

/// A file with a secret in it that everybody on the machine may read; empty if there is none.
std::string open_file_with_secret(const Settings& settings) {
    for (const auto& key : settings.keys()) {
        const auto& [text, origin] = settings.of(key);
        const bool keeps_one = find_setting(key)->secret || settings.shown(key) != text;
        if (!keeps_one || text.empty() || !origin.starts_with('/')) continue;
        auto path = origin.substr(0, origin.rfind(':'));
        if (is_open_to_all(path)) return path;
    }
    if (const auto& key = settings.text("tls.key"); is_open_to_all(key)) return key;
    return {};
}

/// A certificate and its key come together, and what needs them needs both.
void check_tls(const Settings& settings) {
    const bool certificate = settings.has("tls.certificate");
    if (certificate != settings.has("tls.key"))
        throw Trouble(
            Exit::configuration, "A certificate is served with its key.",
            fmt::format("{} is set, {} is not.", certificate ? "tls.certificate" : "tls.key",
                        certificate ? "tls.key" : "tls.certificate"),
            "Set both, or neither.");
    if (!certificate && settings.has("tls.redirect_listen"))
        throw Trouble(Exit::configuration, "There is no https to send people to.",
                      "tls.redirect_listen is set, tls.certificate is not.",
                      "Set tls.certificate and tls.key, or leave tls.redirect_listen out.");
}

/// Names that stand for something else where a provider's name stands in an address.
constexpr std::array<std::string_view, 10> taken{
    "3rdparty", "confirm-email", "email",          "inactive", "login",
    "logout",   "password",      "reauthenticate", "signup",   "social"};

void check_provider(const Settings& settings, const std::string& name) {
    const auto prefix = "oidc." + name + ".";
    const auto refuse = [&](std::string_view why, std::string_view remedy) {
        throw Trouble(Exit::configuration, fmt::format("The provider `{}` cannot be used.", name),
                      why, remedy);
    };
    if (std::ranges::find(taken, name) != taken.end())
        refuse("Its name means something else in the site's addresses.", "Give it another name.");
    const bool preset = name == "google";
    const auto& issuer = settings.text(prefix + "issuer");
    for (const std::string_view field : {"issuer", "client_id", "client_secret"}) {
        if (preset && field == "issuer") continue;
        if (settings.text(prefix + std::string(field)).empty())
            refuse(fmt::format("{}{} is not set.", prefix, field),
                   fmt::format("Set {0}issuer, {0}client_id and {0}client_secret.", prefix));
    }
    if (issuer.starts_with("http://") && (settings.production() || !is_loopback(host_of(issuer))))
        refuse(fmt::format("{}issuer is {}.", prefix, issuer), "Its address must be https.");
}

void check_providers(const Settings& settings) {
    for (const auto& name : settings.names_below("oidc.")) {
        const auto prefix = "oidc." + name + ".";
        const bool unused = name == "google" && !settings.has(prefix + "client_id") &&
                            !settings.has(prefix + "client_secret");
        if (!unused) check_provider(settings, name);
    }
}

bool is_live_key(std::string_view key) {
    return key.starts_with("sk_live_") || key.starts_with("rk_live_");
}

bool is_test_key(std::string_view key) {
    return key.starts_with("sk_test_") || key.starts_with("rk_test_");
}

/// A key for real money with a shop that takes play money, or the reverse, would make an incident
/// of every payment.
void check_key(const Settings& settings) {
    const auto& key = settings.text("payments.secret_key");
    const bool live = settings.text("shop.live") == "yes";
    const auto refuse = [&](std::string_view money, std::string_view remedy) {
        throw Trouble(Exit::configuration, "Nobody's payment would fit its order.",
                      fmt::format("payments.secret_key, from {}, is for {}, and shop.live is {}.",
                                  settings.of("payments.secret_key").origin, money,
                                  settings.text("shop.live")),
                      remedy);
    };
    if (!live && is_live_key(key))
        refuse("real money", "Set shop.live to yes, or use a key that begins with sk_test_.");
    if (live && is_test_key(key))
        refuse("play money", "Set shop.live to no, or use a key that begins with sk_live_.");
}

/// Play money is for the machine of whoever tries the program out.
void check_stand_in(const Settings& settings) {
    if (!settings.has("payments.stand_in")) return;
    const auto refuse = [&](std::string_view why, std::string_view remedy) {
        throw Trouble(Exit::configuration, "Play money cannot be taken here.", why, remedy);
    };
    if (settings.production())
        refuse(fmt::format("mode is production, and payments.stand_in is {}.",
                           settings.text("payments.stand_in")),
               "Leave payments.stand_in out, and set payments.secret_key.");
    if (!is_loopback(read_address(settings.text("payments.stand_in")).value().host))
        refuse("payments.stand_in is for this machine alone.", "Use 127.0.0.1:PORT.");
    if (is_live_key(settings.text("payments.secret_key")))
        refuse("payments.secret_key is for real money.", "Keep one of the two.");
    if (settings.text("shop.live") == "yes")
        refuse("shop.live is yes: payments are of real money.", "Keep one of the two.");
}

void check_requirements(const Settings& settings) {
    for (const auto& word : settings.list("badges.profile_requirements"))
        if (std::ranges::find(badges::requirements, word, &badges::Requirement::name) ==
            badges::requirements.end())
            throw Trouble(Exit::configuration, "A profile cannot be asked for that.",
                          fmt::format("badges.profile_requirements has `{}`.", word),
                          "It may have: bio, picture, location.");
}

}  // namespace

std::string_view host_of(std::string_view url) {
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    if (url.starts_with('[')) return url.substr(1, url.find(']') - 1);
    return url.substr(0, url.find_first_of(":/"));
}

std::string unsafe_in_production(const Settings& settings) {
    std::string out;
    const auto& base = settings.text("site.base_url");
    if (!base.starts_with("https://") && !is_loopback(host_of(base)))
        add(out, "Production needs https.", fmt::format("site.base_url is {}.", base),
            "Set site.base_url to the https address that people use.");
    const auto hosts = settings.list("site.hosts");
    if (hosts.empty() || std::ranges::find(hosts, "*") != hosts.end())
        add(out, "Production must know its own names.",
            hosts.empty() ? "site.hosts is empty." : "site.hosts allows every name.",
            "Set site.hosts to the host names that are answered to.");
    if (!settings.has("mail.smtp.url") && !settings.has("mail.smtp.host"))
        add(out, "Production needs a mail server.",
            "Neither mail.smtp.host nor mail.smtp.url is set.",
            "Set mail.smtp.host; with mode = \"dev\" mails are kept here instead.");
    if (const auto path = open_file_with_secret(settings); !path.empty())
        add(out, "A secret can be read by everybody on this machine.",
            fmt::format("It is kept in {}.", path), fmt::format("Run: chmod 600 {}", path));
    return out;
}

void check_usable(const Settings& settings) {
    if (settings.has("cache"))
        throw Trouble(Exit::configuration, "A shared cache is not built yet.",
                      fmt::format("cache is {}, from {}.", settings.shown("cache"),
                                  settings.of("cache").origin),
                      "Leave it out: limits and caches are kept in the process.");
    check_tls(settings);
    check_requirements(settings);
    const auto& smtp = settings.text("mail.smtp.url");
    if (!smtp.empty() && ((!smtp.starts_with("smtp://") && !smtp.starts_with("smtps://")) ||
                          smtp.find('@') != std::string::npos))
        throw Trouble(Exit::configuration, "The mail server's address cannot be used.",
                      "mail.smtp.url must be smtp://HOST[:PORT] or smtps://HOST[:PORT], no more.",
                      "User and password have settings of their own: mail.smtp.user, ….password.");
}

void check(const Settings& settings) {
    check_usable(settings);
    check_providers(settings);
    check_stand_in(settings);
    check_key(settings);
    if (!settings.production()) return;
    if (auto unsafe = unsafe_in_production(settings); !unsafe.empty())
        throw Trouble(Exit::configuration, std::move(unsafe));
}

}  // namespace asterism::cli
