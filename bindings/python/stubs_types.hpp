#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindings/python/stubs_arrays.hpp"
#include "shells/app/codec.hpp"

namespace asterism::python {

/// "asterism::sky::MoonView", as the compiler spells it.
template <class T>
std::string full_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    return std::string(text.substr(0, text.find_first_of(";]")));
}

inline bool is_keyword(std::string_view name) {
    constexpr std::string_view all[]{
        "and",    "as",   "assert", "async",  "await",  "break",   "class",    "continue",
        "def",    "del",  "elif",   "else",   "except", "finally", "for",      "from",
        "global", "if",   "import", "in",     "is",     "lambda",  "nonlocal", "not",
        "or",     "pass", "raise",  "return", "try",    "while",   "with",     "yield"};
    return std::ranges::find(all, name) != std::end(all);
}

/// What a caller gives, or what a use case answers. Callers may write instants and days as texts.
enum class Side : bool { given, answered };

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// How types are written in Python. Those with a name are declared once, each after what it is made
/// of.
class Types {
public:
    template <class T>
    std::string of(Side side) {
        if constexpr (app::is_optional<T>)
            return of<typename T::value_type>(side) + " | None";
        else if constexpr (is_list<T>)
            return "list[" + of<typename T::value_type>(side) + "]";
        else if constexpr (Described<T>)
            return named<T>([&](const std::string& name) { return dict<T>(name, side); });
        else if constexpr (app::Named<T>)
            return named<T>(&literal<T>);
        else if constexpr (std::is_same_v<T, Instant>)
            return side == Side::given ? "datetime | str" : "datetime";
        else if constexpr (std::is_same_v<T, Date>)
            return side == Side::given ? "date | str" : "date";
        else
            return plain(app::Codec<T>::wire);
    }

    const std::string& declared() const { return declared_; }

    /// The names used elsewhere than in declarations.
    const std::set<std::string>& mentioned() const { return mentioned_; }

private:
    static std::string plain(app::Wire wire) {
        switch (wire) {
            case app::Wire::integer: return "int";
            case app::Wire::number: return "float";
            case app::Wire::boolean: return "bool";
            default: return "str";
        }
    }

    template <class T, class Declare>
    std::string named(Declare declare) {
        const auto full = full_name<T>();
        auto name = full.substr(full.rfind(':') + 1);
        const auto [known, added] = full_names_.emplace(name, full);
        if (known->second != full) throw std::logic_error("two types are called " + name);
        if (depth_ == 0) mentioned_.insert(name);
        if (added) {
            ++depth_;
            declared_ += declare(name);
            --depth_;
        }
        return name;
    }

    /// A class; as a call where a field has a name that Python keeps for itself.
    template <class T>
    std::string dict(const std::string& name, Side side) {
        bool reserved = false;
        T::fields([&](std::string_view field, auto, std::string_view) {
            reserved = reserved || is_keyword(field);
        });
        auto out = "\n\n" + (reserved ? name + " = TypedDict(\n    \"" + name + "\",\n    {\n"
                                      : "class " + name + "(TypedDict):\n");
        T::fields([&, first = true]<class Value>(std::string_view field, Value T::*,
                                                 std::string_view about) mutable {
            if (!std::exchange(first, false) && !reserved) out += '\n';
            out.append(reserved ? "        \"" : "    ").append(field);
            out.append(reserved ? "\": " : ": ").append(of<Value>(side));
            if (reserved)
                out.append(",  # ").append(about).append("\n");
            else
                out.append("\n").append(quoted(about, "    "));
        });
        return out + (reserved ? "    },\n)\n" : "");
    }

    template <class T>
    static std::string literal(const std::string& name) {
        std::string out = "\n\n" + name + " = Literal[";
        for (const auto& [value, word] : names(T{})) out.append("\n    \"").append(word) += "\",";
        return out + "\n]\n";
    }

    std::map<std::string, std::string> full_names_;
    std::set<std::string> mentioned_;
    std::string declared_;
    int depth_ = 0;
};

}  // namespace asterism::python
