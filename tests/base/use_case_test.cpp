#include "libcore/base/use_case.hpp"

#include <doctest/doctest.h>

#include "libcore/base/fields.hpp"

namespace asterism {
namespace {

class Books : public Stored {
public:
    virtual int count() const = 0;
};

struct Dice {};

struct Shelf {
    using Writes = void;
    Books& books;
};

struct Glance {
    const Books& books;
};

struct Loan {
    int book = 0;

    static constexpr void fields(auto&& see) { see("book", &Loan::book, "The book."); }
};

struct NoField {
    int book = 0;
};

Result<Done> look(const Books&, const Loan&) { return Done{}; }

Result<Done> lend(Actor, Books&, const Loan&) { return Done{}; }

Result<Done> tidy(Shelf, const Loan&) { return Done{}; }

Result<int> glance(Glance, Dice&, const Loan&) { return 1; }

Result<Done> greet(std::optional<Actor>, const Loan&) { return Done{}; }

Result<Done> reserve(Books&, const Loan&) { return Done{}; }

Result<Done> hash(const Loan&) { return Done{}; }

template <auto F>
using Of = Signature<decltype(F)>;

// The signature says whether anything is written.
static_assert(!Of<&look>::writes && Of<&lend>::writes && Of<&tidy>::writes && !Of<&glance>::writes);
static_assert(!Of<&greet>::writes);
static_assert(detail::writes<Books&> && !detail::writes<const Books&> && !detail::writes<Books>);
static_assert(!detail::writes<Dice&> && detail::writes<Shelf> && !detail::writes<Glance>);

static_assert(std::is_same_v<Of<&lend>::Input, Loan>);
static_assert(std::is_same_v<Of<&glance>::Output, int>);
static_assert(Of<&lend>::takes<Actor> && !Of<&look>::takes<Actor>);
static_assert(!Of<&greet>::takes<Actor> && Of<&greet>::takes<std::optional<Actor>>);

static_assert(Described<Loan> && !Described<NoField>);

// A case is empty but for its entry, so that a list of them is a table of data.
static_assert(sizeof(UseCase<&look>) == sizeof(Entry));

constexpr UseCases all{
    use_case<&look>("look", "Looks."),
    use_case<&lend>("lend", "Lends."),
    use_case<&greet, &reserve, &hash>("greet", "Greets."),
};

static_assert(all.entries.size() == 3 && all.entries[0].name == "look");

}  // namespace

TEST_CASE("use_case: its entry tells name, summary, actor and hashing") {
    const auto& [look_entry, lend_entry, greet_entry] = all.entries;
    CHECK(look_entry.name == "look");
    CHECK(look_entry.summary == "Looks.");
    CHECK_FALSE(look_entry.needs_actor);
    CHECK_FALSE(look_entry.hashes);
    CHECK(lend_entry.needs_actor);
    CHECK_FALSE(greet_entry.needs_actor);
    CHECK(greet_entry.hashes);
}

TEST_CASE("use_case: its entry knows the input's fields") {
    const auto& entry = all.entries.front();
    CHECK(entry.has_field("book"));
    CHECK_FALSE(entry.has_field("boo"));
    CHECK_FALSE(entry.has_field(""));
}

}  // namespace asterism
