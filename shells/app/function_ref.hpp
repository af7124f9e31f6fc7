#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace asterism::app {

template <class Signature>
class FunctionRef;

/// A view of something callable, for the time of one call (as std::function_ref of C++26).
template <class Out, class... In>
class FunctionRef<Out(In...)> {
public:
    template <class Callable>

    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef>)
        FunctionRef(Callable&& callable)
        : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          call_([](void* raw, In... in) -> Out {
              return (*static_cast<std::remove_reference_t<Callable>*>(raw))(
                  std::forward<In>(in)...);
          }) {}

    Out operator()(In... in) const { return call_(callable_, std::forward<In>(in)...); }

private:
    void* callable_;
    Out (*call_)(void*, In...);
};

}  // namespace asterism::app
