#pragma once

#include "shells/app/cache.hpp"
#include "shells/http/message.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http {

/// What anybody was answered not long ago, where a route says that this is good enough. For many
/// threads at once.
class RecentAnswers {
public:
    explicit RecentAnswers(app::Cache& cache) : cache_(cache) {}

    /// Fills in the answer; false: there is none that is young enough.
    bool find(const Route& route, Instant now, Response& response) const;
    void keep(const Route& route, Instant now, const Response& response) const;

private:
    app::Cache& cache_;
};

}  // namespace asterism::http
