#include "shells/cli/compose/providers.hpp"

namespace asterism::cli {

std::vector<outside::OidcProvider> providers_of(const Settings& settings) {
    std::vector<outside::OidcProvider> out;
    for (const auto& name : settings.names_below("oidc.")) {
        const auto prefix = "oidc." + name + ".";
        const auto& id = settings.text(prefix + "client_id");
        if (id.empty()) continue;  // Google's rows are there even where nobody wants them
        const auto& secret = settings.text(prefix + "client_secret");
        auto provider = name == "google" ? outside::google(id, secret)
                                         : outside::OidcProvider{name, name, "", id, secret};
        const auto take = [&](std::string_view field, std::string& into) {
            if (const auto& said = settings.text(prefix + std::string(field)); !said.empty())
                into = said;
        };
        take("issuer", provider.issuer);
        take("scopes", provider.scopes);
        take("name", provider.name);
        out.push_back(std::move(provider));
    }
    return out;
}

std::vector<accounts::ProviderName> provider_names_of(const Settings& settings) {
    std::vector<accounts::ProviderName> out;
    for (auto& each : providers_of(settings))
        out.push_back({std::move(each.code), std::move(each.name)});
    return out;
}

}  // namespace asterism::cli
