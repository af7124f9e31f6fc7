#pragma once

#include "libcore/site.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlSiteIndex final : public SiteIndex {
public:
    explicit SqlSiteIndex(Db& db) : db_(db) {}

    SiteStatistics count() const override;
    std::vector<ListedPage> profiles(std::int64_t limit) const override;
    std::vector<ListedPart> place_parts() const override;
    std::vector<ListedPage> places(std::int64_t part) const override;

private:
    Db& db_;
};

}  // namespace asterism::store
