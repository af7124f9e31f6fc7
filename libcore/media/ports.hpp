#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/media/types.hpp"

namespace asterism::media {

/// What an account has sent on one day.
struct Usage {
    std::int64_t uploads = 0;
    std::int64_t bytes = 0;
};

class Blobs : public Stored {
public:
    /// Its id is not used.
    virtual BlobId add(const Blob& blob) = 0;
    /// The newest one that belongs to the subject.
    virtual std::optional<Blob> find(const Subject& subject) const = 0;
    /// Takes away all that belong to the subject, and says which they were.
    virtual std::vector<Blob> take(const Subject& subject) = 0;
    virtual void drop(BlobId id) = 0;
    /// Takes away the rows of files that the database itself let go of, with what they hung on:
    /// their names and sizes, nothing else.
    virtual std::vector<Blob> take_loose() = 0;
    /// Those whose names begin so, for the sweeper.
    virtual std::vector<Blob> named(std::string_view beginning) const = 0;
    /// Adds one upload to the day's, and says how many there are with it.
    virtual Usage charge(AccountId account, Instant day, std::int64_t bytes) = 0;
    /// Forgets what was sent before that day.
    virtual void forget_usage(Instant day) = 0;
};

/// A file on its way in. It is gone when this is, and is nobody's before.
class Arrival {
public:
    virtual ~Arrival() = default;
    virtual void append(std::string_view bytes) = 0;
    virtual const Upload& name() const = 0;
};

/// What a committed run wants done to files.
struct Changes {
    std::vector<std::string> publish = {};  ///< prints that become visible
    std::vector<std::string> remove = {};   ///< kept files that go

    bool empty() const { return publish.empty() && remove.empty(); }
};

struct FoundFile {
    std::string name;
    Instant modified;
};

/// Where files are kept: a folder, or another place that knows names and bytes. The order that
/// makes a crash harmless at any point: prints are written and synchronised where nobody sees them,
/// their row is committed, then they are published; what is removed goes after the commit, too.
/// The sweeper finishes what was interrupted.
class Files {
public:
    virtual ~Files() = default;
    virtual std::unique_ptr<Arrival> begin(Format claimed) = 0;
    /// In bytes; none if it has gone.
    virtual std::optional<std::int64_t> size(const Upload& upload) const = 0;
    /// The content of a kept file.
    virtual std::optional<std::string> read(std::string_view file) const = 0;
    /// Never fails: what cannot be done now is left to the sweeper.
    virtual void carry_out(const Changes& changes) noexcept = 0;
    /// Arrivals and prints that are not published.
    virtual std::vector<FoundFile> unpublished() const = 0;
    virtual void discard(std::string_view unpublished) const = 0;
    /// Kept files of the blobs whose names begin with these two digits.
    virtual std::vector<FoundFile> kept(std::string_view beginning) const = 0;
};

/// The sizes of one picture, written and not published. They are gone when this is, unless they
/// have been published meanwhile.
class Prints {
public:
    virtual ~Prints() = default;
    /// Nobody's yet.
    virtual const Blob& blob() const = 0;
};

/// An upload while it is worked on.
class Negative {
public:
    virtual ~Negative() = default;
    virtual std::string_view content() const = 0;
    /// None where the file is no picture after all, or a damaged one.
    virtual std::unique_ptr<Prints> print(Format format, const Plan& plan) = 0;
};

/// Makes pictures out of files. Slow: never called while a transaction is open.
class Darkroom {
public:
    virtual ~Darkroom() = default;
    /// None if the upload has gone.
    virtual std::unique_ptr<Negative> open(const Upload& upload) const = 0;
    /// The same of a kept file.
    virtual std::unique_ptr<Negative> reopen(std::string_view file) const = 0;
};

}  // namespace asterism::media
