#include "shells/http/web.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "shells/http/headers.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".map", "application/json"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".gif", "image/gif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
}};

std::string_view type_of(const fs::path& file) {
    const auto ending = file.extension().string();
    for (const auto& [known, type] : types)
        if (ending == known) return type;
    return "application/octet-stream";
}

std::optional<std::string> read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

/// Folders whose files carry a hash in their name or never change.
bool lasts(std::string_view path) {
    for (const std::string_view folder :
         {"/assets/", "/images/", "/badges/", "/icons/", "/locales/", "/static/", "/favicon.ico"})
        if (path.starts_with(folder)) return true;
    return false;
}

}  // namespace

Web::Web(const fs::path& folder, std::string base_url, const Fingerprint& fingerprint)
    : base_url_(std::move(base_url)) {
    auto index = read(folder / "index.html");
    if (!index) throw std::runtime_error("no readable index.html in " + folder.string());
    index_ = *std::move(index);
    index_headers_ = HeaderBlocks(page_policy(index_, fingerprint));
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && !entry.is_symlink())
            files_.emplace("/" + fs::relative(entry.path(), folder).generic_string(), entry.path());
    files_.erase("/index.html");
}

void Web::answer(const Target& target, HeaderKind kind, const std::optional<PageCard>& card,
                 Response& response) const {
    if (answer_file(target.path, kind, response)) return;
    if (lasts(target.path)) return problem(404, {}, response);
    response.status = is_client_page(target.segments) ? 200 : 404;
    answer_index(target.path, kind, card, response);
}

/// What is missing below /static/ lies where the client's build puts its public files.
Web::Files::const_iterator Web::find(std::string_view path) const {
    const auto found = files_.find(path);
    if (found != files_.end() || !path.starts_with("/static/")) return found;
    return files_.find(path.substr(7));
}

bool Web::answer_file(std::string_view path, HeaderKind kind, Response& response) const {
    const auto found = find(path);
    if (found == files_.end()) return false;
    auto content = read(found->second);
    if (!content) return false;
    response.body = *std::move(content);
    response.type = type_of(found->second);
    response.block = page_headers(kind);
    response.headers.emplace_back("Cache-Control",
                                  lasts(path) ? "public, max-age=31536000, immutable" : "no-cache");
    return true;
}

void Web::answer_index(std::string_view path, HeaderKind kind, const std::optional<PageCard>& card,
                       Response& response) const {
    response.body = with_page_facts(index_, path, base_url_, card);
    response.type = "text/html; charset=utf-8";
    response.block = index_headers_.of(kind);
    response.headers.emplace_back("Cache-Control", "no-cache");
}

}  // namespace asterism::http
