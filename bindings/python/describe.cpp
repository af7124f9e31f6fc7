#include "bindings/python/describe.hpp"

namespace asterism::python {
namespace {

std::string parameters(const app::Operation& operation) {
    std::string out;
    for (const bool required : {true, false})
        for (const app::Field& field : operation.input())
            if (field.required == required)
                out.append(", ").append(field.name).append(required ? "" : "=None");
    return out;
}

/// What it does, and a line about each of its fields.
std::string told(const app::Operation& operation) {
    std::string out(operation.summary);
    out += "\n";
    for (const app::Field& field : operation.input())
        out.append("\n").append(field.name).append(": ").append(field.about);
    return out;
}

}  // namespace

std::vector<std::string_view> parameter_names(const app::Operation& operation) {
    std::vector<std::string_view> out;
    for (const bool required : {true, false})
        for (const app::Field& field : operation.input())
            if (field.required == required) out.push_back(field.name);
    return out;
}

std::string signature(const app::Operation& operation) {
    return "($self, /, *" + parameters(operation) +
           (operation.needs_actor ? ", actor)" : ", actor=None)");
}

std::string docstring(const app::Operation& operation) {
    return told(operation) +
           "\nactor: The account on whose behalf this is done, by handle or number" +
           (operation.needs_actor ? "." : "; None for nobody.");
}

std::string sky_signature(const app::Operation& operation) {
    return "($module, /" + parameters(operation) + ")";
}

std::string sky_docstring(const app::Operation& operation) {
    return told(operation) + "\nNeeds no data folder; Library has it, too.";
}

}  // namespace asterism::python
