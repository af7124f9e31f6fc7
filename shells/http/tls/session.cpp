#include "shells/http/tls/session.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace asterism::http {

void TlsSession::Free::operator()(ssl_st* ssl) const { SSL_free(ssl); }

TlsNeed TlsSession::greet() {
    ERR_clear_error();
    return need_after(SSL_accept(ssl_.get()));
}

TlsSession::Moved TlsSession::receive(std::span<char> room) {
    std::size_t bytes = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(ssl_.get(), room.data(), room.size(), &bytes);
    return {bytes, need_after(result)};
}

TlsSession::Moved TlsSession::send(std::string_view first, std::string_view second) {
    std::size_t all = 0;
    for (auto piece : {first, second}) {
        while (!piece.empty()) {
            std::size_t bytes = 0;  // of one record at most
            ERR_clear_error();
            const int result = SSL_write_ex(ssl_.get(), piece.data(), piece.size(), &bytes);
            all += bytes;
            if (const auto need = need_after(result); need != TlsNeed::nothing) return {all, need};
            piece.remove_prefix(bytes);
        }
    }
    return {all, TlsNeed::nothing};
}

void TlsSession::end() {
    if (broken_ || !SSL_is_init_finished(ssl_.get())) return;
    ERR_clear_error();
    SSL_shutdown(ssl_.get());
}

TlsNeed TlsSession::need_after(int result) {
    if (result > 0) return TlsNeed::nothing;
    switch (SSL_get_error(ssl_.get(), result)) {
        case SSL_ERROR_WANT_READ: return TlsNeed::input;
        case SSL_ERROR_WANT_WRITE: return TlsNeed::output;
        case SSL_ERROR_ZERO_RETURN: return TlsNeed::end;
        default: broken_ = true; return TlsNeed::end;
    }
}

}  // namespace asterism::http
