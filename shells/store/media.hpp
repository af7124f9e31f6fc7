#pragma once

#include "libcore/media/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlBlobs final : public media::Blobs {
public:
    explicit SqlBlobs(Db& db) : db_(db) {}

    media::BlobId add(const media::Blob& blob) override;
    std::optional<media::Blob> find(const media::Subject& subject) const override;
    std::vector<media::Blob> take(const media::Subject& subject) override;
    void drop(media::BlobId id) override;
    std::vector<media::Blob> take_loose() override;
    std::vector<media::Blob> named(std::string_view beginning) const override;
    media::Usage charge(AccountId account, Instant day, std::int64_t bytes) override;
    void forget_usage(Instant day) override;

private:
    Db& db_;
};

/// "1920 720" as numbers.
std::vector<int> sides_of(std::string_view text);

}  // namespace asterism::store
