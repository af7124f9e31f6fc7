#pragma once

#include <exception>
#include <map>
#include <mutex>

#include "libcore/media/ports.hpp"
#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryBlobs : public media::Blobs {
public:
    MemoryBlobs(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    media::BlobId add(const media::Blob& blob) override;
    std::optional<media::Blob> find(const media::Subject& subject) const override;
    std::vector<media::Blob> take(const media::Subject& subject) override;
    void drop(media::BlobId id) override;
    std::vector<media::Blob> take_loose() override;
    std::vector<media::Blob> named(std::string_view beginning) const override;
    media::Usage charge(AccountId account, Instant day, std::int64_t bytes) override;
    void forget_usage(Instant day) override;

private:
    Tables& tables_;
    Calls& calls_;
};

/// Files in memory. They may be used by many threads at once.
class MemoryFiles final : public media::Files {
public:
    struct File {
        std::string content;
        Instant modified;
    };

    std::unique_ptr<media::Arrival> begin(media::Format claimed) override;
    std::optional<std::int64_t> size(const media::Upload& upload) const override;
    std::optional<std::string> read(std::string_view file) const override;
    void carry_out(const media::Changes& changes) noexcept override;
    std::vector<media::FoundFile> unpublished() const override;
    void discard(std::string_view unpublished) const override;
    std::vector<media::FoundFile> kept(std::string_view beginning) const override;

    void append(const std::string& name, std::string_view bytes);
    std::string fresh_name();

    mutable std::map<std::string, File, std::less<>> waiting;
    std::map<std::string, File, std::less<>> published;
    Instant now = {};
    std::size_t room = 100'000'000;  ///< bytes that still fit
    std::exception_ptr full;         ///< what is thrown when no more do

private:
    mutable std::mutex mutex_;
    int names_ = 0;
};

/// Makes a "picture" of any upload that says it is one, by writing down what it was asked for.
class PlainDarkroom final : public media::Darkroom {
public:
    explicit PlainDarkroom(MemoryFiles& files) : files_(files) {}

    std::unique_ptr<media::Negative> open(const media::Upload& upload) const override;
    std::unique_ptr<media::Negative> reopen(std::string_view file) const override;

    bool broken = false;  ///< no upload can be decoded

private:
    MemoryFiles& files_;
};

}  // namespace asterism::tests
