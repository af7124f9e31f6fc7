#include "tests/http/tls_client.hpp"

#include <csignal>
#include <cstdio>
#include <fstream>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <sys/socket.h>

namespace asterism::http::testing {
namespace {

namespace fs = std::filesystem;

EVP_PKEY* make_key(Identity::Kind kind) {
    if (kind == Identity::Kind::p256) return EVP_EC_gen("P-256");
    return EVP_RSA_gen(kind == Identity::Kind::rsa_2048 ? 2048U : 1024U);
}

X509* make_certificate(EVP_PKEY* key, const std::string& name) {
    X509* out = X509_new();
    X509_set_version(out, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(out), 1);
    X509_gmtime_adj(X509_getm_notBefore(out), 0);
    X509_gmtime_adj(X509_getm_notAfter(out), 3600);
    X509_set_pubkey(out, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(out), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_issuer_name(out, X509_get_subject_name(out));
    X509_sign(out, key, EVP_sha256());
    return out;
}

int connect_to(std::uint16_t port, int room) {
    const int out = ::socket(AF_INET, SOCK_STREAM, 0);
    if (room != 0) setsockopt(out, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(out, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
    return out;
}

}  // namespace

Identity::Identity(std::string_view name, Kind kind) {
    auto pattern = (fs::temp_directory_path() / "asterism-tls-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    EVP_PKEY* key = make_key(kind);
    X509* certificate = make_certificate(key, std::string(name));
    std::FILE* file = std::fopen(files().certificate.c_str(), "w");
    PEM_write_X509(file, certificate);
    std::fclose(file);
    file = std::fopen(files().key.c_str(), "w");
    PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

Identity::~Identity() { fs::remove_all(folder_); }

TlsFiles Identity::files() const { return {folder_ / "chain.pem", folder_ / "key.pem"}; }

void Identity::become(const Identity& other) const {
    const auto over = fs::copy_options::overwrite_existing;
    fs::copy_file(other.files().certificate, files().certificate, over);
    fs::copy_file(other.files().key, files().key, over);
}

void Identity::lock(std::string_view passphrase) const {
    std::FILE* file = std::fopen(files().key.c_str(), "r");
    EVP_PKEY* key = PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
    std::fclose(file);
    file = std::fopen(files().key.c_str(), "w");
    PEM_write_PrivateKey(file, key, EVP_aes_128_cbc(),
                         reinterpret_cast<const unsigned char*>(passphrase.data()),
                         static_cast<int>(passphrase.size()), nullptr, nullptr);
    std::fclose(file);
    EVP_PKEY_free(key);
}

void Identity::spoil(std::string_view file, std::string_view text) const {
    std::ofstream(folder_ / file) << text;
}

TlsClient::TlsClient(std::uint16_t port, const Willing& willing)
    : TlsClient(connect_to(port, willing.room), willing) {}

TlsClient::TlsClient(int socket, const Willing& willing)
    : socket_(socket), context_(SSL_CTX_new(TLS_client_method())) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL's own sockets raise it
    const timeval longest{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    // Whatever is refused shall be refused by the server.
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_min_proto_version(context_.get(), willing.least);
    SSL_CTX_set_max_proto_version(context_.get(), willing.most);
    if (!willing.ciphers.empty())
        REQUIRE(SSL_CTX_set_cipher_list(context_.get(), willing.ciphers.c_str()) == 1);
    if (!willing.groups.empty())
        REQUIRE(SSL_CTX_set1_groups_list(context_.get(), willing.groups.c_str()) == 1);
    ssl_.reset(SSL_new(context_.get()));
    if (!willing.protocols.empty())
        SSL_set_alpn_protos(ssl(), reinterpret_cast<const unsigned char*>(willing.protocols.data()),
                            static_cast<unsigned>(willing.protocols.size()));
    if (willing.resumes) SSL_set_session(ssl(), willing.resumes);
    SSL_set_fd(ssl(), socket_);
}

TlsClient::~TlsClient() { close(socket_); }

bool TlsClient::greet() {
    ERR_clear_error();
    return SSL_connect(ssl()) == 1;
}

bool TlsClient::send(std::string_view bytes) {
    std::size_t sent = 0;
    ERR_clear_error();
    return bytes.empty() || SSL_write_ex(ssl(), bytes.data(), bytes.size(), &sent) == 1;
}

bool TlsClient::fill() {
    char bytes[16'384];
    std::size_t size = 0;
    ERR_clear_error();
    if (SSL_read_ex(ssl(), bytes, sizeof bytes, &size) == 1) {
        got_.append(bytes, size);
        return true;
    }
    if (SSL_get_error(ssl(), 0) != SSL_ERROR_ZERO_RETURN) got_ += "cut off";
    return false;
}

std::string TlsClient::read_all() {
    while (fill()) {
    }
    return std::exchange(got_, {});
}

std::string TlsClient::read_one() {
    std::size_t head = 0;
    while ((head = got_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) return std::exchange(got_, {});
    const auto length = got_.find("Content-Length: ");
    const std::size_t size = head + 4 + std::stoul(got_.substr(length + 16));
    while (got_.size() < size && fill()) {
    }
    auto one = got_.substr(0, size);
    got_.erase(0, size);
    return one;
}

std::string TlsClient::server() {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(ssl()),
                                                                  &X509_free);
    char name[64] = "";
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name,
                              sizeof name);
    return name;
}

}  // namespace asterism::http::testing
