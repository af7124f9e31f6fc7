#pragma once

#include <string>

#include "libcore/audit/archiving.hpp"

namespace asterism::outside {

/// Archives as files of one folder, for their owner alone. The folder is made when it is needed.
class AuditShelf final : public audit::Shelf {
public:
    AuditShelf(std::string folder, const audit::Sealer& sealer)
        : folder_(std::move(folder)), sealer_(sealer) {}

    audit::Kept keep(const audit::Batch& batch, const audit::ArchiveAudit& input,
                     Instant now) override;
    void remove(const std::string& file) override;
    std::vector<audit::Sealed> read(const std::string& file,
                                    const std::string& digest) const override;
    std::vector<std::string> files() const override;
    std::optional<Instant> made_at(const std::string& file) const override;

private:
    std::string digest_of(const std::string& content) const;
    void write(const std::string& file, const std::string& content) const;

    std::string folder_;
    const audit::Sealer& sealer_;
};

}  // namespace asterism::outside
