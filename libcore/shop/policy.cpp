#include "libcore/shop/policy.hpp"

#include "libcore/base/text.hpp"

namespace asterism::shop {

Policy startupwebapp(Policy site) {
    site.fewest = 0;
    site.most = 99;
    return site;
}

bool invited(const Guests& guests, std::string_view name) {
    if (!guests) return false;
    for (std::string_view rest = *guests;;) {
        const auto comma = rest.find(',');
        const auto guest = trimmed(rest.substr(0, comma));
        if (guest == "*" || (!guest.empty() && guest == name)) return true;
        if (comma == rest.npos) return false;
        rest.remove_prefix(comma + 1);
    }
}

}  // namespace asterism::shop
