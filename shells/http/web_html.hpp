#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/fingerprint.hpp"

namespace asterism::http {

/// Whether Starview's web client has a page at this address, by its segments.
bool is_client_page(const std::vector<std::string_view>& segments);

/// What the head of a page says of what it shows.
struct PageCard {
    std::string title;
    std::string about;
    std::string image;  ///< its address; empty: the page's own
};

/// The page with its title, description, canonical link and social tags set for this address; of
/// what has a card, as that says.
std::string with_page_facts(std::string_view html, std::string_view path, std::string_view base_url,
                            const std::optional<PageCard>& card = {});

/// The Content-Security-Policy that this page needs: Starview's hosts, and the hashes of the
/// page's own inline scripts.
std::string page_policy(std::string_view html, const Fingerprint& fingerprint);

}  // namespace asterism::http
