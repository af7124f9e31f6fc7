#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shells/app/operation.hpp"

namespace asterism::python {

inline constexpr auto library_doc =
    "Everything Asterism can do, over the same store as its server.\n\n"
    "Several processes may use one data folder at once, the server among them. A library may be\n"
    "used by many threads, but not across fork(). The settings of the server are not read.\n\n"
    "Each use case is a method that takes its fields by keyword and answers a dict. Instants are\n"
    "datetimes with a time zone (the answer's are in UTC) or RFC 3339 texts. What is refused\n"
    "raises an exception that derives from asterism.Refused.\n\n"
    "path: The data folder; if not given, the one that the program `asterism` would use.\n"
    "database: postgresql://... or sqlite:PATH, instead of asterism.db in the data folder.";
inline constexpr auto close_doc =
    "Lets go of the store, once the calls that have begun are done. May be called again.";
inline constexpr auto closed_doc = "Whether close() was called.";
/// A use case as a method, as CPython keeps it for `inspect.signature`.
std::string signature(const app::Operation& operation);

/// What it does, and a line about each of its fields.
std::string docstring(const app::Operation& operation);

/// The names of its fields, those that must be given first.
std::vector<std::string_view> parameter_names(const app::Operation& operation);

/// The same as a function that needs no data folder and nobody to act.
std::string sky_signature(const app::Operation& operation);
std::string sky_docstring(const app::Operation& operation);

}  // namespace asterism::python
