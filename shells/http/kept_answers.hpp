#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shells/app/compressor.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Whether one of the tags in If-None-Match is this one, weakly compared.
bool names_tag(std::string_view field, std::string_view tag);

/// Which answer, in which state of what it is made from.
struct KeptName {
    std::string what;       ///< is asked, and by whom where that makes a difference
    std::int64_t seen = 0;  ///< the state of what everybody sees
    std::int64_t own = 0;   ///< the state of what one account sees otherwise
};

/// Bytes that many may be sending at once. What is given up is gone when the last has been sent.
using SharedBytes = std::shared_ptr<const std::string>;

/// One answer, in each coding that somebody has wished for.
class KeptAnswer {
public:
    KeptAnswer(std::int64_t version, std::string&& body);

    const std::string& body() const { return *bodies_[0]; }

    /// Compresses at the first wish; nobody else who wishes for the same does it again.
    SharedBytes in(app::Coding coding, const app::Compressor* compressor) const;

    /// A strong one, of these bytes in this coding.
    std::string tag(app::Coding coding) const;

private:
    std::string tag_;
    mutable std::array<std::once_flag, 3> made_;
    mutable std::array<SharedBytes, 3> bodies_;
};

/// Answers that stay the same until something is written, as bytes. Whoever writes says so by a
/// greater version; nothing is to be thrown away then. What was not asked for the longest goes
/// where there is no room. For many threads at once.
class KeptAnswers {
public:
    using Found = std::shared_ptr<const KeptAnswer>;

    static constexpr std::size_t usual_bytes = 1'024 * 1'024 * 1'024;

    explicit KeptAnswers(std::size_t most_bytes = usual_bytes) : most_bytes_(most_bytes) {}

    /// Null: it is not here, or is no longer true.
    Found find(const KeptName& name);
    /// Keeps it if there is room, and gives it back in any case.
    Found keep(const KeptName& name, std::string&& body);
    /// To be held by whoever makes an answer that takes long: others wait for it, then find it.
    std::unique_lock<std::mutex> making(std::string_view what);

private:
    static constexpr std::size_t most_answers = 4'096;

    struct Kept {
        KeptName name;
        Found answer;
    };

    using Order = std::list<Kept>;

    void drop(Order::iterator which);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    Order order_;  ///< the one that was asked for last is the first
    std::unordered_map<std::string_view, Order::iterator> by_name_;
    std::size_t bytes_ = 0;
    std::array<std::mutex, 16> makers_;
};

/// How a kept answer leaves.
struct Sending {
    const app::Compressor* compressor = nullptr;  ///< null: as it is
    bool tagged = true;  ///< anybody's cache may keep it, if it asks before it uses it
};

/// The answer in the coding that was wished for; to whoever has it already, it need not be sent:
/// 304.
void send(const Request& request, const KeptAnswer& answer, const Sending& how, Response& response);

}  // namespace asterism::http
