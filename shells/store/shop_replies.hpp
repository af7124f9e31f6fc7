#pragma once

#include "libcore/shop/replies.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlReplies final : public shop::Replies {
public:
    explicit SqlReplies(Db& db) : db_(db) {}

    bool begin(std::string_view key, std::string_view request, Instant at) override;
    std::optional<shop::KeptReply> hold(std::string_view key) override;
    void begin_again(std::string_view key, std::string_view request, Instant at) override;
    void finish(std::string_view key, const shop::Reply& reply) override;
    void drop(std::string_view key) override;
    std::int64_t count(Instant before) const override;
    std::int64_t forget(Instant before, std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
