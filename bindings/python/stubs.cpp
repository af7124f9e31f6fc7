/// Prints what editors and type checkers know: `asterism_stubs views` the types of answers,
/// `asterism_stubs module` the functions. A test compares the committed files with it.

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/python/array_functions.hpp"
#include "bindings/python/describe.hpp"
#include "bindings/python/rules.hpp"
#include "bindings/python/sky_lists.hpp"
#include "bindings/python/stubs_arrays.hpp"
#include "bindings/python/stubs_types.hpp"
#include "libcore/catalogue.hpp"
#include "libcore/sky/bortle.hpp"
#include "libcore/sky/planets.hpp"
#include "shells/app/codec.hpp"

namespace asterism::python {
namespace {

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
    static_assert(catalogue.size() == 49, "a module of the catalogue is missing below");
    auto out = methods(types, accounts::use_cases);
    out += methods(types, accounts::self_cases);
    out += methods(types, accounts::administration_cases);
    out += methods(types, accounts::oversight_cases);
    out += methods(types, accounts::identity_cases);
    out += methods(types, accounts::key_cases);
    out += methods(types, accounts::cleanup_cases);
    out += methods(types, accounts::terms_cases);
    out += methods(types, audit::use_cases);
    out += methods(types, community::use_cases);
    out += methods(types, community::follow_cases);
    out += methods(types, community::vote_cases);
    out += methods(types, community::report_cases);
    out += methods(types, community::moderation_cases);
    out += methods(types, places::use_cases);
    out += methods(types, places::keepsake_cases);
    out += methods(types, places::review_cases);
    out += methods(types, places::comment_cases);
    out += methods(types, places::feedback_cases);
    out += methods(types, places::detail_cases);
    out += methods(types, places::upkeep_cases);
    out += methods(types, places::photo_cases);
    out += methods(types, places::gallery_cases);
    out += methods(types, places::carousel_cases);
    out += methods(types, badges::use_cases);
    out += methods(types, badges::upkeep_cases);
    out += methods(types, shop::browsing_cases);
    out += methods(types, shop::cart_cases);
    out += methods(types, shop::cart_upkeep_cases);
    out += methods(types, shop::merchandise_cases);
    out += methods(types, shop::offer_cases);
    out += methods(types, shop::check_out_cases);
    out += methods(types, shop::settling_cases);
    out += methods(types, shop::order_cases);
    out += methods(types, shop::aftercare_cases);
    out += methods(types, shop::desk_cases);
    out += methods(types, shop::till_cases);
    out += methods(types, own_data_cases);
    out += methods(types, site_cases);
    out += methods(types, mail::use_cases);
    out += methods(types, outside_cases);
    out += methods(types, crm::joining_cases);
    out += methods(types, crm::preference_cases);
    out += methods(types, crm::inquiry_cases);
    out += methods(types, telemetry::use_cases);
    out += methods(types, storefront_cases);
    each_sky_list([&](const auto& list) { out += methods(types, list); });
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
    "\"\"\"The module that is written in C++. Printed by asterism_stubs from the "
    "catalogue.\"\"\"\n";

std::string library_class(Types& types) {
    auto out = "class Library:\n" + quoted(library_doc, "    ") + opening(types);
    out += method("close", {"self"}, "None", close_doc);
    out += "\n    @property" + method("closed", {"self"}, "bool", closed_doc);
    out +=
        "\n    def __enter__(self) -> Self: ...\n"
        "    def __exit__(self, *failure: object) -> None: ...\n";
    return out + all_methods(types);
}

/// A function, which fits on a line or takes one for each parameter.
std::string function(std::string_view name, const std::vector<std::string>& parameters,
                     std::string_view answer, std::string_view doc) {
    auto out = "def " + std::string(name) + "(\n";
    for (const auto& each : parameters) out += "    " + each + ",\n";
    out.append(") -> ").append(answer).append(":\n");
    return out + quoted(doc, "    ") + "    ...\n\n\n";
}

template <auto Run, auto... Stages>
std::string sky_function(Types& types, const UseCase<Run, Stages...>&, std::string_view name) {
    using S = Signature<decltype(Run)>;
    const auto all = parameters<typename S::Input>(types);
    const auto answer = types.of<typename S::Output>(Side::answered);
    const auto doc = sky_docstring(*app::find_operation(name));
    auto out = function(sky_name(name), all, answer, doc);
    if (name == moon_case) out += function(moon_alias, all, answer, doc);
    return out;
}

template <class... Case>
std::string sky_functions(Types& types, const UseCases<Case...>& list) {
    std::string out;
    std::size_t at = 0;
    ((out += sky_function(types, Case{}, list.entries[at++].name)), ...);
    return out;
}

/// The names of all that asterism.sky takes over.
std::string all_of_sky() {
    std::string out = "__all__ = [\n";
    const auto name = [&](std::string_view each) {
        out.append("    \"").append(each).append("\",\n");
    };
    each_sky_list([&](const auto& list) {
        for (const Entry& entry : list.entries) {
            name(sky_name(entry.name));
            if (entry.name == moon_case) name(moon_alias);
        }
    });
    for (const ArrayFunction& each : array_functions()) name(each.name);
    name("Raster");
    return out + "]\n";
}

std::string print(std::string_view what) {
    Types types;
    types.of<sky::Planet>(Side::given);  // which functions over arrays name
    types.of<sky::BortleScheme>(Side::given);
    std::string functions;
    each_sky_list([&](const auto& list) { functions += sky_functions(types, list); });
    functions += library_class(types);
    if (what == "views") return std::string(views_head) + types.declared();
    std::string out(module_head);
    out += array_imports;
    out += "from .views import (\n";
    for (const auto& name : types.mentioned()) out += "    " + name + ",\n";
    return out + ")\n\n__version__: str\n" + all_of_sky() + "\n" + array_stubs() + "\n\n" +
           functions;
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
