#include "libcore/shop/status.hpp"

#include <algorithm>

#include "libcore/base/entropy.hpp"
#include "libcore/base/text.hpp"
#include "libcore/shop/faults.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t longest_number = 100;
constexpr std::size_t longest_note = 1'000;

bool is_number(std::string_view text) {
    return text.size() <= longest_number && std::ranges::all_of(text, [](char c) {
               return c == '-' || alphanumerics.find(c) != alphanumerics.npos;
           });
}

}  // namespace

bool is_order_note(std::string_view text) {
    return text.size() <= 4 * longest_note && is_plain_utf8(text) &&
           code_points(text) <= longest_note;
}

const Fault* move_refusal(std::span<const StatusEntry> history, const Status& to,
                          const MoveWords& words, bool has_tracking) {
    const auto before =
        std::ranges::find(history, std::string_view(to.identifier), &StatusEntry::status);
    if (to.retired) return &unknown_status;
    if (before != history.end()) return &status_already;
    if (!may_move(history.back().phase, to.phase)) return &no_such_move;
    const bool ships = to.phase == Phase::shipped && has_tracking;
    if (!is_number(words.tracking)) return &bad_tracking;
    if (!words.tracking.empty() && !ships) return &bad_tracking;
    if (words.tracking.empty() && ships) return &tracking_missing;
    if (!is_order_note(words.note)) return &bad_order_note;
    if (to.phase == Phase::refunded && trimmed(words.note).empty()) return &refund_note_missing;
    return nullptr;
}

}  // namespace asterism::shop
