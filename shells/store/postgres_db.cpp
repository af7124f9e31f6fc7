#include "shells/store/postgres_db.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "shells/store/postgres_address.hpp"

namespace asterism::store {
namespace {

Trouble trouble_of(std::string_view state, bool connected) {
    const auto family = state.substr(0, 2);
    if (state == "40001" || state == "40P01") return Trouble::collision;
    if (state == "57014" || state == "55P03") return Trouble::slow;
    if (state == "25P03" || state == "25P04") return Trouble::slow;
    if (state == "53300" || family == "08" || state.starts_with("57P")) return Trouble::away;
    if (family == "53" || family == "58") return Trouble::full;
    if (family == "23") return Trouble::constraint;
    return connected ? Trouble::broken : Trouble::away;
}

/// The first line: what follows it may quote the data.
std::string first_line(std::string_view text) {
    return "PostgreSQL: " + std::string(text.substr(0, text.find('\n')));
}

/// A statement whose parameters and columns are SOCI's static use and into elements, each tied to a
/// slot that lives as long as the statement.
class PostgresStatement final : public Statement {
public:
    PostgresStatement(soci::session& session, PGconn* connection, const char* text,
                      const Shape& shape)
        : connection_(connection),
          statement_(session),
          in_(shape.in.size()),
          out_(shape.out.size()) {
        guarded([&] {
            statement_.alloc();
            statement_.prepare(text);
            for (std::size_t i = 0; i < in_.size(); ++i) use(in_[i], shape.in[i]);
            for (std::size_t i = 0; i < out_.size(); ++i) into(out_[i], shape.out[i]);
            statement_.define_and_bind();
        });
    }

    void bind_null(int at) override { slot(at).indicator = soci::i_null; }

    void bind_integer(int at, std::int64_t value) override {
        slot(at).indicator = soci::i_ok;
        slot(at).integer = value;
    }

    void bind_real(int at, double value) override {
        slot(at).indicator = soci::i_ok;
        slot(at).real = value;
    }

    void bind_text(int at, std::string_view value) override {
        // PostgreSQL has no such texts, and SOCI would cut this one short without a word.
        if (value.find('\0') != std::string_view::npos) {
            throw DbError(Trouble::broken, "a text with a NUL cannot be kept");
        }
        slot(at).indicator = soci::i_ok;
        slot(at).text = value;
    }

    bool step() override {
        return guarded([&] {
            if (running_) return statement_.fetch();
            running_ = true;
            const bool row = statement_.execute(true);
            affected_ = statement_.get_affected_rows();
            return row;
        });
    }

    bool null(int at) const override { return column(at).indicator == soci::i_null; }

    std::int64_t integer(int at) const override { return column(at).integer; }

    double real(int at) const override { return column(at).real; }

    std::string_view text(int at) const override { return column(at).text; }

    std::int64_t affected() const override { return affected_; }

    void reset() noexcept override {
        running_ = false;
        // All rows of the last run are in memory; do not keep them until the next.
        static_cast<soci::postgresql_statement_backend*>(statement_.get_backend())->result_.reset();
    }

private:
    struct Slot {
        long long integer = 0;
        double real = 0;
        std::string text = {};
        soci::indicator indicator = soci::i_ok;
    };

    Slot& slot(int at) { return in_[static_cast<std::size_t>(at)]; }

    const Slot& column(int at) const { return out_[static_cast<std::size_t>(at)]; }

    void use(Slot& from, Cell cell) {
        switch (cell) {
            case Cell::integer: return statement_.exchange(soci::use(from.integer, from.indicator));
            case Cell::real: return statement_.exchange(soci::use(from.real, from.indicator));
            case Cell::text: return statement_.exchange(soci::use(from.text, from.indicator));
        }
    }

    void into(Slot& to, Cell cell) {
        switch (cell) {
            case Cell::integer: return statement_.exchange(soci::into(to.integer, to.indicator));
            case Cell::real: return statement_.exchange(soci::into(to.real, to.indicator));
            case Cell::text: return statement_.exchange(soci::into(to.text, to.indicator));
        }
    }

    template <class Action>
    auto guarded(Action action) const -> decltype(action()) {
        const auto connected = [this] { return PQstatus(connection_) == CONNECTION_OK; };
        try {
            return action();
        } catch (const soci::postgresql_soci_error& error) {
            // Not what(): that repeats every parameter.
            raise(trouble_of(error.sqlstate(), connected()), first_line(error.get_error_message()));
        } catch (const soci::soci_error& error) {
            raise(trouble_of("", connected()), first_line(error.get_error_message()));
        }
    }

    PGconn* connection_;
    soci::statement statement_;
    std::vector<Slot> in_;
    std::vector<Slot> out_;
    bool running_ = false;
    std::int64_t affected_ = 0;
};

class PostgresDb final : public Db {
public:
    explicit PostgresDb(const std::string& uri)
        : session_(opened(uri)),
          connection_(
              static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_) {}

    ~PostgresDb() override { forget_statements(); }

    PostgresDb(const PostgresDb&) = delete;
    PostgresDb& operator=(const PostgresDb&) = delete;

    void set_up() {
        PQsetErrorVerbosity(connection_, PQERRORS_TERSE);  // details quote the data
        send(
            "SET client_encoding = 'UTF8'; SET client_min_messages = 'warning';"
            "SET statement_timeout = '5s'; SET lock_timeout = '2s';"
            "SET idle_in_transaction_session_timeout = '10s';"
            "SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') = 'off'");
    }

    /// Waits for another process to finish its migrations, which may be slow.
    void hold_schema() override {
        send(
            "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s';"
            "SET LOCAL idle_in_transaction_session_timeout = 0;"
            "SELECT pg_advisory_xact_lock(4707198692242314061)");  // ASTERISM in ASCII
    }

    std::string_view engine() const override { return "postgresql"; }

protected:
    std::unique_ptr<Statement> prepare(Sql text, const Shape& shape) override {
        return std::make_unique<PostgresStatement>(session_, connection_, text.postgres(), shape);
    }

    void send_begin(Access access) override {
        send(access == Access::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                    : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    }

    void send_commit() override { send("COMMIT"); }

    void send_script(const std::string& statements) override { send(statements.c_str()); }

    std::string_view own_number() const override {
        return "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    }

    bool send_rollback() override {
        send("ROLLBACK");
        return PQtransactionStatus(connection_) == PQTRANS_IDLE;
    }

private:
    /// The simple protocol: several statements at once, nothing prepared, for what has no
    /// parameters.
    void send(const char* statements) const {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection_, statements),
                                                                   &PQclear);
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
        const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        raise(trouble_of(state == nullptr ? "" : state, PQstatus(connection_) == CONNECTION_OK),
              first_line(PQerrorMessage(connection_)));
    }

    static soci::session opened(const std::string& uri) {
        try {
            return soci::session(soci::postgresql, uri);
        } catch (const soci::soci_error& error) {
            raise(Trouble::away, first_line(error.get_error_message()));
        }
    }

    soci::session session_;
    PGconn* connection_;
};

}  // namespace

std::unique_ptr<Db> open_postgres(const std::string& uri) {
    auto db = std::make_unique<PostgresDb>(completed(uri));
    db->set_up();
    return db;
}

}  // namespace asterism::store
