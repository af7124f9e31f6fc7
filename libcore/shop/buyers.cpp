#include "libcore/shop/buyers.hpp"

#include "libcore/crm/contacts.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t code_length = 20;

}  // namespace

std::optional<crm::Contact> buyer_of(const OrderRecord& order, Entropy& entropy, Instant now) {
    if (order.order.owner.account || order.contact.normal.empty()) return std::nullopt;
    crm::Contact out;
    out.email = order.contact.normal;
    out.email_as_given = order.contact.email;
    out.first_name = order.contact.name.first;
    out.last_name = order.contact.name.last;
    out.code = random_text(entropy, alphanumerics, code_length);
    out.secret = crm::fresh_secret(entropy);
    out.opted_out_at = out.first_seen = now;
    out.origin = "Ordered as a guest: " + order.order.identifier + ".";
    return out;
}

}  // namespace asterism::shop
