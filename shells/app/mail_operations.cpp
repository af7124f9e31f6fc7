#include "libcore/mail/use_cases.hpp"
#include "shells/app/operations.hpp"

namespace asterism::app {

std::span<const Operation> mail_operations() {
    static constexpr auto all = erase(mail::use_cases);
    return all;
}

}  // namespace asterism::app
