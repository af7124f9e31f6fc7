#pragma once

#include <memory>
#include <string>

#include "shells/store/db.hpp"

namespace asterism::store {

/// Connects within two seconds or throws app::StoreUnavailable. A statement of this connection may
/// take five seconds, wait for a lock two, and its transaction lie idle ten.
std::unique_ptr<Db> open_postgres(const std::string& uri);

}  // namespace asterism::store
