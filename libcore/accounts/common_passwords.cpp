#include "libcore/accounts/common_passwords.hpp"

#include "embedded/embedded_passwords.hpp"

namespace asterism::accounts {

std::string_view common_passwords() {
    const auto file = embedded_passwords().front().data;
    return file.substr(file.find("\n\n") + 2);
}

bool is_common_password(std::string_view lower) {
    static const auto list = common_passwords();
    // Always between two line starts: what is sought lies in `rest` if anywhere.
    for (auto rest = list; !rest.empty();) {
        const auto middle = rest.substr(0, rest.size() / 2).rfind('\n') + 1;  // npos + 1 is 0
        const auto entry = rest.substr(middle, rest.find('\n', middle) - middle);
        if (entry == lower) return true;
        rest = lower < entry ? rest.substr(0, middle) : rest.substr(middle + entry.size() + 1);
    }
    return false;
}

}  // namespace asterism::accounts
