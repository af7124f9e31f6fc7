#pragma once

#include <array>
#include <string_view>

#include "shells/cli/arguments.hpp"

namespace asterism::cli::place_options {

using enum Form;

inline constexpr std::string_view formats = "seed|geojson|csv";
inline constexpr std::string_view types = "dark_sky_site|observatory|campground|viewpoint|other";

inline constexpr Option json{"json", flag, "As JSON, for programs."};
inline constexpr Option dry_run{"dry-run", flag, "Only say what would be done."};

inline constexpr std::array import{
    Option{"file", positional, "The file to read; - is standard input.", true},
    Option{"type", value, "What kind of places those are of which the file does not say it.", false,
           types},
    Option{"format", value, "What kind of file it is; as its name ends if not given.", false,
           formats},
    Option{"owner", value,
           "The user name that they are added by; the site's own account `starview` if not given."},
    Option{"skip-images", flag,
           "Take in places without their pictures, which lie beside the file."},
    dry_run,
    json,
};
inline constexpr std::array export_{
    Option{"format", value, "How they are written; geojson if not given.", false, formats},
    Option{"output", value, "The file to write; standard output if not given.", false, {}, "o"},
};
inline constexpr std::array enrich{
    Option{"id", value, "Only the place of this number."},
    Option{"type", value, "Only places of this kind.", false, types},
    Option{"delay", value, "Seconds to wait after each place; 0.5 if not given."},
    Option{"elevation-only", flag, "Leave the addresses as they are."},
    dry_run,
    json,
};
inline constexpr std::array bortle{dry_run, json};
inline constexpr std::array descriptions{
    Option{"file", value,
           "The file to read; seed_data/observatory_descriptions.json if not given."},
    Option{"overwrite", flag, "Also where there is a description already."},
    dry_run,
    json,
};
inline constexpr std::array warm{
    Option{"pages", value, "The most pages of the list to ask for; 5 if not given."},
    Option{"url", value, "Where the server answers; as the settings say if not given."},
    dry_run,
    json,
};

}  // namespace asterism::cli::place_options
