#pragma once

#include <string>

namespace asterism::store {

/// The address with what it does not say itself: to give up soon on a server that does not answer,
/// and, on the way to another machine, to talk to nobody but the server whose certificate bears its
/// name (sslmode=verify-full; another `sslmode` in the address or in PGSSLMODE is obeyed).
std::string completed(std::string uri);

}  // namespace asterism::store
