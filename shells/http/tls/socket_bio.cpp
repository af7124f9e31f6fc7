#include "shells/http/tls/socket_bio.hpp"

#include <cerrno>
#include <cstdint>

#include <openssl/bio.h>
#include <sys/socket.h>

namespace asterism::http {
namespace {

int socket_of(BIO* bio) {
    return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool may_go_on(ssize_t result) {
    return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

int read_some(BIO* bio, char* room, int size) {
    BIO_clear_retry_flags(bio);
    const ssize_t got = recv(socket_of(bio), room, static_cast<std::size_t>(size), 0);
    if (may_go_on(got)) BIO_set_retry_read(bio);
    return static_cast<int>(got);
}

int write_some(BIO* bio, const char* bytes, int size) {
    BIO_clear_retry_flags(bio);
    const ssize_t sent = send(socket_of(bio), bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (may_go_on(sent)) BIO_set_retry_write(bio);
    return static_cast<int>(sent);
}

/// OpenSSL asks for a flush after each flight; nothing is held back here.
long control(BIO*, int what, long, void*) { return what == BIO_CTRL_FLUSH ? 1 : 0; }

BIO_METHOD* make_method() {
    BIO_METHOD* method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "socket");
    if (!method) return nullptr;
    BIO_meth_set_read(method, read_some);
    BIO_meth_set_write(method, write_some);
    BIO_meth_set_ctrl(method, control);
    return method;
}

}  // namespace

bio_st* make_socket_bio(int socket) {
    static const BIO_METHOD* const method = make_method();  // as long-lived as the program
    BIO* bio = method ? BIO_new(method) : nullptr;
    if (!bio) return nullptr;
    BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(socket)));
    BIO_set_init(bio, 1);
    return bio;
}

}  // namespace asterism::http
