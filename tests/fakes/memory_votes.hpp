#pragma once

#include <algorithm>

#include "libcore/community/rules.hpp"
#include "tests/fakes/memory_photos.hpp"

namespace asterism::tests {

/// Profiles, and whatever else a test lays on the table.
class MemorySubjects : public community::Subjects {
public:
    MemorySubjects(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<community::Subject> find(const SubjectRef& ref) const override {
        return calls_.read([&] { return found(ref); });
    }

    std::optional<community::Subject> hold(const SubjectRef& ref) override {
        return calls_.write([&] { return found(ref); });
    }

    void set_hidden(const SubjectRef& ref, bool hidden) override {
        calls_.write([&] {
            if (ref.kind.view() == "photo") hide_photo(tables_, ref.id, hidden);
            if (ref.kind.view() == "profile") tables_.hidden_profiles[ref.id.value] = hidden;
            if (ref.kind.view() == "review") mark(tables_.reviews, ref, hidden);
            if (ref.kind.view() == "comment") mark(tables_.comments, ref, hidden);
            for (auto& [each, subject] : tables_.subjects)
                if (each == ref) subject.hidden = hidden;
        });
    }

private:
    static void mark(auto& table, const SubjectRef& ref, bool hidden) {
        const auto at = table.find(ref.id.value);
        if (at != table.end()) at->second.hidden = hidden;
    }

    std::optional<community::Subject> found(const SubjectRef& ref) const {
        for (const auto& [each, subject] : tables_.subjects)
            if (each == ref) return subject;
        if (ref.kind.view() == "profile") return profile(ref);
        if (ref.kind.view() == "photo") return photo_subject(tables_, ref.id);
        const auto of = [&](auto& table, auto make) -> std::optional<community::Subject> {
            const auto at = table.find(ref.id.value);
            if (at == table.end()) return std::nullopt;
            return make(at->second);
        };
        using community::Ballot;
        if (ref.kind.view() == "place")
            return of(tables_.places, [](const places::Place& place) {
                return community::Subject{place.added_by, false, Ballot::none, false};
            });
        if (ref.kind.view() == "review")
            return of(tables_.reviews, [](const places::Review& review) {
                return community::Subject{review.account, review.hidden, Ballot::up_down};
            });
        if (ref.kind.view() == "comment")
            return of(tables_.comments, [&](const places::Comment& comment) {
                const auto& on = tables_.reviews.at(comment.review.value);
                return community::Subject{comment.account, comment.hidden || on.hidden,
                                          Ballot::up_down};
            });
        return std::nullopt;
    }

    std::optional<community::Subject> profile(const SubjectRef& ref) const {
        for (const AccountRow& row : tables_.accounts) {
            const auto& account = row.account;
            if (account.id.value != ref.id.value || !community::is_public(account)) continue;
            const auto mark = tables_.hidden_profiles.find(ref.id.value);
            return community::Subject{account.id,
                                      mark != tables_.hidden_profiles.end() && mark->second,
                                      community::Ballot::none};
        }
        return std::nullopt;
    }

    Tables& tables_;
    Calls& calls_;
};

class MemoryVotes : public community::Votes {
public:
    MemoryVotes(Tables& tables, Calls& calls) : rows_(tables.votes), calls_(calls) {}

    std::optional<community::Choice> find(AccountId voter, const SubjectRef& ref) const override {
        return calls_.read([&] { return found(voter, ref); });
    }

    void set(const community::Vote& vote, Instant) override {
        calls_.write([&] {
            if (vote.author == vote.voter) throw std::logic_error("a vote on one's own");
            std::erase_if(rows_,
                          [&](const auto& row) { return is(row, vote.voter, vote.subject); });
            rows_.push_back(vote);
        });
    }

    void drop(AccountId voter, const SubjectRef& ref) override {
        calls_.write(
            [&] { std::erase_if(rows_, [&](const auto& row) { return is(row, voter, ref); }); });
    }

    community::Tally tally(const SubjectRef& ref, AccountId viewer) const override {
        return calls_.read([&] {
            community::Tally out;
            for (const auto& row : rows_)
                if (row.subject == ref) ++(row.choice == community::Choice::up ? out.up : out.down);
            out.mine = found(viewer, ref);
            return out;
        });
    }

    std::vector<community::OwnVote> of(AccountId voter) const override {
        return calls_.read([&] {
            std::vector<community::OwnVote> out;
            for (const auto& row : rows_)
                if (row.voter == voter)
                    out.push_back({row.subject.kind.str(), row.subject.id, row.choice, {}});
            return out;
        });
    }

    void drop_all(const SubjectRef& ref) override {
        calls_.write(
            [&] { std::erase_if(rows_, [&](const auto& row) { return row.subject == ref; }); });
    }

    void drop_all(AccountId voter) override {
        calls_.write(
            [&] { std::erase_if(rows_, [&](const auto& row) { return row.voter == voter; }); });
    }

private:
    static bool is(const community::Vote& row, AccountId voter, const SubjectRef& ref) {
        return row.voter == voter && row.subject == ref;
    }

    std::optional<community::Choice> found(AccountId voter, const SubjectRef& ref) const {
        for (const auto& row : rows_)
            if (is(row, voter, ref)) return row.choice;
        return std::nullopt;
    }

    std::vector<community::Vote>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
