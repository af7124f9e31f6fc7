#pragma once

#include "shells/cli/arguments.hpp"

namespace asterism::cli {

// One function a verb; the table is in verbs.cpp.

Exit serve(const Arguments& given);
Exit work(const Arguments& given);

Exit migrate_status(const Arguments& given);
Exit migrate_up(const Arguments& given);

Exit tenant_add(const Arguments& given);
Exit tenant_list(const Arguments& given);
Exit tenant_migrate(const Arguments& given);

Exit doctor(const Arguments& given);

Exit config_show(const Arguments& given);
Exit config_check(const Arguments& given);
Exit config_keys(const Arguments& given);

Exit user_add(const Arguments& given);
Exit user_list(const Arguments& given);
Exit user_show(const Arguments& given);
Exit user_role(const Arguments& given);
Exit user_lock(const Arguments& given);
Exit user_unlock(const Arguments& given);
Exit user_verify(const Arguments& given);
Exit user_password(const Arguments& given);
Exit user_sessions(const Arguments& given);
Exit user_end_sessions(const Arguments& given);
Exit user_delete(const Arguments& given);
Exit user_export(const Arguments& given);

Exit audit_list(const Arguments& given);
Exit audit_verify(const Arguments& given);
Exit audit_archive(const Arguments& given);
Exit audit_clean_archives(const Arguments& given);

Exit cleanup_unverified(const Arguments& given);
Exit cleanup_sessions(const Arguments& given);
Exit cleanup_tickets(const Arguments& given);
Exit cleanup_lockouts(const Arguments& given);
Exit cleanup_carts(const Arguments& given);

Exit badge_list(const Arguments& given);
Exit badge_audit(const Arguments& given);
Exit badge_award_pioneer(const Arguments& given);
Exit badge_recompute(const Arguments& given);

Exit mail_outbox(const Arguments& given);
Exit media_sweep(const Arguments& given);

Exit place_import(const Arguments& given);
Exit place_export(const Arguments& given);
Exit place_enrich(const Arguments& given);
Exit backfill_bortle(const Arguments& given);
Exit backfill_descriptions(const Arguments& given);
Exit cache_warm(const Arguments& given);

Exit media_rebuild(const Arguments& given);
Exit place_backfill_photo_sizes(const Arguments& given);
Exit sky_moon(const Arguments& given);
Exit sky_sun(const Arguments& given);
Exit sky_planets(const Arguments& given);
Exit sky_tonight(const Arguments& given);
Exit sky_dark(const Arguments& given);
Exit sky_best(const Arguments& given);
Exit sky_bortle(const Arguments& given);
Exit sky_brightness(const Arguments& given);
Exit sky_calendar(const Arguments& given);
Exit sky_showers(const Arguments& given);
Exit sky_zone(const Arguments& given);
Exit sky_raster_build(const Arguments& given);
Exit sky_raster_show(const Arguments& given);
Exit sky_raster_check(const Arguments& given);
Exit call(const Arguments& given);

Exit openapi(const Arguments& given);
Exit completion(const Arguments& given);
Exit version(const Arguments& given);

}  // namespace asterism::cli
