#include "shells/http/pages.hpp"

#include <algorithm>
#include <array>

#include "embedded/pages.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/openapi.hpp"

namespace asterism::http {
namespace {

struct Page {
    std::string_view path;
    std::string_view file;
    std::string_view type;
};

constexpr std::string_view html = "text/html; charset=utf-8";

constexpr std::array all{
    Page{"/v1/docs", "docs.html", html},
    Page{"/v1/docs/page.css", "page.css", "text/css; charset=utf-8"},
    Page{"/v1/docs/docs.js", "docs.js", "text/javascript; charset=utf-8"},
    Page{"/email-verified", "verified.html", html},
    Page{"/email-confirm-error", "void.html", html},
};

std::string_view content(std::string_view name) {
    const auto files = pages();
    const auto found = std::ranges::find(files, name, &embedded::File::name);
    return found == files.end() ? std::string_view{} : found->data;
}

}  // namespace

bool answer_page(std::string_view path, HeaderKind kind, Response& response) {
    if (path == "/v1/openapi.json") {
        response.body = openapi_text();
        response.block = data_headers(kind);
        return true;
    }
    const auto page = std::ranges::find(all, path, &Page::path);
    if (page == all.end()) return false;
    response.body = content(page->file);
    response.type = page->type;
    response.block = page_headers(kind);
    return true;
}

}  // namespace asterism::http
