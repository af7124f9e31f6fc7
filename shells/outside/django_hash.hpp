#pragma once

#include <cstdint>
#include <string_view>

namespace asterism::outside {

/// What a password and a stored hash have to do with each other.
enum class Verdict : std::uint8_t {
    matches,
    differs,
    malformed,  ///< no hash of a form that is known here
    absurd      ///< its cost is over the caps; nothing was computed
};

/// Looks at a hash that Django stored, so that accounts can move in with the passwords they have:
///
///   form                                                cap
///   pbkdf2_sha256$<iterations>$<salt>$<base64>          2,000,000 iterations
///   bcrypt$$2b$<rounds>$<salt and tag>                  14 rounds (of powers of two)
///   bcrypt_sha256$$2b$<rounds>$<salt and tag>           14 rounds
///   scrypt$<n>$<salt>$<r>$<p>$<base64>                  128 MiB, and n r p of 2^21
///
/// Each cap is at least what Django 5.2 makes by default, and about a second of one core. A salt
/// has up to 64 bytes, a tag 16 to 64. As in Django, bcrypt sees the first 72 bytes of a password.
/// What begins with `argon2$` is Argon2Hasher's own matter, and malformed here.
Verdict look_at_django_hash(std::string_view hash, std::string_view password);

}  // namespace asterism::outside
