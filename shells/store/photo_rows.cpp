#include "shells/store/photo_rows.hpp"

#include "shells/store/media.hpp"
#include "shells/store/place_rows.hpp"

namespace asterism::store {

places::Photo photo_of(PhotoRow&& row) {
    auto& [id, place, review, account, position, caption, blob, name, sides, width, height, at] =
        row;
    const auto all = sides_of(sides);
    return {id,
            place,
            review,
            account,
            position,
            std::move(caption),
            blob,
            media::file_name(name, all.front()),
            media::file_name(name, all.back()),
            width,
            height,
            at};
}

places::ShownPhoto shown_of(ShownRow&& row) {
    using Beside = std::tuple<AccountId, std::string, std::string, std::string, std::string, bool,
                              std::int64_t, bool>;
    constexpr auto own = std::tuple_size_v<PhotoRow>;
    auto [owner, handle, first, last, picture, system, votes, voted] =
        leading<Beside, own>(std::move(row));
    return {photo_of(leading<PhotoRow>(std::move(row))),
            owner,
            {std::move(handle), std::move(first), std::move(last), std::move(picture), system},
            votes,
            voted};
}

}  // namespace asterism::store
