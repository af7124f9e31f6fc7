#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "shells/store/db.hpp"

namespace asterism::store {

/// A bounded set of connections, opened when they are needed and kept.
class Connections {
public:
    using Open = std::function<std::unique_ptr<Db>()>;

    Connections(std::size_t most, Open open) : most_(most), open_(std::move(open)) {}

    /// A connection in a transaction, lent out. Whoever does not give it back in good order loses
    /// it: a connection in an unknown state is closed.
    class Loan {
    public:
        explicit Loan(Connections& from, Access access);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        Db& db() { return *db_; }

        void commit();
        void rollback();

    private:
        Connections& from_;
        std::unique_ptr<Db> db_;
        bool open_ = true;  ///< the transaction
    };

private:
    /// A kept connection, or none if a new one may be opened. Throws app::StoreUnavailable if all
    /// are lent out for two seconds.
    std::unique_ptr<Db> take();
    void give_back(std::unique_ptr<Db> db) noexcept;
    std::unique_ptr<Db> begun(Access access);

    std::size_t most_;
    Open open_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Db>> kept_;
    std::size_t lent_ = 0;
};

}  // namespace asterism::store
