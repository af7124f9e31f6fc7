#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

#include "libcore/accounts/policy.hpp"
#include "libcore/base/text.hpp"
#include "shells/app/operation.hpp"

namespace asterism::python {

inline constexpr Fault actor_locked{"actor_locked", Kind::forbidden,
                                    "An operator keeps this account locked."};
inline constexpr Fault database_foreign{
    "database_foreign", Kind::conflict,
    "The database was brought up to date by another version of Asterism."};
inline constexpr Fault database_outdated{
    "database_outdated", Kind::conflict,
    "The database is of an earlier version. Run: asterism migrate up"};
inline constexpr Fault folder_in_use{
    "folder_in_use", Kind::conflict,
    "The data is of an earlier version, and another program is at work in the folder."};

/// What was opened is open no longer, or was opened by the process that forked this one.
struct NotOpen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// On whose behalf: nobody's, or the account's of that handle or number.
using Onbehalf = std::variant<std::monostate, Handle, AccountId>;

struct Place {
    std::string folder;    ///< the data folder; empty: the one that the program would use
    std::string database;  ///< a database's URL; empty: asterism.db in the folder
};

/// All use cases over one store: the same store, hashes and rules as the server's. May be used by
/// many threads at once.
class Library {
public:
    /// Opens the store, brings its schema up to date, and makes the folder if there is none.
    static Result<std::unique_ptr<Library>> open(const Place& place, accounts::Policy policy);

    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// Throws NotOpen after close().
    Result<Done> run(const app::Operation& operation, const Onbehalf& actor,
                     const app::json::value& input, app::Answer& answer);

    /// Waits for the runs that have begun. May be called again.
    void close();

    bool closed() const;

private:
    struct Open;
    explicit Library(std::unique_ptr<Open> open);

    std::unique_ptr<Open> open_;
};

}  // namespace asterism::python
