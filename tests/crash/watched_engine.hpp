#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "shells/store/engine.hpp"
#include "shells/store/group_writer.hpp"

namespace asterism::store::testing {

/// An engine of one connection, of which every statement can be watched. On SQLite all its work
/// goes through the thread that writes, as a server's does.
class WatchedEngine final : public Engine {
public:
    using Open = std::function<std::unique_ptr<Db>()>;

    WatchedEngine(Open open, bool grouped, Watch* watch = nullptr);

    void read_db(app::FunctionRef<void(Db&)> work) override;
    void write_db(app::FunctionRef<bool(Db&)> work) override;

protected:
    std::unique_ptr<Db> connect() override { return open_(); }

private:
    Open open_;
    std::unique_ptr<Db> db_;
    std::optional<GroupWriter> writer_;
};

}  // namespace asterism::store::testing
