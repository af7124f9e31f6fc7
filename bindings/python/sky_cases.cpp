#include "bindings/python/sky_cases.hpp"

#include <algorithm>
#include <chrono>
#include <string>

#include "bindings/python/describe.hpp"
#include "bindings/python/refuse.hpp"
#include "bindings/python/sky_lists.hpp"
#include "bindings/python/unlocked.hpp"
#include "bindings/python/values.hpp"
#include "shells/app/app.hpp"
#include "shells/app/operation.hpp"
#include "shells/outside/argon2.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/outside/zones.hpp"

namespace asterism::python {
namespace {

/// The sky stores nothing.
class NoStore final : public app::Store {
public:
    void read(app::FunctionRef<void(app::Unit&)>) override { ping(); }

    void write(app::Work) override { ping(); }

    void ping() override { throw app::StoreUnavailable("there is no store"); }
};

Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// What runs use cases without a data folder.
class Outdoors {
public:
    Result<Done> run(const app::Operation& operation, const json::value& input,
                     app::Answer& answer) {
        return operation.run(app_, {std::nullopt, caller_, policy_}, input, answer);
    }

private:
    app::World world() {
        app::World out{&now, entropy_, fingerprint_, hasher_, sealer_};
        out.zones = &zones_;
        return out;
    }

    const Caller caller_{};
    const accounts::Policy policy_;
    NoStore store_;
    outside::SystemEntropy entropy_;
    outside::Sha256Fingerprint fingerprint_;
    outside::HmacSealer sealer_{std::string(32, '\0')};  // there is no log to seal
    outside::Argon2Hasher hasher_{entropy_};
    const outside::SystemZones zones_;
    app::App app_{store_, world()};
};

/// Never destroyed: other threads may look at the sky until the process is gone.
Outdoors& outdoors() {
    static Outdoors* const here = new Outdoors;
    return *here;
}

/// Fields by position, too, in the order of the signature.
json::value input_of(const app::Operation& operation, const py::args& positional,
                     const py::kwargs& named) {
    const auto names = parameter_names(operation);
    if (positional.size() > names.size()) throw py::type_error("There are not so many fields.");
    for (std::size_t i = 0; i < positional.size(); ++i) {
        const py::str name(names[i].data(), names[i].size());
        if (named.contains(name))
            throw py::type_error("The field '" + std::string(names[i]) + "' is given twice.");
        named[name] = positional[i];
    }
    return value_or_refuse(to_json(named));
}

void add_case(py::module_& module, const std::string& name, const app::Operation& operation) {
    const auto doc = name + sky_signature(operation) + "\n--\n\n" + sky_docstring(operation);
    module.def(
        name.c_str(),
        [&operation, reshape = Reshape(operation.output())](const py::args& positional,
                                                            const py::kwargs& named) {
            const auto input = input_of(operation, positional, named);
            app::Answer answer;
            const auto outcome = [&] {
                const Unlocked others_may_run;
                return outdoors().run(operation, input, answer);
            }();
            if (!outcome) refuse(outcome.error());
            return reshape(value_or_refuse(app::parse_strict(answer.text)));
        },
        doc.c_str());
}

}  // namespace

void add_sky_cases(py::module_& module) {
    each_sky_list([&](const auto& list) {
        for (const Entry& entry : list.entries) {
            const auto& operation = *app::find_operation(entry.name);
            add_case(module, std::string(sky_name(entry.name)), operation);
            if (entry.name == moon_case) add_case(module, std::string(moon_alias), operation);
        }
    });
}

}  // namespace asterism::python
