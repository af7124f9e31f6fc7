#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace asterism::store {

/// What an engine's refusal means to us, whichever engine it is.
enum class Trouble : std::uint8_t {
    away,        ///< it cannot be reached, or its files cannot
    slow,        ///< it did not answer, or somebody held a lock, for too long
    full,        ///< no room on the disk or in memory
    collision,   ///< the transaction lost against another; worth running again
    constraint,  ///< the data would break a rule of the schema
    broken       ///< our SQL, the schema or the file is wrong
};

/// A refusal that waiting does not cure. The others are app::StoreUnavailable.
class DbError : public std::runtime_error {
public:
    DbError(Trouble trouble, const std::string& text)
        : std::runtime_error(text), trouble_(trouble) {}

    Trouble trouble() const { return trouble_; }

private:
    Trouble trouble_;
};

/// Throws app::StoreUnavailable for away, slow and full, DbError for the rest.
[[noreturn]] void raise(Trouble trouble, const std::string& text);

}  // namespace asterism::store
