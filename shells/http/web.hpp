#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/fingerprint.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/message.hpp"
#include "shells/http/target.hpp"
#include "shells/http/web_html.hpp"

namespace asterism::http {

/// A built single-page application, served from the same origin as the API: its files as they are,
/// and its index.html for every address that the application itself routes. Files are read when
/// they are asked for; only names that were there at the start are ever opened, so no request can
/// lead out of the folder.
class Web {
public:
    /// Throws std::runtime_error where the folder has no readable index.html.
    Web(const std::filesystem::path& folder, std::string base_url, const Fingerprint& fingerprint);

    /// Whether there is such a file.
    bool has(std::string_view path) const { return find(path) != files_.end(); }

    /// Answers a GET that no route took; 404 with the same page for an unknown address.
    void answer(const Target& target, HeaderKind kind, const std::optional<PageCard>& card,
                Response& response) const;

private:
    using Files = std::map<std::string, std::filesystem::path, std::less<>>;

    Files::const_iterator find(std::string_view path) const;
    bool answer_file(std::string_view path, HeaderKind kind, Response& response) const;
    void answer_index(std::string_view path, HeaderKind kind, const std::optional<PageCard>& card,
                      Response& response) const;

    Files files_;
    std::string index_;
    HeaderBlocks index_headers_;
    std::string base_url_;
};

}  // namespace asterism::http
