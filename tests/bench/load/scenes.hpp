#pragma once

#include <string>
#include <vector>

#include <openssl/ssl.h>

namespace asterism::bench {

/// What all scenes are told.
struct Wanted {
    std::string program;
    unsigned connections = 10'000;
    unsigned seconds = 60;
    SSL_CTX* tls = nullptr;               ///< null: bare
    std::string members_script = {};      ///< signs members up, for uploads
    std::vector<std::string> flags = {};  ///< for the server
};

// Each starts a server, does something to it, prints what came of it and tells whether that was
// good enough. The limits are those of the house.

/// Clients that send a byte a second, and ones that never read.
bool slow_clients(const Wanted& wanted);
/// Clients that keep their connections and do nothing.
bool idle_clients(const Wanted& wanted);
/// More logins than can be hashed.
bool login_storm(const Wanted& wanted);
/// Three times what the server can answer.
bool overload(const Wanted& wanted);
/// Many large pictures at once.
bool upload_storm(const Wanted& wanted);

}  // namespace asterism::bench
