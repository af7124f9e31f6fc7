#include "bindings/python/describe.hpp"

namespace asterism::python {

std::string signature(const app::Operation& operation) {
    std::string out = "($self, /, *";
    for (const bool required : {true, false})
        for (const app::Field& field : operation.input())
            if (field.required == required)
                out.append(", ").append(field.name).append(required ? "" : "=None");
    return out + (operation.needs_actor ? ", actor)" : ", actor=None)");
}

std::string docstring(const app::Operation& operation) {
    std::string out(operation.summary);
    out += "\n\n";
    for (const app::Field& field : operation.input())
        out.append(field.name).append(": ").append(field.about).append("\n");
    out += "actor: The account on whose behalf this is done, by handle or number";
    return out + (operation.needs_actor ? "." : "; None for nobody.");
}

}  // namespace asterism::python
