#include "tests/bench/orders/told_postgres.hpp"

#include <dlfcn.h>
#include <memory>
#include <stdexcept>

namespace asterism::bench {
namespace {

Eavesdropper* listening = nullptr;

/// libpq's own function of that name, of which there is another below.
template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

}  // namespace
}  // namespace asterism::bench

// Whoever calls libpq in this program comes by here: names of a program go before a library's.

PGresult* PQprepare(PGconn* connection, const char* name, const char* text, int count,
                    const Oid* types) {
    using namespace asterism::bench;
    static auto* const prepare = real<decltype(PQprepare)>("PQprepare");
    if (listening) listening->hear_prepare(name, text);
    return prepare(connection, name, text, count, types);
}

PGresult* PQexecPrepared(PGconn* connection, const char* name, int count, const char* const* values,
                         const int* lengths, const int* formats, int format) {
    using namespace asterism::bench;
    static auto* const execute = real<decltype(PQexecPrepared)>("PQexecPrepared");
    if (listening) listening->hear(name, count, values);
    return execute(connection, name, count, values, lengths, formats, format);
}

namespace asterism::bench {

Eavesdropper::Eavesdropper(std::set<std::string>& texts) : texts_(texts) {
    if (listening) throw std::logic_error("one listener at a time");
    listening = this;
}

Eavesdropper::~Eavesdropper() { listening = nullptr; }

void Eavesdropper::hear_prepare(const std::string& name, const char* text) {
    named_[name] = &*texts_.emplace(text).first;
}

void Eavesdropper::hear(const std::string& name, int count, const char* const* values) {
    Asked asked{named_.at(name), {}};
    for (int i = 0; i < count; ++i)
        asked.values.push_back(values[i] ? std::optional<std::string>(values[i]) : std::nullopt);
    asked_.push_back(std::move(asked));
}

Repeater::Repeater(const std::string& uri) : connection_(PQconnectdb(uri.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(connection_));
}

Repeater::~Repeater() { PQfinish(connection_); }

void Repeater::check(const PGresult* result) const {
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(PQerrorMessage(connection_));
}

std::string Repeater::run(const char* text) {
    const Result result(PQexec(connection_, text), &PQclear);
    check(result.get());
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

void Repeater::tell(const Asked& asked) {
    auto& name = prepared_[asked.text];
    if (name.empty()) {
        name = "s" + std::to_string(prepared_.size());
        const Result made(PQprepare(connection_, name.c_str(), asked.text->c_str(), 0, nullptr),
                          &PQclear);
        check(made.get());
    }
    std::vector<const char*> values;
    for (const auto& each : asked.values) values.push_back(each ? each->c_str() : nullptr);
    const Result result(PQexecPrepared(connection_, name.c_str(), static_cast<int>(values.size()),
                                       values.data(), nullptr, nullptr, 0),
                        &PQclear);
    check(result.get());
}

}  // namespace asterism::bench
