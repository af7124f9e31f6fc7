#pragma once

#include <cassert>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace asterism {

/// The family of a refusal. Shells translate families, never single faults.
enum class Kind : std::uint8_t {
    invalid,          ///< the input breaks a rule
    unauthenticated,  ///< nobody is signed in
    forbidden,        ///< signed in, but not allowed
    missing,          ///< there is no such thing
    conflict,         ///< the state of the world does not permit it
    throttled,        ///< too often
    unavailable       ///< not now; ask again later
};

/// A named refusal. Modules list theirs in faults.hpp; the slug is public API and never changes.
struct Fault {
    std::string_view slug;
    Kind kind;
    std::string_view text;
};

/// One field of the input and what is wrong with it.
struct FieldError {
    std::string field;
    const Fault* fault;
};

/// A fault as it happened: which one, and what only this occurrence knows.
struct Error {
    const Fault* fault;
    std::string detail = {};                               ///< the field's path, or empty
    std::vector<FieldError> fields = {};                   ///< all refused fields, if by field
    std::optional<std::chrono::seconds> retry_after = {};  ///< when another try may succeed
};

/// A value, or the reason there is none. A subset of C++23 std::expected<T, Error>.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}

    Result(const Fault& fault) : state_(std::in_place_index<1>, Error{&fault}) {}

    Result(const Fault&&) = delete;  // faults are named constants; a temporary would dangle

    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }

    const T& operator*() const {
        assert(*this);
        return *std::get_if<0>(&state_);
    }

    T& operator*() {
        assert(*this);
        return *std::get_if<0>(&state_);
    }

    const T* operator->() const { return &**this; }

    T* operator->() { return &**this; }

    const Error& error() const {
        assert(!*this);
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Error> state_;
};

/// For work whose success says nothing more.
struct Done {};

/// A refusal that names the field of the input it is about.
inline Error field_error(const Fault& fault, std::string_view field) {
    return {&fault, std::string(field), {{std::string(field), &fault}}};
}

}  // namespace asterism
