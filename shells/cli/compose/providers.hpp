#pragma once

#include <vector>

#include "libcore/accounts/identity_types.hpp"
#include "shells/cli/settings.hpp"
#include "shells/outside/oidc.hpp"

namespace asterism::cli {

/// The providers that are configured, in the order of their names.
std::vector<outside::OidcProvider> providers_of(const Settings& settings);

/// The same as the core knows them.
std::vector<accounts::ProviderName> provider_names_of(const Settings& settings);

}  // namespace asterism::cli
