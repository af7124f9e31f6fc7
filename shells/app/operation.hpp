#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/json/fwd.hpp>

#include "libcore/accounts/types.hpp"
#include "libcore/base/result.hpp"
#include "libcore/base/use_case.hpp"
#include "shells/app/function_ref.hpp"
#include "shells/app/shape.hpp"

namespace asterism::app {

class App;
struct Call;

inline constexpr Fault store_unavailable{"store_unavailable", Kind::unavailable,
                                         "The database does not answer. Try again soon."};
inline constexpr Fault busy{"busy", Kind::unavailable, "Too much to do just now. Try again soon."};

/// What a run answers.
struct Answer {
    std::string text = {};                        ///< the view, as JSON
    std::optional<accounts::Opened> opened = {};  ///< a session, for the shell that keeps cookies
    std::optional<std::string> browser = {};      ///< what an identity flow left in the browser
    std::optional<std::string> visitor = {};      ///< the secret of a visitor's cart
    /// Appends an element of a list that flows in another form; null: as it is.
    void (*each)(std::string& out, std::string_view element) = nullptr;
};

/// A use case with its types erased: the narrow waist through which every shell reaches the core.
struct Operation {
    std::string_view name;
    std::string_view summary;
    bool needs_actor;
    bool hashes;
    bool asks_outside;
    /// Appends the view to `answer.text`. A store that does not answer is a refusal, too.
    Result<Done> (*run)(App&, const Call&, const json::value& input, Answer& answer);
    const Shape& (*input)();
    json::object (*output)();
};

/// All of them, in catalogue order.
std::span<const Operation> operations();

const Operation* find_operation(std::string_view name);

/// Runs `body`, with a world that does not answer turned into a refusal.
Result<Done> guarded(FunctionRef<Result<Done>()> body);

}  // namespace asterism::app
