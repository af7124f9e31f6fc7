# Prints migrations/*.sql, in order of their numbers, into a source file that defines migrations().
# Sets ASTERISM_MIGRATIONS_CPP to its name.
set(asterism_migrations 0001_platform 0002_audit 0003_mail 0004_accounts 0005_accounts_whole
    0006_audit_chain 0007_community 0008_media 0009_keys 0010_identity 0012_account_life
    0013_places 0016_community_whole 0017_judgement 0018_reviews 0019_photos 0020_badges
    0021_place_upkeep 0022_versions 0023_shop 0024_orders 0025_shop_reference
    0026_crm 0027_client_events 0028_shop_trouble 0029_photo_versions 0030_suspension
    0031_shop_replies 0032_nearness 0033_order_language 0037_quick_checks)
set(ASTERISM_MIGRATIONS_CPP ${CMAKE_CURRENT_BINARY_DIR}/migrations.cpp)

set(migration_rows "")
foreach(migration IN LISTS asterism_migrations)
    set(path ${CMAKE_CURRENT_LIST_DIR}/migrations/${migration}.sql)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    string(REGEX MATCH "^0*([0-9]+)_(.+)$" matched ${migration})
    string(APPEND migration_rows
        "    Migration{${CMAKE_MATCH_1}, \"${CMAKE_MATCH_2}\", R\"sql(${text})sql\"},\n")
endforeach()

# GENERATE writes only what has changed, and leaves @id@ in the texts alone.
file(GENERATE OUTPUT ${ASTERISM_MIGRATIONS_CPP} CONTENT
"#include \"shells/store/migrations.hpp\"

#include <array>

namespace asterism::store {
namespace {
constexpr std::array all{
${migration_rows}};
}  // namespace

std::span<const Migration> migrations() { return all; }

}  // namespace asterism::store
")
