#pragma once

struct bio_st;

namespace asterism::http {

/// OpenSSL's way to a socket that does not block. Unlike its own it never raises SIGPIPE, which a
/// library must not count on being ignored. Null without memory. Does not close the socket.
bio_st* make_socket_bio(int socket);

}  // namespace asterism::http
