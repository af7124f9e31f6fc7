#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

#include "shells/http/tls/context.hpp"

namespace asterism::http::testing {

/// Frees what OpenSSL made.
struct Free {
    void operator()(SSL* ssl) const { SSL_free(ssl); }

    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }

    void operator()(SSL_SESSION* session) const { SSL_SESSION_free(session); }
};

/// A folder with a certificate that vouches for itself, and its key; both made anew.
class Identity {
public:
    enum class Kind { p256, rsa_2048, rsa_1024 };

    explicit Identity(std::string_view name, Kind kind = Kind::p256);
    ~Identity();
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;

    TlsFiles files() const;

    /// Puts another one's files in the place of these.
    void become(const Identity& other) const;
    /// Locks the key with a passphrase.
    void lock(std::string_view passphrase) const;
    /// "chain.pem" or "key.pem" overwritten with this.
    void spoil(std::string_view file, std::string_view text) const;

private:
    std::filesystem::path folder_;
};

/// What a client is willing to do. Empty texts: whatever OpenSSL does.
struct Willing {
    int least = TLS1_2_VERSION;
    int most = TLS1_3_VERSION;
    std::string ciphers = {};  ///< up to TLS 1.2
    std::string groups = {};
    std::string protocols = {};  ///< as on the wire: "\x08http/1.1"
    SSL_SESSION* resumes = nullptr;
    int room = 0;  ///< bytes that may be on their way to it; 0: as many as the system likes
};

/// A client's end of a connection with OpenSSL over it, which waits for nothing longer than a test
/// should take.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, const Willing& willing = {});
    /// Over a connected socket, which it closes.
    TlsClient(int socket, const Willing& willing);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// Whether the handshake succeeds.
    bool greet();
    /// False where the server has gone away meanwhile.
    bool send(std::string_view bytes);
    /// All there is until the server ends it; "cut off" at its end if that was not said properly.
    std::string read_all();
    /// One answer, told by its Content-Length.
    std::string read_one();

    /// Says that no more will come.
    void end() { SSL_shutdown(ssl()); }

    SSL* ssl() { return ssl_.get(); }

    std::string version() { return SSL_get_version(ssl()); }

    std::string cipher() { return SSL_get_cipher(ssl()); }

    /// Whom the server's certificate names.
    std::string server();

    /// For another client to resume; to be asked for after something was read.
    std::unique_ptr<SSL_SESSION, Free> session() {
        return std::unique_ptr<SSL_SESSION, Free>(SSL_get1_session(ssl()));
    }

private:
    bool fill();

    int socket_;
    std::unique_ptr<SSL_CTX, Free> context_;
    std::unique_ptr<SSL, Free> ssl_;
    std::string got_;
};

}  // namespace asterism::http::testing
