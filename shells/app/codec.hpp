#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/fields.hpp"
#include "shells/app/codec_leaf.hpp"

namespace asterism::app {

/// Reads fields off a JSON object until one refuses.
class Reader {
public:
    explicit Reader(const json::value& in) : in_(in) {}

    template <class Owner, class Value>
    void take(Owner& out, std::string_view name, Value Owner::*member) {
        if (failure_) return;
        const json::value* found = find(name);
        if (!found) {
            if (!is_optional<Value>) refuse(name, Error{&missing_field});
            return;
        }
        auto value = Codec<Value>::read(*found);
        if (value)
            out.*member = std::move(*value);
        else
            refuse(name, value.error());
    }

    /// The first refusal; once every field is taken, a stranger among the names is one too.
    std::optional<Error> failure() const;

private:
    const json::value* find(std::string_view name);
    void refuse(std::string_view name, const Error& why);

    const json::value& in_;
    std::vector<std::string_view> known_;
    std::optional<Error> failure_;
};

template <Described T>
struct Codec<T> {
    static constexpr Wire wire = Wire::object;

    static Result<T> read(const json::value& in) {
        T out{};
        Reader reader(in);
        T::fields([&](std::string_view name, auto member, std::string_view) {
            reader.take(out, name, member);
        });
        if (auto failure = reader.failure()) return *std::move(failure);
        return out;
    }

    static void write(std::string& out, const T& value) {
        out += '{';
        T::fields([&, first = true](std::string_view name, auto member, std::string_view) mutable {
            if (!std::exchange(first, false)) out += ',';
            out.append(1, '"').append(name).append("\":");
            encode(out, value.*member);
        });
        out += '}';
    }

    static json::object schema() { return schema_of(shape<T>()); }

    /// The fields with their meanings, gathered once.
    template <class Of = T>
    static const Shape& shape() {
        static const Shape gathered = [] {
            Shape all;
            Of::fields(
                [&]<class Value>(std::string_view name, Value Of::*, std::string_view about) {
                    all.push_back({name, about, Codec<Value>::wire, !is_optional<Value>,
                                   &Codec<Value>::schema});
                });
            return all;
        }();
        return gathered;
    }
};

}  // namespace asterism::app
