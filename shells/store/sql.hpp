#pragma once

#include <algorithm>
#include <cstddef>

namespace asterism::store {

/// A piece of SQL that is known when the program is compiled.
template <std::size_t N>
struct Literal {
    char text[N]{};

    consteval Literal(const char (&literal)[N]) { std::copy_n(literal, N, text); }
};

/// One statement as both engines, or each of them, understand it. It can be made of literals alone,
/// so a statement that is put together from input does not compile.
class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&both)[N]) : sqlite_(both), postgres_(both) {}

    template <std::size_t N, std::size_t M>
    consteval Sql(const char (&sqlite)[N], const char (&postgres)[M])
        : sqlite_(sqlite), postgres_(postgres) {}

    const char* sqlite() const { return sqlite_; }

    const char* postgres() const { return postgres_; }

private:
    const char* sqlite_;
    const char* postgres_;
};

namespace detail {
template <Literal... Parts>
struct Joined {
    static constexpr std::size_t size = ((sizeof(Parts.text) - 1) + ... + 1);

    struct Text {
        char chars[size]{};
    };

    static constexpr Text text = [] {
        Text all;
        char* end = all.chars;
        ((end = std::copy_n(Parts.text, sizeof(Parts.text) - 1, end)), ...);
        return all;
    }();
};
}  // namespace detail

/// Pieces joined by the compiler, for statements that share their list of columns.
template <Literal... Parts>
inline constexpr const auto& joined = detail::Joined<Parts...>::text.chars;

/// The same as one statement for both engines.
template <Literal... Parts>
inline constexpr Sql sql{joined<Parts...>};

}  // namespace asterism::store
