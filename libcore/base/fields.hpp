#pragma once

#include <string_view>

namespace asterism {

namespace detail {
struct AnyVisitor {
    constexpr void operator()(std::string_view, auto, std::string_view) const {}
};
}  // namespace detail

/// A type whose static `fields(see)` shows each field once: public name, member, meaning.
/// JSON, CLI flags, Python arguments and OpenAPI are all read off that list.
template <class T>
concept Described = requires {
    T::fields(detail::AnyVisitor{});
};

}  // namespace asterism
