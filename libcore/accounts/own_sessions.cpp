#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"

namespace asterism::accounts {

Result<SessionList> list_sessions(Now now, Actor actor, const Sessions& sessions, const NoInput&) {
    SessionList list;
    for (const auto& [session, created_at, address, agent] : sessions.list(actor.account)) {
        if (!alive(session, now.at)) continue;
        list.items.push_back({session.id, created_at, session.last_seen, session.lifetime.expires,
                              address, agent, session.lifetime.remember,
                              session.id == actor.session});
    }
    return list;
}

Result<SessionsEnded> end_session(const Run& run, Actor actor, Sessions& sessions,
                                  const EndSession& input) {
    const auto found = sessions.find(input.session);
    // Somebody else's session is no more to be seen than one that never was.
    if (!found || found->account != actor.account || !alive(*found, run.now.at))
        return field_error(unknown_session, "session");
    sessions.end(found->id, "ended_by_owner", run.now.at);
    run.trail.note(
        {"session_ended", true, actor.account, "", "session=" + std::to_string(found->id.value)});
    return SessionsEnded{1};
}

Result<SessionsEnded> end_other_sessions(const Run& run, Actor actor, Sessions& sessions,
                                         const NoInput&) {
    const auto ended =
        sessions.end_others(actor.account, actor.session, "ended_by_owner", run.now.at);
    run.trail.note({"sessions_ended", true, actor.account, "", "count=" + std::to_string(ended)});
    return SessionsEnded{ended};
}

Result<Candidate> reserve_proof(const Run& run, Actor actor, const Accounts& accounts, Door door,
                                const ProveAccount& input) {
    return demand_proof(run, actor, accounts, door, input.password);
}

PasswordCheck check_proof(const Hasher& hasher, const Candidate& candidate,
                          const ProveAccount& input) {
    return check_shown(hasher, candidate, input.password);
}

Result<Proved> prove_account(const Run& run, Actor actor, const Accounts& accounts, Door door,
                             const PasswordCheck& check, const ProveAccount&) {
    if (auto error = proof_refusal(run, accounts, door, check, "password"))
        return *std::move(error);
    const auto& account = *check.candidate.account;
    run.trail.note({"reauthenticated", true, account.id, account.handle});
    return Proved{run.now.at + run.policy.reauthentication, refreshed(run, actor, door.sessions)};
}

}  // namespace asterism::accounts
