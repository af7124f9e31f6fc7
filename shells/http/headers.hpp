#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace asterism::http {

/// What browsers are told about coming back by https alone.
enum class Hsts : std::uint8_t {
    none,    ///< nothing: the site is served in the clear
    year,    ///< for a year, and for all names below this one
    preload  ///< and that they may be shipped with this knowledge
};

/// Whom browsers tell the address that they come from.
enum class Referrer : std::uint8_t {
    usual,        ///< others hear of the site
    same_origin,  ///< nobody else
    none          ///< nobody, as of a mailed link
};

/// What the header lines of an answer depend on.
struct HeaderKind {
    Hsts hsts = Hsts::none;
    Referrer referrer = Referrer::usual;
};

/// Header lines for every answer that is data: nothing in it is ever run or framed.
std::string_view data_headers(HeaderKind kind);

/// Header lines for our own pages: everything from our own origin, nothing inline.
std::string_view page_headers(HeaderKind kind);

/// Header lines for files that strangers have sent: anybody may keep them and show them anywhere,
/// and they can do nothing.
std::string_view media_headers(HeaderKind kind);

/// The lines above with another Content-Security-Policy, made once.
class HeaderBlocks {
public:
    HeaderBlocks() = default;
    explicit HeaderBlocks(std::string_view policy);

    std::string_view of(HeaderKind kind) const;

private:
    std::array<std::array<std::string, 3>, 3> lines_;  ///< by Hsts, then by Referrer
};

/// Whether an address carries, or is reached by, a token that was mailed to somebody.
bool is_secret_address(std::string_view path);

}  // namespace asterism::http
