#pragma once

#include "libcore/crm/ports.hpp"

namespace asterism::crm {

/// A secret that opens the way out of all mail: letters and digits, which no mail program changes.
std::string fresh_secret(Entropy& entropy);

/// The account's contact, made if there was none.
Contact contact_of(const accounts::Run& run, Contacts& contacts, AccountId account);

/// A stranger's contact by what he told: written to about nothing until he agrees.
Contact stranger(const accounts::Run& run, const Email& email, std::string origin);

/// The front of the address past its fourth character in stars: "mary2@..." is "mary*@...".
std::string masked(std::string_view address);

/// Reacts to a proved address: who wrote from it before was this account. Not sooner, since anybody
/// can register with somebody else's address.
void know_again(Now now, const accounts::Accounts& accounts, Contacts& contacts,
                const accounts::AddressVerified& event);

}  // namespace asterism::crm
