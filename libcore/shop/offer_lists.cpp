#include "libcore/shop/offer_lists.hpp"

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

StaffCodeView staff_view_of(const Discount& code) {
    return {code.id,
            code.code,
            code.description,
            code.kind,
            decimal({code.amount, code.order_minimum.currency}),
            decimal(code.order_minimum),
            code.starts,
            code.ends,
            code.combinable,
            code.shipping_method,
            code.uses.left};
}

StaffMethodView staff_view_of(const ShippingMethod& method) {
    return {method.identifier,    method.carrier, decimal(method.cost),
            method.tracking_base, method.active,  method.parcel};
}

Result<StaffCodeList> list_codes(Actor actor, const Discounts& discounts, const ListCodes&) {
    if (actor.role < Role::staff) return merchants_only;
    StaffCodeList out;
    for (const Discount& each : discounts.all()) out.items.push_back(staff_view_of(each));
    return out;
}

Result<StaffMethodList> list_shipping_methods(Actor actor, const ShippingMethods& methods,
                                              const ListShippingMethods&) {
    if (actor.role < Role::staff) return merchants_only;
    StaffMethodList out;
    for (const ShippingMethod& each : methods.all()) out.items.push_back(staff_view_of(each));
    return out;
}

}  // namespace asterism::shop
