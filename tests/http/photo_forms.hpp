#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/http/starview_places.hpp"
#include "tests/media/samples.hpp"

namespace asterism::http::testing {

inline constexpr std::string_view form_type = "multipart/form-data; boundary=xYz";

/// A form with these files, all under one name.
inline std::string photo_form(std::string_view name, const std::vector<std::string>& contents,
                              std::string_view file = "a.jpg") {
    std::string out;
    for (const auto& content : contents)
        out.append("--xYz\r\nContent-Disposition: form-data; name=\"")
            .append(name)
            .append("\"; filename=\"")
            .append(file)
            .append("\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .append(content)
            .append("\r\n");
    return out + "--xYz--\r\n";
}

/// Ada's place, which bob looks at.
struct Exhibition : Starview {
    Exhibition() {
        account("bob");
        add("Hill", 48.85, 2.35);
        sign_in("bob");
    }

    Response send(const std::vector<std::string>& contents,
                  std::string_view target = "/api/locations/1/photos/",
                  std::string_view name = "images") {
        return upload(Verb::post, target, photo_form(name, contents), form_type);
    }

    const std::string wide = tests::sample("wide.jpg");
};

}  // namespace asterism::http::testing
