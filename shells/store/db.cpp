#include "shells/store/db.hpp"

#include <algorithm>

#include "shells/app/store.hpp"

namespace asterism::store {

void raise(Trouble trouble, const std::string& text) {
    switch (trouble) {
        case Trouble::away:
        case Trouble::slow:
        case Trouble::full: throw app::StoreUnavailable(text);
        case Trouble::collision:
        case Trouble::constraint:
        case Trouble::broken: break;
    }
    throw DbError(trouble, text);
}

namespace {

/// The lines of a script that one engine is to have.
std::string part_for(std::string_view engine, std::string_view statements) {
    std::string out;
    for (bool ours = true; !statements.empty();) {
        const auto line = statements.substr(0, statements.find('\n'));
        statements.remove_prefix(std::min(statements.size(), line.size() + 1));
        if (line.starts_with("-- only ")) ours = line.substr(8) == engine;
        if (line == "-- both") ours = true;
        if (ours) out.append(line).append(1, '\n');
    }
    return out;
}

}  // namespace

void Db::begin(Access access) {
    failed_ = false;
    send_begin(access);
}

void Db::check_sound() const {
    if (failed_) throw DbError(Trouble::broken, "a statement of this transaction had failed");
}

void Db::commit() {
    check_sound();  // PostgreSQL answers COMMIT of a failed transaction with a friendly ROLLBACK
    if (watch_) watch_->before();
    send_commit();
    done();
}

bool Db::rollback() noexcept {
    try {
        return send_rollback();
    } catch (...) {
        return false;
    }
}

void Db::open_savepoint() { run("SAVEPOINT work"); }

void Db::keep_savepoint() { run("RELEASE work"); }

void Db::undo_savepoint() {
    run("ROLLBACK TO work");
    run("RELEASE work");
    failed_ = false;
}

void Db::script(std::string_view statements) {
    constexpr std::string_view placeholder = "@id@";
    auto text = part_for(engine(), statements);
    for (auto at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder)) {
        text.replace(at, placeholder.size(), own_number());
    }
    try {
        send_script(text);
    } catch (...) {
        failed_ = true;
        throw;
    }
}

Statement& Db::statement(Sql text, const Shape& shape) {
    ++runs_;
    if (watch_) watch_->before();
    auto& kept = statements_[Key{text.sqlite(), text.postgres(), &shape}];
    if (kept) return *kept;
    try {
        kept = prepare(text, shape);
    } catch (...) {
        failed_ = true;
        throw;
    }
    return *kept;
}

bool Db::step(Statement& statement) {
    try {
        return statement.step();
    } catch (...) {
        failed_ = true;
        throw;
    }
}

}  // namespace asterism::store
