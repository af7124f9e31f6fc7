#include "shells/http/pages.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "embedded/pages.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/openapi.hpp"

namespace asterism::http {
namespace {

/// Whose it is to answer: ours in any case, or a web client's where there is one.
enum class Whose : std::uint8_t { ours, clients };

struct Page {
    std::string_view path;  ///< the beginning of it, if it ends with a star
    std::string_view file;
    std::string_view type;
    Whose whose;
};

constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view script = "text/javascript; charset=utf-8";

constexpr std::array all{
    Page{"/v1/docs", "docs.html", html, Whose::ours},
    Page{"/v1/docs/page.css", "page.css", "text/css; charset=utf-8", Whose::ours},
    Page{"/v1/docs/docs.js", "docs.js", script, Whose::ours},
    Page{"/v1/docs/forms.js", "forms.js", script, Whose::ours},
    Page{"/v1/docs/paid.js", "paid.js", script, Whose::ours},
    Page{"/checkout/success", "paid.html", html, Whose::clients},
    Page{"/checkout/confirm", "unpaid.html", html, Whose::clients},
    Page{"/email-verified", "verified.html", html, Whose::clients},
    Page{"/email-confirm-error", "void.html", html, Whose::clients},
    Page{"/password-reset", "forgotten.html", html, Whose::clients},
    Page{"/password-reset/", "forgotten.html", html, Whose::clients},
    Page{"/password-reset-confirm/*", "reset.html", html, Whose::clients},
};

bool answers(const Page& page, std::string_view path, bool alone) {
    if (page.whose == Whose::clients && !alone) return false;
    if (!page.path.ends_with('*')) return page.path == path;
    return path.starts_with(page.path.substr(0, page.path.size() - 1));
}

std::string_view content(std::string_view name) {
    const auto files = pages();
    const auto found = std::ranges::find(files, name, &embedded::File::name);
    return found == files.end() ? std::string_view{} : found->data;
}

}  // namespace

bool answer_page(std::string_view path, bool alone, HeaderKind kind, Response& response) {
    if (path == "/v1/openapi.json") {
        response.body = openapi_text();
        response.block = data_headers(kind);
        return true;
    }
    const auto page =
        std::ranges::find_if(all, [&](const Page& each) { return answers(each, path, alone); });
    if (page == all.end()) return false;
    response.body = content(page->file);
    response.type = page->type;
    response.block = page_headers(kind);
    return true;
}

}  // namespace asterism::http
