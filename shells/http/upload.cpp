#include "shells/http/upload.hpp"

#include <utility>

#include <boost/json/array.hpp>

#include "libcore/media/inspect.hpp"
#include "shells/app/shape.hpp"
#include "shells/app/store.hpp"
#include "shells/http/faults.hpp"

namespace asterism::http {

bool UploadSink::take(std::string_view piece) {
    if (state_ == Multipart::State::malformed) return false;
    try {
        state_ = multipart_.feed(piece);
    } catch (const app::NoRoom&) {
        return refuse(media::storage_full, {});
    }
    return state_ == Multipart::State::partial || state_ == Multipart::State::whole;
}

Result<boost::json::object> UploadSink::fields() const {
    if (refusal_) return *refusal_;
    if (state_ != Multipart::State::whole) return bad_form;
    return fields_;
}

bool UploadSink::begin(const PartHead& head) {
    name_ = head.name;
    in_file_ = head.name == wanted_.part || (!wanted_.also.empty() && head.name == wanted_.also);
    if (in_file_) return begin_file(head);
    if (head.file || head.name == wanted_.field) return refuse(app::unknown_field, head.name);
    if (fields_.contains(head.name)) return refuse(field_twice, head.name);
    text_.clear();
    return true;
}

bool UploadSink::begin_file(const PartHead& head) {
    if (arrivals_.size() == wanted_.most)
        return refuse(wanted_.most == 1 ? field_twice : too_many_files, wanted_.field);
    if (!head.file) return refuse(not_a_file, wanted_.field);
    const auto format = media::agreed_format(*head.file, head.type);
    if (!format) return refuse(media::unknown_format, wanted_.field);
    arrivals_.push_back(files_.begin(*format));
    bytes_ = 0;
    return true;
}

bool UploadSink::data(std::string_view piece) {
    if (!in_file_) {
        text_ += piece;
        texts_ += piece.size();
        return texts_ <= text_bytes || refuse(bad_form, {});
    }
    bytes_ += std::ssize(piece);
    if (bytes_ > media::most_bytes) return refuse(media::too_large, wanted_.field);
    arrivals_.back()->append(piece);
    return true;
}

bool UploadSink::end() {
    if (in_file_)
        keep(arrivals_.back()->name().view());
    else if (is_plain_utf8(text_))
        fields_[name_] = text_;
    else
        return refuse(bad_form, name_);
    return true;
}

void UploadSink::keep(std::string_view upload) {
    auto& field = fields_[wanted_.field];
    if (wanted_.most == 1) {
        field = upload;
        return;
    }
    if (field.is_null()) field.emplace_array();
    field.get_array().emplace_back(boost::json::string(upload));
}

bool UploadSink::refuse(const Fault& fault, std::string_view field) {
    refusal_ = field.empty() ? Error{&fault} : field_error(fault, field);
    return false;
}

}  // namespace asterism::http
