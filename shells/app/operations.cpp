#include "shells/app/operations.hpp"

#include <algorithm>
#include <vector>

#include "libcore/media/faults.hpp"
#include "libcore/sky/zones_faults.hpp"

namespace asterism::app {

std::span<const Operation> accounts_operations();
std::span<const Operation> self_operations();
std::span<const Operation> administration_operations();
std::span<const Operation> oversight_operations();
std::span<const Operation> cleanup_operations();
std::span<const Operation> audit_operations();
std::span<const Operation> community_operations();
std::span<const Operation> follow_operations();
std::span<const Operation> moderation_operations();
std::span<const Operation> report_operations();
std::span<const Operation> vote_operations();
std::span<const Operation> identity_operations();
std::span<const Operation> keys_operations();
std::span<const Operation> mail_operations();
std::span<const Operation> own_data_operations();
std::span<const Operation> places_operations();
std::span<const Operation> keepsakes_operations();
std::span<const Operation> reviews_operations();
std::span<const Operation> comments_operations();
std::span<const Operation> feedback_operations();
std::span<const Operation> detail_operations();
std::span<const Operation> site_operations();
std::span<const Operation> upkeep_operations();
std::span<const Operation> photo_operations();
std::span<const Operation> gallery_operations();
std::span<const Operation> carousel_operations();
std::span<const Operation> badges_operations();
std::span<const Operation> badge_upkeep_operations();
std::span<const Operation> browsing_operations();
std::span<const Operation> cart_operations();
std::span<const Operation> cart_upkeep_operations();
std::span<const Operation> merchandise_operations();
std::span<const Operation> offer_operations();
std::span<const Operation> check_out_operations();
std::span<const Operation> settling_operations();
std::span<const Operation> order_operations();
std::span<const Operation> aftercare_operations();
std::span<const Operation> shop_desk_operations();
std::span<const Operation> till_operations();
std::span<const Operation> sky_operations();
std::span<const Operation> sky_night_operations();
std::span<const Operation> sky_light_operations();
std::span<const Operation> outside_operations();
std::span<const Operation> terms_operations();
std::span<const Operation> joining_operations();
std::span<const Operation> preference_operations();
std::span<const Operation> inquiry_operations();
std::span<const Operation> telemetry_operations();
std::span<const Operation> storefront_operations();

std::span<const Operation> operations() {
    static const std::vector<Operation> all = [] {
        std::vector<Operation> out;
        for (const auto module :
             {accounts_operations(),   self_operations(),         administration_operations(),
              oversight_operations(),  identity_operations(),     keys_operations(),
              cleanup_operations(),    terms_operations(),        audit_operations(),
              community_operations(),  follow_operations(),       vote_operations(),
              report_operations(),     moderation_operations(),   places_operations(),
              keepsakes_operations(),  reviews_operations(),      comments_operations(),
              feedback_operations(),   detail_operations(),       upkeep_operations(),
              photo_operations(),      gallery_operations(),      carousel_operations(),
              badges_operations(),     badge_upkeep_operations(), browsing_operations(),
              cart_operations(),       cart_upkeep_operations(),  merchandise_operations(),
              offer_operations(),      check_out_operations(),    settling_operations(),
              order_operations(),      aftercare_operations(),    shop_desk_operations(),
              till_operations(),       own_data_operations(),     site_operations(),
              mail_operations(),       sky_operations(),          sky_night_operations(),
              sky_light_operations(),  outside_operations(),      joining_operations(),
              preference_operations(), inquiry_operations(),      telemetry_operations(),
              storefront_operations()})
            out.insert(out.end(), module.begin(), module.end());
        return out;
    }();
    return all;
}

const Operation* find_operation(std::string_view name) {
    const auto all = operations();
    const auto found = std::ranges::find(all, name, &Operation::name);
    return found == all.end() ? nullptr : &*found;
}

Result<Done> guarded(FunctionRef<Result<Done>()> body) {
    const auto later = [](const Fault& fault, std::chrono::seconds after) {
        Error error{&fault};
        error.retry_after = after;
        return error;
    };
    try {
        return body();
    } catch (const StoreUnavailable&) {
        return later(store_unavailable, std::chrono::seconds{2});
    } catch (const Busy&) {
        return later(busy, std::chrono::seconds{1});
    } catch (const NoRoom&) {
        return later(media::storage_full, std::chrono::seconds{60});
    } catch (const NoImages&) {
        return later(media::no_images, std::chrono::seconds{60});
    } catch (const NoZones&) {
        return later(sky::zones_unavailable, std::chrono::seconds{60});
    }
}

}  // namespace asterism::app
