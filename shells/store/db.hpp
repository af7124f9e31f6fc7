#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shells/store/columns.hpp"
#include "shells/store/sql.hpp"

namespace asterism::store {

enum class Access : std::uint8_t { read, write };

namespace detail {
/// Either the columns one by one, or a tuple of them that has a name.
template <class... Out>
struct RowOf {
    using type = std::tuple<Out...>;
};

template <class... Out>
struct RowOf<std::tuple<Out...>> {
    using type = std::tuple<Out...>;
};

template <class Row, class... In>
struct ShapeOf;

template <class... Out, class... In>
struct ShapeOf<std::tuple<Out...>, In...> {
    static constexpr std::array<Cell, sizeof...(In)> in{Column<In>::cell...};
    static constexpr std::array<Cell, sizeof...(Out)> out{Column<Out>::cell...};
    static constexpr Shape shape{in, out};
};
}  // namespace detail

/// Told before and after every statement. What it throws comes as if the statement had failed, or
/// as if whoever ran it had stopped just then.
class Watch {
public:
    virtual ~Watch() = default;
    virtual void before() = 0;
    virtual void after() = 0;
};

/// One connection, for one thread at a time. Statements are prepared at their first use and kept.
/// After a statement has failed the transaction can only be rolled back: so PostgreSQL has it, and
/// code that runs on one engine must run on the other.
class Db {
public:
    virtual ~Db() = default;
    Db(const Db&) = delete;
    Db& operator=(const Db&) = delete;

    /// The first row, if there is one.
    template <class... Out, class... In>
    std::optional<typename detail::RowOf<Out...>::type> one(Sql text, const In&... in) {
        using Row = typename detail::RowOf<Out...>::type;
        Running run(*this, text, detail::ShapeOf<Row, In...>::shape);
        run.bind(in...);
        std::optional<Row> found;
        if (run.step()) found = run.template row<Row>();
        done();
        return found;
    }

    template <class... Out, class... In>
    std::vector<typename detail::RowOf<Out...>::type> all(Sql text, const In&... in) {
        using Row = typename detail::RowOf<Out...>::type;
        Running run(*this, text, detail::ShapeOf<Row, In...>::shape);
        run.bind(in...);
        std::vector<Row> rows;
        while (run.step()) rows.push_back(run.template row<Row>());
        done();
        return rows;
    }

    /// How many rows were inserted, changed or deleted.
    template <class... In>
    std::int64_t run(Sql text, const In&... in) {
        Running run(*this, text, detail::ShapeOf<std::tuple<>, In...>::shape);
        run.bind(in...);
        while (run.step()) {
        }
        done();
        return run.affected();
    }

    void begin(Access access);
    /// Throws if a statement has failed since begin(), even if somebody caught that.
    void commit();
    /// False if the connection is no longer of use.
    bool rollback() noexcept;

    /// Throws if a statement has failed since begin(), or since the savepoint was opened.
    void check_sound() const;

    /// Grows whenever something is changed in this transaction.
    virtual std::int64_t changes() const { return runs_; }

    /// A transaction within the transaction; one at a time.
    void open_savepoint();
    void keep_savepoint();
    void undo_savepoint();

    /// Text of several statements and no parameters: a migration. `@id@` becomes the engine's
    /// words for a number that it gives itself; what follows a line `-- only sqlite` or
    /// `-- only postgresql` is for that engine, until a line `-- both`.
    void script(std::string_view statements);
    /// Only one process at a time gets past this, until its transaction ends.
    virtual void hold_schema() = 0;
    /// "sqlite" or "postgresql".
    virtual std::string_view engine() const = 0;

    /// How many statements were run so far.
    std::int64_t runs() const { return runs_; }

    /// Whether a statement has failed; then no more can be said of what was changed.
    bool failed() const { return failed_; }

    /// Null: nobody watches.
    void be_watched(Watch* watch) { watch_ = watch; }

protected:
    Db() = default;
    virtual std::unique_ptr<Statement> prepare(Sql text, const Shape& shape) = 0;
    virtual void send_begin(Access access) = 0;
    virtual void send_commit() = 0;
    virtual bool send_rollback() = 0;
    virtual void send_script(const std::string& statements) = 0;
    /// How a column that numbers itself is declared.
    virtual std::string_view own_number() const = 0;

    /// To be called by the destructors of engines: statements end before their connection.
    void forget_statements() { statements_.clear(); }

private:
    /// One run of a statement, reset at its end whatever happens.
    class Running {
    public:
        Running(Db& db, Sql text, const Shape& shape)
            : db_(db), statement_(db.statement(text, shape)) {}

        ~Running() { statement_.reset(); }

        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;

        template <class... In>
        void bind(const In&... in) {
            [[maybe_unused]] int at = 0;
            (Column<In>::bind(statement_, at++, in), ...);
        }

        bool step() { return db_.step(statement_); }

        template <class Row>
        Row row() const {
            return [this]<std::size_t... At>(std::index_sequence<At...>) {
                return Row{
                    column<std::tuple_element_t<At, Row>>(statement_, static_cast<int>(At))...};
            }
            (std::make_index_sequence<std::tuple_size_v<Row>>());
        }

        std::int64_t affected() const { return statement_.affected(); }

    private:
        Db& db_;
        Statement& statement_;
    };

    /// A literal has one address, and a list of types has one Shape: no text is hashed. Two
    /// statements may be the same for one engine and differ for the other.
    struct Key {
        const char* sqlite;
        const char* postgres;
        const Shape* shape;
        friend bool operator==(const Key&, const Key&) = default;
    };

    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            const std::hash<const void*> hash;
            return (hash(key.sqlite) * 31 + hash(key.postgres)) * 31 + hash(key.shape);
        }
    };

    Statement& statement(Sql text, const Shape& shape);
    bool step(Statement& statement);

    void done() const {
        if (watch_) watch_->after();
    }

    std::unordered_map<Key, std::unique_ptr<Statement>, KeyHash> statements_;
    std::int64_t runs_ = 0;
    Watch* watch_ = nullptr;
    bool failed_ = false;
};

/// A struct from the columns of a row, in the order of its members.
template <class T, class Row>
T made(Row&& row) {
    return std::apply([](auto&&... each) { return T{std::forward<decltype(each)>(each)...}; },
                      std::forward<Row>(row));
}

}  // namespace asterism::store
