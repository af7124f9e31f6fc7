#pragma once

#include <cstddef>
#include <libpq-fe.h>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace asterism::bench {

/// A prepared statement that somebody ran: its text, and what stood in it.
struct Asked {
    const std::string* text;  ///< the same pointer for the same text
    std::vector<std::optional<std::string>> values;
};

/// Writes down what prepared statements this process asks of PostgreSQL while it lives. There may
/// be one, and one connection that is listened to.
class Eavesdropper {
public:
    /// Texts are kept where the caller says, which outlives all that was told.
    explicit Eavesdropper(std::set<std::string>& texts);
    ~Eavesdropper();
    Eavesdropper(const Eavesdropper&) = delete;
    Eavesdropper& operator=(const Eavesdropper&) = delete;

    /// Everything since the last time.
    std::vector<Asked> take() { return std::exchange(asked_, {}); }

    void hear_prepare(const std::string& name, const char* text);
    void hear(const std::string& name, int count, const char* const* values);

private:
    std::set<std::string>& texts_;
    std::map<std::string, const std::string*> named_;
    std::vector<Asked> asked_;
};

/// Asks the same by bare libpq, each text prepared once.
class Repeater {
public:
    explicit Repeater(const std::string& uri);
    ~Repeater();
    Repeater(const Repeater&) = delete;
    Repeater& operator=(const Repeater&) = delete;

    /// Something without parameters; what its first column says, if anything.
    std::string run(const char* text);
    void tell(const Asked& asked);

private:
    void check(const PGresult* result) const;

    PGconn* connection_;
    std::map<const std::string*, std::string> prepared_;
};

}  // namespace asterism::bench
