#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "libcore/accounts/ports.hpp"
#include "libcore/base/entropy.hpp"
#include "shells/outside/arena.hpp"
#include "shells/outside/django_hash.hpp"
#include "shells/outside/phc.hpp"

namespace asterism::outside {

struct Argon2Options {
    Argon2Cost cost = {};
    unsigned threads = 2;   ///< hashes computed at once, each in an arena of its own
    unsigned waiting = 64;  ///< callers that may wait for one of them; one more is told Busy
    std::chrono::seconds idle{10};  ///< after which an arena's memory is given back
    std::function<void(std::string_view)> alarm = {};  ///< hears of stored hashes of absurd cost
};

/// Argon2id (RFC 9106); verifies what Django stored as well (django_hash.hpp), which is outdated at
/// once. May be used by many threads at once; throws app::Busy when too many do.
class Argon2Hasher final : public accounts::Hasher {
public:
    explicit Argon2Hasher(Entropy& entropy, Argon2Options options = {});

    std::string hash(std::string_view password) const override;
    /// Refuses, without computing, what costs more than 256 MiB, ten passes or four lanes (eight in
    /// `argon2$argon2id$…` of Django, whose default they are), or is over the caps of
    /// django_hash.hpp.
    bool verify(std::string_view hash, std::string_view password) const override;
    bool outdated(std::string_view hash) const override;

    /// Gives back the memory of arenas that nobody has used for a while. Also done whenever a hash
    /// is finished; a shell calls it now and then. How many it gave back.
    unsigned trim(ArenaPool::Moment now) const { return pool_.trim(now); }

private:
    Verdict look(std::string_view hash, std::string_view password) const;
    std::string tag(const Argon2Cost& cost, std::string_view salt, std::size_t size,
                    std::string_view password) const;

    Entropy& entropy_;
    Argon2Options options_;
    mutable ArenaPool pool_;
};

}  // namespace asterism::outside
