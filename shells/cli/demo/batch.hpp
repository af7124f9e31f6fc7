#pragma once

#include "shells/app/store.hpp"

namespace asterism::cli::demo {

/// A transaction that is open already, as a store: many runs become one. A run that is refused must
/// end the whole.
class Batch final : public app::Store {
public:
    explicit Batch(app::Unit& unit) : unit_(unit) {}

    void read(app::FunctionRef<void(app::Unit&)> work) override { work(unit_); }

    void write(app::Work work) override { work(unit_); }

    void ping() override {}

private:
    app::Unit& unit_;
};

}  // namespace asterism::cli::demo
