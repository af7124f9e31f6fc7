#include "shells/outside/argon2.hpp"

#include <argon2.h>
#include <span>
#include <stdexcept>
#include <utility>

#include <openssl/crypto.h>

namespace asterism::outside {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t tag_bytes = 32;
constexpr Argon2Cost most{262'144, 10, 4};
constexpr std::uint32_t most_django_lanes = 8;      // what Django makes by default
constexpr std::string_view django_mark = "argon2";  // before a PHC string of Django's

bool absurd(const Argon2Cost& cost, std::uint32_t most_lanes = most.lanes) {
    return cost.memory_kib > most.memory_kib || cost.passes > most.passes ||
           cost.lanes > most_lanes || cost.memory_kib < 8 * cost.lanes;
}

/// libargon2's allocator learns nothing from its caller but the thread that it runs on.
thread_local Arena* current = nullptr;

int take_memory(std::uint8_t** memory, std::size_t bytes) {
    *memory = static_cast<std::uint8_t*>(current->take(bytes));
    return *memory ? ARGON2_OK : ARGON2_MEMORY_ALLOCATION_ERROR;
}

void leave_memory(std::uint8_t* memory, std::size_t bytes) { current->leave(memory, bytes); }

/// libargon2 wants to be able to wipe what it is given; it is not told to.
std::uint8_t* raw(std::string_view bytes) {
    return reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data()));
}

argon2_context context_of(const Argon2Cost& cost, std::string_view salt,
                          std::string_view password) {
    argon2_context out{};
    out.pwd = raw(password);
    out.pwdlen = static_cast<std::uint32_t>(password.size());
    out.salt = raw(salt);
    out.saltlen = static_cast<std::uint32_t>(salt.size());
    out.t_cost = cost.passes;
    out.m_cost = cost.memory_kib;
    out.lanes = cost.lanes;
    out.threads = 1;  // the pool decides how many cores are busy, not a stored hash
    out.version = ARGON2_VERSION_13;
    out.allocate_cbk = &take_memory;
    out.free_cbk = &leave_memory;
    out.flags = ARGON2_DEFAULT_FLAGS;
    return out;
}

}  // namespace

Argon2Hasher::Argon2Hasher(Entropy& entropy, Argon2Options options)
    : entropy_(entropy),
      options_(std::move(options)),
      pool_({options_.threads, std::size_t{options_.cost.memory_kib} * 1024, options_.waiting,
             options_.idle}) {
    if (absurd(options_.cost)) throw std::invalid_argument("this cost of a password is absurd");
}

std::string Argon2Hasher::hash(std::string_view password) const {
    PasswordHash made{options_.cost, std::string(salt_bytes, '\0'), {}};
    entropy_.fill(std::as_writable_bytes(std::span(made.salt)));
    made.tag = tag(made.cost, made.salt, tag_bytes, password);
    return to_phc(made);
}

bool Argon2Hasher::verify(std::string_view hash, std::string_view password) const {
    const auto verdict = look(hash, password);
    if (verdict == Verdict::absurd && options_.alarm)
        options_.alarm("a stored password hash asks for an absurd cost");
    return verdict == Verdict::matches;
}

Verdict Argon2Hasher::look(std::string_view hash, std::string_view password) const {
    const bool from_django = hash.starts_with(django_mark);
    const auto stored = from_phc(from_django ? hash.substr(django_mark.size()) : hash);
    if (!stored) {
        const ArenaPool::Lease place(pool_);  // no arena is needed, but a turn
        return look_at_django_hash(hash, password);
    }
    if (absurd(stored->cost, from_django ? most_django_lanes : most.lanes)) return Verdict::absurd;
    const auto found = tag(stored->cost, stored->salt, stored->tag.size(), password);
    const bool same = ::CRYPTO_memcmp(found.data(), stored->tag.data(), found.size()) == 0;
    return same ? Verdict::matches : Verdict::differs;
}

bool Argon2Hasher::outdated(std::string_view hash) const {
    const auto stored = from_phc(hash);
    const auto& today = options_.cost;
    return !stored || stored->cost.memory_kib < today.memory_kib ||
           stored->cost.passes < today.passes || stored->cost.lanes < today.lanes ||
           stored->salt.size() < salt_bytes || stored->tag.size() < tag_bytes;
}

std::string Argon2Hasher::tag(const Argon2Cost& cost, std::string_view salt, std::size_t size,
                              std::string_view password) const {
    const ArenaPool::Lease lease(pool_);
    std::string out(size, '\0');
    auto context = context_of(cost, salt, password);
    context.out = raw(out);
    context.outlen = static_cast<std::uint32_t>(out.size());
    current = &lease.arena();
    const int outcome = ::argon2id_ctx(&context);
    current = nullptr;
    if (outcome != ARGON2_OK) throw std::runtime_error(::argon2_error_message(outcome));
    return out;
}

}  // namespace asterism::outside
