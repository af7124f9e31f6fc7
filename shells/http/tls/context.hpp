#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "shells/http/tls/session.hpp"

struct ssl_ctx_st;

namespace asterism::http {

/// Why a certificate or its key cannot be used, in words for whoever put them there.
struct TlsTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// PEM files: a certificate followed by those that vouch for it, and its key without a passphrase.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

/// How a server speaks TLS: 1.2 with forward secrecy and authenticated ciphers, or 1.3. From any
/// thread. Sessions go on with what they began with, whatever is loaded later.
class TlsContext {
public:
    using Time = std::chrono::steady_clock::time_point;
    /// The keys of the tickets by which clients resume sessions are thrown away so often.
    static constexpr std::chrono::hours ticket_life{24};

    /// Throws TlsTrouble.
    TlsContext(TlsFiles files, Time now);
    ~TlsContext();
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;

    /// Reads the files again. Throws TlsTrouble, and keeps what it had.
    void reload();

    /// For a socket that has just been accepted. Throws std::bad_alloc.
    std::unique_ptr<TlsSession> open(int socket, Time now);

private:
    struct Free {
        void operator()(ssl_ctx_st* context) const;
    };

    using Context = std::unique_ptr<ssl_ctx_st, Free>;

    static Context make();
    static Context load(const TlsFiles& files);
    void renew(Time now);

    const TlsFiles files_;
    std::mutex mutex_;
    Context context_;
    Time made_;  ///< the keys for tickets, with the context
};

}  // namespace asterism::http
