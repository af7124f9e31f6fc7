#pragma once

#include <cstdint>
#include <functional>

namespace asterism {

/// A list too long to be held: told one by one, and only while the run that it came from is open. A
/// view that has one says so: `using Flows = void`.
template <class T>
struct Flow {
    using Take = std::function<void(T&&)>;

    std::function<void(const Take&)> each;
    std::int64_t about = 0;  ///< so many, or so; 0 where nobody has counted
};

}  // namespace asterism
