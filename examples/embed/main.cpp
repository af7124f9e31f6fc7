/// Asterism's rules inside another program: no server, no database, no JSON. Only the core is
/// linked; what it needs of the world is in the two headers beside this file.

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "examples/embed/memory.hpp"
#include "examples/embed/secrets.hpp"
#include "libcore/accounts/use_cases.hpp"
#include "libcore/sky/use_cases.hpp"

namespace {

using namespace asterism;

/// The value, or the end of the program.
template <class T>
T must(Result<T> result) {
    if (result) return std::move(*result);
    std::cerr << result.error().fault->text << ' ' << result.error().detail << '\n';
    std::exit(1);
}

Now now() {
    return {std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())};
}

/// The last part of the first link in the newest mail.
std::string token_in(const mail::Messages& messages) {
    const auto text = messages.latest(1).at(0).draft.text;
    const auto end = text.find("/\n", text.find("http"));
    const auto begin = text.rfind('/', end - 1) + 1;
    return text.substr(begin, end - begin);
}

}  // namespace

int main() {
    embed::MemoryAccounts accounts;
    embed::MemorySessions sessions;
    embed::MemoryTickets tickets;
    embed::MemoryLockouts lockouts;
    embed::MemoryMessages messages;
    const embed::NoIdentities identities;
    embed::NoTasks tasks;
    embed::SystemEntropy entropy;
    const embed::CryptHasher hasher;
    const embed::CryptFingerprint fingerprint;
    Events events;
    const Caller caller;
    const accounts::Policy policy;
    audit::Trail trail;
    const accounts::Run run{now(), caller, policy, entropy, fingerprint, trail};
    const mail::Outbox outbox{messages, tasks};

    accounts::RegisterAccount form;
    form.handle = must(Handle::parse("ada"));
    form.email = must(Email::parse("ada@example.org"));
    form.password = must(Password::parse("Correct-horse!"));
    const auto vetted = must(accounts::vet_registration(policy, accounts, identities, form));
    const auto hash = accounts::hash_registration(hasher, vetted, form);
    must(accounts::register_account(run, accounts, tickets, outbox, hash, form));
    std::printf("Registered. The mail says: %s\n", messages.latest(1)[0].draft.subject.c_str());
    const accounts::VerifyEmail link{token_in(messages)};
    must(accounts::verify_email(run, accounts, tickets, outbox, events, link));

    const accounts::LogIn login{"ada", form.password, {}};
    const auto candidate = must(accounts::reserve_log_in(run, accounts, lockouts, login));
    const auto check = accounts::check_log_in(hasher, candidate, login);
    const accounts::Door door{sessions, lockouts, tickets};
    const auto in = must(accounts::log_in(run, {}, accounts, door, check, login));
    std::printf("Signed in: %s, noted %zu events.\n", in.account.handle.c_str(),
                trail.events().size());

    const auto moon = must(sky::moon_at(run.now, {}));
    std::printf("The Moon is %.0f %% lit and %s.\n", 100 * moon.illumination,
                moon.waxing ? "waxing" : "waning");
}
