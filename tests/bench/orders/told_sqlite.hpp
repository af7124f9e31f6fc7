#pragma once

#include <map>
#include <set>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tests/bench/raw.hpp"

namespace asterism::bench {

/// A statement that somebody ran: its text, and what stood in it.
struct Told {
    using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

    const std::string* text;  ///< the same pointer for the same text
    std::vector<Value> values;
};

/// Writes down what is asked of SQLite, in connections opened while it lives. There may be one.
class Listener {
public:
    /// Texts are kept where the caller says, which outlives all that was told.
    explicit Listener(std::set<std::string, std::less<>>& texts);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Everything since the last time, but for where transactions begin and end.
    std::vector<Told> take();

    void hear(sqlite3_stmt* statement);

    void hear_end(sqlite3_stmt* statement) { at_work_.erase(statement); }

private:
    std::set<std::string, std::less<>>& texts_;
    std::set<sqlite3_stmt*> at_work_;
    std::vector<Told> told_;
};

/// Asks the same of bare SQLite, each text prepared once.
class Teller {
public:
    explicit Teller(Raw& raw) : raw_(raw) {}

    ~Teller();
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;

    void tell(const Told& told);

private:
    Raw& raw_;
    std::map<const std::string*, sqlite3_stmt*> prepared_;
};

}  // namespace asterism::bench
