#include "shells/outside/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <stdexcept>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace asterism::outside {
namespace {

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

void check(archive* writer, int outcome) {
    if (outcome != ARCHIVE_OK) throw std::runtime_error(::archive_error_string(writer));
}

la_ssize_t keep(archive*, void* out, const void* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void add(archive* writer, const ZipEntry& entry) {
    const Entry head(::archive_entry_new(), &::archive_entry_free);
    ::archive_entry_set_pathname(head.get(), entry.name.c_str());
    ::archive_entry_set_size(head.get(), static_cast<la_int64_t>(entry.data.size()));
    ::archive_entry_set_filetype(head.get(), AE_IFREG);
    ::archive_entry_set_perm(head.get(), 0600);
    check(writer, ::archive_write_header(writer, head.get()));
    const auto written = ::archive_write_data(writer, entry.data.data(), entry.data.size());
    if (written != static_cast<la_ssize_t>(entry.data.size())) check(writer, ARCHIVE_FATAL);
}

}  // namespace

std::string zip(std::span<const ZipEntry> entries) {
    std::string out;
    const Writer writer(::archive_write_new(), &::archive_write_free);
    check(writer.get(), ::archive_write_set_format_zip(writer.get()));
    check(writer.get(), ::archive_write_open(writer.get(), &out, nullptr, &keep, nullptr));
    for (const ZipEntry& entry : entries) add(writer.get(), entry);
    check(writer.get(), ::archive_write_close(writer.get()));
    return out;
}

std::string ZipPacker::pack(std::string_view view) const {
    const auto object = boost::json::parse(view);
    std::vector<ZipEntry> entries;
    for (const auto& [name, value] : object.as_object())
        entries.push_back({std::string(name) + ".json", boost::json::serialize(value) + '\n'});
    if (const auto* files = object.as_object().if_contains("files"))
        for (const auto& file : files->as_array()) {
            const std::string name(file.as_string());
            if (auto data = read_(name)) entries.push_back({"files/" + name, *std::move(data)});
        }
    return zip(entries);
}

}  // namespace asterism::outside
