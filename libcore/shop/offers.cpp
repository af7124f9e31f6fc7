#include "libcore/shop/offers.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/words.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t longest_title = 100;
constexpr std::size_t longest_description = 500;

StatusView shown(const Status& status) {
    return {status.identifier, status.title, status.description, status.phase, status.retired};
}

bool fits(const Discount& code) { return is_text(code.description, longest_description); }

bool is_known(const ShippingMethods& methods, std::string_view identifier) {
    const auto all = methods.all();
    return std::ranges::find(all, identifier, &ShippingMethod::identifier) != all.end();
}

std::optional<Error> refusal(const ShippingMethod& method) {
    if (!is_identifier(method.identifier)) return field_error(bad_shop_word, "identifier");
    if (!is_line(method.carrier, longest_title)) return field_error(bad_shop_word, "carrier");
    const auto& base = method.tracking_base;
    if (!base.empty() && !(base.starts_with("https://") && is_shop_link(base)))
        return field_error(bad_shop_link, "tracking_base");
    return std::nullopt;
}

std::optional<Error> refusal(const Status& status) {
    if (!is_identifier(status.identifier)) return field_error(bad_shop_word, "identifier");
    if (!is_line(status.title, longest_title)) return field_error(bad_shop_word, "title");
    if (!is_text(status.description, longest_description))
        return field_error(bad_shop_word, "description");
    return std::nullopt;
}

}  // namespace

Result<StaffCodeView> add_code(const accounts::Run& run, Actor actor, Discounts& discounts,
                               const ShippingMethods& methods, const Policy& policy,
                               const AddCode& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto amount = read_amount(input.amount, policy.currency, "amount");
    if (!amount) return amount.error();
    const auto minimum =
        read_amount(input.order_minimum.value_or("0.00"), policy.currency, "order_minimum");
    if (!minimum) return minimum.error();
    const auto uses = recounted({}, input.uses);
    if (!uses) return field_error(*uses.error().fault, "uses");
    Discount code;
    code.code = input.code;
    code.description = input.description.value_or("");
    code.kind = input.kind;
    code.amount = amount->minor;
    code.order_minimum = *minimum;
    code.starts = input.starts;
    code.ends = input.ends;
    code.combinable = input.combinable.value_or(false);
    code.uses = *uses;
    if (code.kind == DiscountKind::free_shipping)
        code.shipping_method = input.shipping_method.value_or(policy.usual_shipping);
    if (const Fault* fault = definition_refusal(code)) return *fault;
    if (!fits(code)) return field_error(bad_shop_word, "description");
    if (input.shipping_method && !is_known(methods, *input.shipping_method))
        return field_error(unknown_shipping_method, "shipping_method");
    const auto id = discounts.add(code);
    if (!id) return field_error(identifier_taken, "code");
    code.id = *id;
    note_deed(run, actor, "code_added", {{"code", std::string_view(code.code)}});
    return staff_view_of(code);
}

Result<StaffCodeView> change_code(const accounts::Run& run, Actor actor, Discounts& discounts,
                                  const ChangeCode& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto code = discounts.hold(input.code);
    if (!code) return unknown_code;
    code->description = input.description.value_or(code->description);
    code->starts = input.starts.value_or(code->starts);
    code->ends = input.ends.value_or(code->ends);
    if (input.uses) {
        const auto uses = recounted(code->uses, input.uses);
        if (!uses) return field_error(*uses.error().fault, "uses");
        code->uses = *uses;
    }
    if (const Fault* fault = definition_refusal(*code)) return *fault;
    if (!fits(*code)) return field_error(bad_shop_word, "description");
    discounts.save(*code);
    note_deed(run, actor, "code_changed", {{"code", std::string_view(code->code)}});
    return staff_view_of(*code);
}

Result<StaffMethodView> add_shipping_method(const accounts::Run& run, Actor actor,
                                            ShippingMethods& methods, const Policy& policy,
                                            const AddShippingMethod& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto cost = read_amount(input.cost, policy.currency, "cost");
    if (!cost) return cost.error();
    const ShippingMethod method{
        {},   input.identifier,           input.carrier, *cost, input.tracking_base.value_or(""),
        true, input.parcel.value_or(true)};
    if (auto error = refusal(method)) return *std::move(error);
    if (!methods.add(method)) return field_error(identifier_taken, "identifier");
    note_deed(run, actor, "shipping_method_added",
              {{"method", std::string_view(method.identifier)}});
    return staff_view_of(method);
}

Result<StaffMethodView> change_shipping_method(const accounts::Run& run, Actor actor,
                                               ShippingMethods& methods, const Policy& policy,
                                               const ChangeShippingMethod& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto method = methods.hold(input.identifier);
    if (!method) return unknown_shipping_method;
    if (input.cost) {
        const auto cost = read_amount(*input.cost, policy.currency, "cost");
        if (!cost) return cost.error();
        method->cost = *cost;
    }
    method->carrier = input.carrier.value_or(method->carrier);
    method->tracking_base = input.tracking_base.value_or(method->tracking_base);
    method->active = input.active.value_or(method->active);
    if (auto error = refusal(*method)) return *std::move(error);
    methods.save(*method);
    note_deed(run, actor, "shipping_method_changed",
              {{"method", std::string_view(method->identifier)}});
    return staff_view_of(*method);
}

Result<StatusList> list_order_statuses(const Statuses& statuses, const ListStatuses&) {
    StatusList out;
    for (const Status& each : statuses.all()) out.items.push_back(shown(each));
    return out;
}

Result<StatusView> add_order_status(const accounts::Run& run, Actor actor, Statuses& statuses,
                                    const AddStatus& input) {
    if (actor.role < Role::staff) return merchants_only;
    const Status status{input.identifier, input.title, input.description.value_or(""), input.phase};
    if (auto error = refusal(status)) return *std::move(error);
    if (!statuses.add(status)) return field_error(identifier_taken, "identifier");
    note_deed(run, actor, "order_status_added", {{"status", std::string_view(status.identifier)}});
    return shown(status);
}

Result<StatusView> change_order_status(const accounts::Run& run, Actor actor, Statuses& statuses,
                                       const ChangeStatus& input) {
    if (actor.role < Role::staff) return merchants_only;
    auto status = statuses.hold(input.identifier);
    if (!status) return unknown_status;
    status->title = input.title.value_or(status->title);
    status->description = input.description.value_or(status->description);
    status->retired = input.retired.value_or(status->retired);
    if (auto error = refusal(*status)) return *std::move(error);
    statuses.save(*status);
    note_deed(run, actor, "order_status_changed",
              {{"status", std::string_view(status->identifier)}});
    return shown(*status);
}

}  // namespace asterism::shop
