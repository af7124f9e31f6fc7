/// Prints what editors and type checkers know: `asterism_stubs views` the types of answers,
/// `asterism_stubs module` the functions. A test compares the committed files with it.

#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindings/python/describe.hpp"
#include "bindings/python/rules.hpp"
#include "libcore/catalogue.hpp"
#include "shells/app/codec.hpp"

namespace asterism::python {
namespace {

/// "asterism::sky::MoonView", as the compiler spells it.
template <class T>
std::string full_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    return std::string(text.substr(0, text.find_first_of(";]")));
}

/// Of one line or several, indented and closed as Python's style guide has it.
std::string quoted(std::string_view text, std::string_view indent) {
    std::string out(indent);
    out += "\"\"\"";
    for (const char c : text) {
        if (c != '\n' && out.back() == '\n') out += indent;
        out += c;
    }
    if (text.find('\n') != text.npos) out.append("\n").append(indent);
    return out + "\"\"\"\n";
}

bool is_keyword(std::string_view name) {
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

/// The fields of an input as keyword parameters, those that must be given first.
template <class Input>
std::vector<std::string> parameters(Types& types) {
    std::vector<std::string> needed;
    std::vector<std::string> optional;
    Input::fields([&]<class Value>(std::string_view name, Value Input::*, std::string_view) {
        if (is_keyword(name) || name == "self" || name == "actor")
            throw std::logic_error("no parameter can be called " + std::string(name));
        auto& list = app::is_optional<Value> ? optional : needed;
        list.push_back(std::string(name) + ": " + types.of<Value>(Side::given) +
                       (app::is_optional<Value> ? " = None" : ""));
    });
    needed.insert(needed.end(), optional.begin(), optional.end());
    return needed;
}

std::string method(std::string_view name, const std::vector<std::string>& parameters,
                   std::string_view answer, std::string_view doc) {
    auto out = "\n    def " + std::string(name) + "(";
    if (parameters.size() == 1)
        out += parameters[0];
    else
        for (const auto& each : parameters) out += "\n        " + each + ",";
    out.append(parameters.size() == 1 ? ") -> " : "\n    ) -> ").append(answer).append(":\n");
    return out + quoted(doc, "        ") + "        ...\n";
}

template <auto Run, auto... Stages>
std::string method(Types& types, const UseCase<Run, Stages...>&, std::string_view name) {
    using S = Signature<decltype(Run)>;
    const auto* operation = app::find_operation(name);
    if (operation == nullptr) throw std::logic_error("no such operation: " + std::string(name));
    auto all = parameters<typename S::Input>(types);
    all.insert(all.begin(), {"self", "*"});
    all.emplace_back(operation->needs_actor ? "actor: str | int"
                                            : "actor: str | int | None = None");
    return method(name, all, types.of<typename S::Output>(Side::answered), docstring(*operation));
}

template <class... Case>
std::string methods(Types& types, const UseCases<Case...>& module) {
    std::string out;
    std::size_t at = 0;
    ((out += method(types, Case{}, module.entries[at++].name)), ...);
    return out;
}

/// Every module of the catalogue; a forgotten one is noticed.
std::string all_methods(Types& types) {
    static_assert(catalogue.size() == 12, "a module of the catalogue is missing below");
    auto out = methods(types, accounts::use_cases);
    out += methods(types, accounts::self_cases);
    out += methods(types, accounts::administration_cases);
    out += methods(types, accounts::oversight_cases);
    out += methods(types, accounts::identity_cases);
    out += methods(types, accounts::key_cases);
    out += methods(types, accounts::cleanup_cases);
    out += methods(types, audit::use_cases);
    out += methods(types, community::use_cases);
    out += methods(types, own_data_cases);
    out += methods(types, mail::use_cases);
    out += methods(types, sky::use_cases);
    return out;
}

std::string opening(Types& types) {
    auto all = parameters<Rules>(types);
    all.insert(all.begin(),
               {"self", "path: str | bytes | PathLike[str] | PathLike[bytes] | None = None",
                "database: str | None = None", "*"});
    return method("__init__", all, "None", "Opens the store, and makes the folder if it is new.");
}

constexpr std::string_view views_head =
    "\"\"\"What use cases take and answer. Printed by asterism_stubs from the catalogue.\"\"\"\n"
    "from datetime import date, datetime\n"
    "from typing import Literal, TypedDict\n";

constexpr std::string_view module_head =
    "\"\"\"The module that is written in C++. Printed by asterism_stubs from the catalogue.\"\"\"\n"
    "from datetime import date, datetime\n"
    "from os import PathLike\n"
    "from typing import Self\n\n";

std::string library_class(Types& types) {
    auto out = "class Library:\n" + quoted(library_doc, "    ") + opening(types);
    out += method("close", {"self"}, "None", close_doc);
    out += "\n    @property" + method("closed", {"self"}, "bool", closed_doc);
    out +=
        "\n    def __enter__(self) -> Self: ...\n"
        "    def __exit__(self, *failure: object) -> None: ...\n";
    return out + all_methods(types);
}

std::string moon_function(Types& types) {
    std::string_view doc = moon_doc;
    doc.remove_prefix(doc.find("--\n\n") + 4);
    return "def moon(at: datetime | str | None = None) -> " +
           types.of<sky::MoonView>(Side::answered) + ":\n" + quoted(doc, "    ") + "    ...\n";
}

std::string print(std::string_view what) {
    Types types;
    auto functions = moon_function(types) + "\n\n";
    functions += library_class(types);
    if (what == "views") return std::string(views_head) + types.declared();
    std::string out(module_head);
    out += "from .views import (\n";
    for (const auto& name : types.mentioned()) out += "    " + name + ",\n";
    return out + ")\n\n__version__: str\n\n\n" + functions;
}

}  // namespace
}  // namespace asterism::python

int main(int argc, char** argv) {
    const std::string_view what = argc == 2 ? argv[1] : "";
    if (what != "views" && what != "module") {
        std::cerr << "Use: asterism_stubs views|module\n";
        return 2;
    }
    try {
        std::cout << asterism::python::print(what) << std::flush;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return std::cout ? 0 : 1;
}
