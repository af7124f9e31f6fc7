#include "shells/store/connections.hpp"

#include "shells/app/store.hpp"

namespace asterism::store {

std::unique_ptr<Db> Connections::take() {
    std::unique_lock lock(mutex_);
    const bool free =
        returned_.wait_for(lock, std::chrono::seconds{2}, [this] { return lent_ < most_; });
    if (!free) throw app::StoreUnavailable("all connections to the database are in use");
    ++lent_;
    if (kept_.empty()) return nullptr;
    auto db = std::move(kept_.back());
    kept_.pop_back();
    return db;
}

void Connections::give_back(std::unique_ptr<Db> db) noexcept {
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (db) kept_.push_back(std::move(db));
    }
    returned_.notify_one();
}

/// A kept connection may have died in its sleep. As long as nothing was done on it, a new one does
/// as well.
std::unique_ptr<Db> Connections::begun(Access access) {
    auto db = take();
    try {
        if (db) {
            try {
                db->begin(access);
                return db;
            } catch (const app::StoreUnavailable&) {
                const std::lock_guard lock(mutex_);
                kept_.clear();  // the others slept as long
            }
        }
        db = open_();
        db->begin(access);
        return db;
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

Connections::Loan::Loan(Connections& from, Access access) : from_(from), db_(from.begun(access)) {}

Connections::Loan::~Loan() {
    const bool sound = !open_ || db_->rollback();
    from_.give_back(sound ? std::move(db_) : nullptr);
}

void Connections::Loan::commit() {
    db_->commit();
    open_ = false;
}

void Connections::Loan::rollback() {
    if (db_->rollback()) open_ = false;
}

}  // namespace asterism::store
