#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/offer_lists.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// The staff's side of discount codes, ways of shipping, and statuses of orders. What is not given
// stays as it is.

struct AddCode {
    std::string code;
    DiscountKind kind = DiscountKind::percent_off;
    std::string amount;
    Instant starts;
    Instant ends;
    std::optional<std::string> description = {};
    std::optional<std::string> order_minimum = {};
    std::optional<bool> combinable = {};
    std::optional<std::string> shipping_method = {};
    std::optional<std::int64_t> uses = {};

    static constexpr void fields(auto&& see) {
        see("code", &AddCode::code, "What is typed in: 1 to 100 letters and digits.");
        see("kind", &AddCode::kind, "What it takes something off.");
        see("amount", &AddCode::amount, "Percents, money or months, as \"10.00\".");
        see("starts", &AddCode::starts, "Good from then on.");
        see("ends", &AddCode::ends, "Good until then.");
        see("description", &AddCode::description, "What it does; {} stands for the amount.");
        see("order_minimum", &AddCode::order_minimum, "What the items have to come to.");
        see("combinable", &AddCode::combinable, "Meant to go with other codes.");
        see("shipping_method", &AddCode::shipping_method,
            "Which way becomes free; the usual one if not given.");
        see("uses", &AddCode::uses, "How many orders it is good for; without end if not given.");
    }
};

struct ChangeCode {
    DiscountId code;
    std::optional<std::string> description = {};
    std::optional<Instant> starts = {};
    std::optional<Instant> ends = {};
    std::optional<std::int64_t> uses = {};

    static constexpr void fields(auto&& see) {
        see("code", &ChangeCode::code, "The code's number.");
        see("description", &ChangeCode::description, "What it does; {} stands for the amount.");
        see("starts", &ChangeCode::starts, "Good from then on.");
        see("ends", &ChangeCode::ends, "Good until then.");
        see("uses", &ChangeCode::uses, "How many more orders it is good for.");
    }
};

struct AddShippingMethod {
    std::string identifier;
    std::string carrier;
    std::string cost;
    std::optional<std::string> tracking_base = {};
    std::optional<bool> parcel = {};

    static constexpr void fields(auto&& see) {
        see("identifier", &AddShippingMethod::identifier, "How it is chosen.");
        see("carrier", &AddShippingMethod::carrier, "Who carries it, 1 to 100 characters.");
        see("cost", &AddShippingMethod::cost, "What it costs, as \"9.56\".");
        see("tracking_base", &AddShippingMethod::tracking_base,
            "An https address to which a parcel's number is appended; empty: none.");
        see("parcel", &AddShippingMethod::parcel, "Whether something is sent; so if not given.");
    }
};

struct ChangeShippingMethod {
    std::string identifier;
    std::optional<std::string> carrier = {};
    std::optional<std::string> cost = {};
    std::optional<std::string> tracking_base = {};
    std::optional<bool> active = {};

    static constexpr void fields(auto&& see) {
        see("identifier", &ChangeShippingMethod::identifier, "How it is chosen.");
        see("carrier", &ChangeShippingMethod::carrier, "Who carries it, 1 to 100 characters.");
        see("cost", &ChangeShippingMethod::cost, "What it costs, as \"9.56\".");
        see("tracking_base", &ChangeShippingMethod::tracking_base,
            "An https address to which a parcel's number is appended; empty: none.");
        see("active", &ChangeShippingMethod::active, "Whether it can be chosen.");
    }
};

struct StatusView {
    std::string identifier;
    std::string title;
    std::string description;
    Phase phase = Phase::accepted;
    bool retired = false;

    static constexpr void fields(auto&& see) {
        see("identifier", &StatusView::identifier, "What orders call it.");
        see("title", &StatusView::title, "What people call it.");
        see("description", &StatusView::description, "A sentence about it.");
        see("phase", &StatusView::phase, "How far an order is that has it.");
        see("retired", &StatusView::retired, "Whether orders get it no more.");
    }
};

struct StatusList {
    std::vector<StatusView> items;

    static constexpr void fields(auto&& see) {
        see("items", &StatusList::items, "All statuses that orders have or had.");
    }
};

struct ListStatuses {
    static constexpr void fields(auto&&) {}
};

struct AddStatus {
    std::string identifier;
    std::string title;
    Phase phase = Phase::in_work;
    std::optional<std::string> description = {};

    static constexpr void fields(auto&& see) {
        see("identifier", &AddStatus::identifier, "What orders call it.");
        see("title", &AddStatus::title, "What people call it, 1 to 100 characters.");
        see("phase", &AddStatus::phase, "How far an order is that has it.");
        see("description", &AddStatus::description, "A sentence about it.");
    }
};

struct ChangeStatus {
    std::string identifier;
    std::optional<std::string> title = {};
    std::optional<std::string> description = {};
    std::optional<bool> retired = {};

    static constexpr void fields(auto&& see) {
        see("identifier", &ChangeStatus::identifier, "What orders call it.");
        see("title", &ChangeStatus::title, "What people call it, 1 to 100 characters.");
        see("description", &ChangeStatus::description, "A sentence about it.");
        see("retired", &ChangeStatus::retired, "Whether orders get it no more.");
    }
};

Result<StaffCodeView> add_code(const accounts::Run& run, Actor actor, Discounts& discounts,
                               const ShippingMethods& methods, const Policy& policy,
                               const AddCode& input);
/// What it takes off stays: whoever has it in his cart was told.
Result<StaffCodeView> change_code(const accounts::Run& run, Actor actor, Discounts& discounts,
                                  const ChangeCode& input);
Result<StaffMethodView> add_shipping_method(const accounts::Run& run, Actor actor,
                                            ShippingMethods& methods, const Policy& policy,
                                            const AddShippingMethod& input);
Result<StaffMethodView> change_shipping_method(const accounts::Run& run, Actor actor,
                                               ShippingMethods& methods, const Policy& policy,
                                               const ChangeShippingMethod& input);
Result<StatusList> list_order_statuses(const Statuses& statuses, const ListStatuses& input);
Result<StatusView> add_order_status(const accounts::Run& run, Actor actor, Statuses& statuses,
                                    const AddStatus& input);
Result<StatusView> change_order_status(const accounts::Run& run, Actor actor, Statuses& statuses,
                                       const ChangeStatus& input);

inline constexpr UseCases offer_cases{
    use_case<&add_code>("add_code", "Makes a discount code."),
    use_case<&change_code>("change_code", "Changes how long and how often a code is good."),
    use_case<&add_shipping_method>("add_shipping_method", "Adds a way of shipping."),
    use_case<&change_shipping_method>("change_shipping_method",
                                      "Changes a way of shipping, or retires it."),
    use_case<&list_order_statuses>("list_order_statuses", "Lists what orders can be."),
    use_case<&add_order_status>("add_order_status", "Adds a status for orders."),
    use_case<&change_order_status>("change_order_status",
                                   "Changes what a status is called, or retires it."),
};

}  // namespace asterism::shop
