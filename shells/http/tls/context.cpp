#include "shells/http/tls/context.hpp"

#include <new>
#include <utility>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509err.h>

#include "shells/http/tls/socket_bio.hpp"

namespace asterism::http {
namespace {

constexpr auto ciphers_of_1_2 =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr auto ciphers_of_1_3 =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr auto groups = "X25519:P-256:P-384";
/// With the length before it, as on the wire.
constexpr unsigned char spoken[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

/// A client that asks for protocols, none of which is ours, must not be taken for one that speaks
/// ours (RFC 7301 section 3.2; the ALPACA attacks).
int choose_protocol(SSL*, const unsigned char** out, unsigned char* size,
                    const unsigned char* offered, unsigned int offered_size, void*) {
    unsigned char* chosen = nullptr;
    const int found =
        SSL_select_next_proto(&chosen, size, spoken, sizeof spoken, offered, offered_size);
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

/// OpenSSL would ask for it on the terminal.
int no_passphrase(char*, int, int, void*) { return 0; }

/// What OpenSSL has against a file.
[[noreturn]] void refuse(const std::string& file) {
    const auto error = ERR_peek_last_error();
    const char* reason = ERR_reason_error_string(error);
    throw TlsTrouble(file + ": " + (reason ? reason : "cannot be read"));
}

bool is_mismatch(unsigned long error) {
    const int reason = ERR_GET_REASON(error);
    return ERR_GET_LIB(error) == ERR_LIB_X509 &&
           (reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH);
}

/// All of it is settled when this is compiled: what can be wrong is the memory.
void require(bool done) {
    if (!done) throw std::bad_alloc();
}

}  // namespace

void TlsContext::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

TlsContext::TlsContext(TlsFiles files, Time now)
    : files_(std::move(files)), context_(load(files_)), made_(now) {}

TlsContext::~TlsContext() = default;

void TlsContext::reload() {
    Context fresh = load(files_);
    const std::lock_guard lock(mutex_);
    context_.swap(fresh);
}

std::unique_ptr<TlsSession> TlsContext::open(int socket, Time now) {
    const std::lock_guard lock(mutex_);
    if (now - made_ >= ticket_life) renew(now);
    SSL* ssl = SSL_new(context_.get());
    if (!ssl) throw std::bad_alloc();
    auto session = std::make_unique<TlsSession>(ssl);
    BIO* bio = make_socket_bio(socket);
    if (!bio) throw std::bad_alloc();
    SSL_set_bio(ssl, bio, bio);
    return session;
}

TlsContext::Context TlsContext::make() {
    Context out(SSL_CTX_new(TLS_server_method()));
    if (!out) throw std::bad_alloc();
    SSL_CTX* context = out.get();
    SSL_CTX_set_security_level(context, 2);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    // Tickets keep sessions at the client: there is nothing to remember here.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_default_passwd_cb(context, no_passphrase);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    require(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) &&
            SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) &&
            SSL_CTX_set_cipher_list(context, ciphers_of_1_2) &&
            SSL_CTX_set_ciphersuites(context, ciphers_of_1_3) &&
            SSL_CTX_set1_groups_list(context, groups));
    return out;
}

TlsContext::Context TlsContext::load(const TlsFiles& files) {
    ERR_clear_error();
    Context out = make();
    if (SSL_CTX_use_certificate_chain_file(out.get(), files.certificate.c_str()) != 1)
        refuse(files.certificate);
    const X509* certificate = SSL_CTX_get0_certificate(out.get());
    if (SSL_CTX_use_PrivateKey_file(out.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1 &&
        !is_mismatch(ERR_peek_last_error()))
        refuse(files.key);
    // A key of another kind is kept beside the certificate, without a complaint.
    const EVP_PKEY* key = SSL_CTX_get0_privatekey(out.get());
    if (!key || X509_check_private_key(certificate, key) != 1)
        throw TlsTrouble("the key in " + files.key + " is not that of the certificate in " +
                         files.certificate);
    return out;
}

/// The same certificate with other keys for tickets, which OpenSSL draws for each context.
void TlsContext::renew(Time now) {
    Context fresh = make();
    STACK_OF(X509)* chain = nullptr;
    SSL_CTX_get0_chain_certs(context_.get(), &chain);
    require(SSL_CTX_use_cert_and_key(fresh.get(), SSL_CTX_get0_certificate(context_.get()),
                                     SSL_CTX_get0_privatekey(context_.get()), chain, 1));
    context_.swap(fresh);
    made_ = now;
}

}  // namespace asterism::http
