#include "tests/bench/orders/told_sqlite.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <stdexcept>
#include <utility>

namespace asterism::bench {
namespace {

Listener* listening = nullptr;

/// Whoever runs a statement runs what it sets off as well, which is told on the way: by triggers as
/// a comment, by foreign keys under the text of the statement that is at work.
int on_statement(unsigned what, void*, void* started, void* words) {
    auto* statement = static_cast<sqlite3_stmt*>(started);
    if (!listening) return 0;
    if (what == SQLITE_TRACE_PROFILE)
        listening->hear_end(statement);
    else if (!std::string_view(static_cast<const char*>(words)).starts_with("--"))
        listening->hear(statement);
    return 0;
}

int on_open(sqlite3* db, char**, const sqlite3_api_routines*) {
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, &on_statement, nullptr);
}

auto* const opener = reinterpret_cast<void (*)()>(&on_open);

bool word(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The literal that `text` begins with, taken off.
Told::Value literal(std::string_view& text) {
    if (text.starts_with('\'')) {
        std::string out;
        std::size_t at = 1;
        for (; text[at] != '\'' || (at + 1 < text.size() && text[at + 1] == '\''); ++at) {
            if (text[at] == '\'') ++at;
            out += text[at];
        }
        text.remove_prefix(at + 1);
        return out;
    }
    const auto end = std::ranges::find_if_not(
        text, [](char c) { return word(c) || c == '.' || c == '-' || c == '+'; });
    const std::string token(text.begin(), end);
    text.remove_prefix(token.size());
    if (token == "NULL") return nullptr;
    if (token.find_first_of(".eE") != token.npos) return std::stod(token);
    return std::int64_t{std::stoll(token)};
}

/// What stands in `filled` where `text` has names, each name once.
std::vector<Told::Value> values_of(std::string_view text, std::string_view filled) {
    std::vector<Told::Value> out;
    std::vector<std::string_view> names;
    bool quoted = false;
    while (!text.empty()) {
        if (text[0] == '\'') quoted = !quoted;
        if (quoted || text.size() < 2 || text[0] != ':' || !word(text[1])) {
            text.remove_prefix(1);
            filled.remove_prefix(1);
            continue;
        }
        const auto* end = std::ranges::find_if_not(text.substr(1), &word);
        const std::string_view name(text.data(), static_cast<std::size_t>(end - text.data()));
        text.remove_prefix(name.size());
        auto value = literal(filled);
        if (std::ranges::find(names, name) != names.end()) continue;
        names.push_back(name);
        out.push_back(std::move(value));
    }
    return out;
}

bool of_transaction(std::string_view text) {
    constexpr std::array words{"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA"};
    return std::ranges::any_of(words, [&](const char* each) { return text.starts_with(each); });
}

void bind(sqlite3_stmt* to, int at, const Told::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(to, at, *number);
    else if (const auto* real = std::get_if<double>(&value))
        sqlite3_bind_double(to, at, *real);
    else if (const auto* words = std::get_if<std::string>(&value))
        sqlite3_bind_text(to, at, words->data(), static_cast<int>(words->size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(to, at);
}

}  // namespace

Listener::Listener(std::set<std::string, std::less<>>& texts) : texts_(texts) {
    if (listening) throw std::logic_error("one listener at a time");
    listening = this;
    sqlite3_auto_extension(opener);
}

Listener::~Listener() {
    sqlite3_cancel_auto_extension(opener);
    listening = nullptr;
}

std::vector<Told> Listener::take() { return std::exchange(told_, {}); }

void Listener::hear(sqlite3_stmt* statement) {
    if (!at_work_.insert(statement).second) return;
    const std::string_view text = sqlite3_sql(statement);
    if (of_transaction(text)) return;
    const std::unique_ptr<char, void (*)(void*)> filled(sqlite3_expanded_sql(statement),
                                                        &sqlite3_free);
    told_.push_back({&*texts_.emplace(text).first, values_of(text, filled.get())});
}

Teller::~Teller() {
    for (const auto& [text, statement] : prepared_) sqlite3_finalize(statement);
}

void Teller::tell(const Told& told) {
    auto*& statement = prepared_[told.text];
    if (!statement) statement = raw_.prepare(told.text->c_str());
    int at = 0;
    for (const auto& value : told.values) bind(statement, ++at, value);
    int state = SQLITE_ROW;
    while (state == SQLITE_ROW) {
        state = sqlite3_step(statement);
        for (int i = 0; state == SQLITE_ROW && i < sqlite3_column_count(statement); ++i)
            text(statement, i);
    }
    sqlite3_reset(statement);
    if (state != SQLITE_DONE) throw std::runtime_error("cannot tell again: " + *told.text);
}

}  // namespace asterism::bench
