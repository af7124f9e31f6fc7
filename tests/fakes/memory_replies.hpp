#pragma once

#include <algorithm>

#include "tests/fakes/memory_shop.hpp"

namespace asterism::tests {

class MemoryReplies : public shop::Replies {
public:
    MemoryReplies(ShopTables& tables, Calls& calls) : rows_(tables.replies), calls_(calls) {}

    bool begin(std::string_view key, std::string_view request, Instant at) override {
        return calls_.write([&] {
            return rows_.try_emplace(std::string(key), std::string(request), shop::Reply{}, at)
                .second;
        });
    }

    std::optional<shop::KeptReply> hold(std::string_view key) override {
        return calls_.read([&]() -> std::optional<shop::KeptReply> {
            const auto found = rows_.find(key);
            if (found == rows_.end()) return std::nullopt;
            return found->second;
        });
    }

    void begin_again(std::string_view key, std::string_view request, Instant at) override {
        calls_.write([&] { rows_.find(key)->second = {std::string(request), {}, at}; });
    }

    void finish(std::string_view key, const shop::Reply& reply) override {
        calls_.write([&] {
            if (const auto found = rows_.find(key); found != rows_.end())
                found->second.reply = reply;
        });
    }

    void drop(std::string_view key) override {
        calls_.write([&] {
            if (const auto found = rows_.find(key); found != rows_.end()) rows_.erase(found);
        });
    }

    std::int64_t count(Instant before) const override {
        return calls_.read([&] {
            return std::ranges::count_if(
                rows_, [&](const auto& each) { return each.second.begun < before; });
        });
    }

    std::int64_t forget(Instant before, std::int64_t limit) override {
        return calls_.write([&] {
            return std::int64_t(std::erase_if(rows_, [&](const auto& each) {
                return each.second.begun < before && limit-- > 0;
            }));
        });
    }

private:
    std::map<std::string, shop::KeptReply, std::less<>>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
