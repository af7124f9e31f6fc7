#pragma once

namespace asterism::sky {

/// One shower as it stands in the lists, in degrees, km/s and an hour; 0: no such figure.
struct ShowerRow {
    const char* code;
    const char* name;
    unsigned season[4];  ///< first month and day, last month and day
    double peak[3];      ///< the Sun's longitude, the radiant's right ascension and declination
    double drift[2];
    double speed;
    double population_index;
    double rate[3];  ///< at the peak, slope before it, slope after it
};

/// Seasons, peaks, radiants, speeds, population indices and peak rates: International Meteor
/// Organization, Meteor Shower Calendars 2022 to 2025, working list of visual meteor showers.
///
/// Drifts: Jenniskens and others, "The established meteor showers as observed by CAMS", Icarus 266
/// (2016), and IMO.
///
/// Slopes: Jenniskens, "Meteor stream activity I", Astronomy and Astrophysics 287, 990 (1994), and
/// for CAP, SPE and DSX the shower forecast of NASA's Meteoroid Environment Office, both as the
/// Global Meteor Network and Stellarium carry them.
// clang-format off
inline constexpr ShowerRow shower_rows[]{
    {"QUA", "Quadrantids", {12, 28, 1, 12}, {283.15, 230, 49}, {0.56, -0.25}, 41, 2.1, {110, 1.8, 1.8}},
    {"GUM", "gamma Ursae Minorids", {1, 10, 1, 22}, {298, 228, 67}, {0.7, -0.57}, 31, 3.0, {3, 0, 0}},
    {"ACE", "alpha Centaurids", {1, 31, 2, 20}, {319.2, 210, -59}, {1.9, -0.5}, 58, 2.0, {6, 0.18, 0.18}},
    {"GNO", "gamma Normids", {2, 25, 3, 28}, {354, 239, -50}, {1.3, -0.1}, 56, 2.4, {6, 0.19, 0.19}},
    {"LYR", "Lyrids", {4, 14, 4, 30}, {32.32, 271, 34}, {0.66, 0.02}, 49, 2.1, {18, 0.22, 0.22}},
    {"PPU", "pi Puppids", {4, 15, 4, 28}, {33.5, 110, -45}, {0.4, -0.1}, 18, 2.0, {0, 0, 0}},
    {"ETA", "eta Aquariids", {4, 19, 5, 28}, {45.5, 338, -1}, {0.92, 0.37}, 66, 2.4, {50, 0.08, 0.08}},
    {"ELY", "eta Lyrids", {5, 3, 5, 14}, {50, 291, 43}, {0.56, 0.14}, 43, 3.0, {3, 0, 0}},
    {"ARI", "Daytime Arietids", {5, 14, 6, 24}, {76.6, 44, 24}, {1.05, 0.28}, 38, 2.8, {30, 0.1, 0.1}},
    {"JBO", "June Bootids", {6, 22, 7, 2}, {95.7, 224, 48}, {0.4, -0.2}, 18, 2.2, {0, 0, 0}},
    {"JPE", "July Pegasids", {7, 4, 7, 17}, {107.5, 347, 10}, {0.9, 0.39}, 65, 3.0, {3, 0, 0}},
    {"GDR", "July gamma Draconids", {7, 25, 7, 31}, {125.3, 280, 51}, {0.45, 0.07}, 27, 3.0, {5, 0, 0}},
    {"CAP", "alpha Capricornids", {7, 3, 8, 15}, {127, 307, -10}, {0.97, 0.24}, 23, 2.5, {5, 0.059, 0.091}},
    {"SDA", "Southern delta Aquariids", {7, 12, 8, 23}, {127, 340, -16}, {0.75, 0.21}, 41, 2.5, {25, 0.091, 0.091}},
    {"ERI", "eta Eridanids", {7, 31, 8, 19}, {135, 41, -11}, {0.86, 0.29}, 64, 3.0, {3, 0, 0}},
    {"PER", "Perseids", {7, 17, 8, 24}, {140, 48, 58}, {1.4, 0.26}, 59, 2.2, {100, 0.2, 0.2}},
    {"KCG", "kappa Cygnids", {8, 3, 8, 25}, {144, 286, 59}, {0.4, 0.05}, 25, 3.0, {3, 0.069, 0.069}},
    {"AUR", "Aurigids", {8, 28, 9, 5}, {158.6, 91, 39}, {1.24, -0.01}, 66, 2.5, {6, 0.19, 0.19}},
    {"SPE", "September epsilon Perseids", {9, 5, 9, 21}, {166.7, 48, 40}, {1.17, 0.26}, 64, 3.0, {5, 0.193, 0.193}},
    {"DSX", "Daytime Sextantids", {9, 9, 10, 9}, {184.3, 152, 0}, {0.91, -0.37}, 32, 2.5, {5, 0.063, 0.167}},
    {"OCT", "October Camelopardalids", {10, 5, 10, 6}, {192.58, 164, 79}, {-0.93, -0.13}, 47, 2.5, {5, 0, 0}},
    {"DRA", "Draconids", {10, 6, 10, 10}, {195.4, 262, 54}, {0.34, -0.05}, 20, 2.6, {0, 0, 0}},
    {"DAU", "delta Aurigids", {10, 10, 10, 18}, {198, 84, 44}, {1.1, 0.1}, 64, 3.0, {2, 0, 0}},
    {"EGE", "epsilon Geminids", {10, 14, 10, 27}, {205, 102, 27}, {1.13, -0.03}, 70, 3.0, {3, 0.082, 0.082}},
    {"ORI", "Orionids", {10, 2, 11, 7}, {208, 95, 16}, {1.03, -0.05}, 66, 2.5, {20, 0.12, 0.12}},
    {"LMI", "Leonis Minorids", {10, 19, 10, 27}, {211, 162, 37}, {1.02, -0.38}, 62, 3.0, {2, 0.14, 0.14}},
    {"STA", "Southern Taurids", {9, 10, 11, 20}, {223, 52, 15}, {0.82, 0.29}, 27, 2.3, {7, 0.026, 0.026}},
    {"NTA", "Northern Taurids", {10, 20, 12, 10}, {230, 58, 22}, {1.03, 0.26}, 29, 2.3, {5, 0.026, 0.026}},
    {"LEO", "Leonids", {11, 6, 11, 30}, {235.27, 152, 22}, {0.99, -0.36}, 71, 2.5, {15, 0.39, 0.39}},
    {"AMO", "alpha Monocerotids", {11, 15, 11, 25}, {239.32, 117, 1}, {0.97, -0.09}, 65, 2.4, {0, 0, 0}},
    {"NOO", "November Orionids", {11, 13, 12, 6}, {246, 91, 16}, {1.03, -0.01}, 41, 3.0, {3, 0, 0}},
    {"PHO", "Phoenicids", {11, 28, 12, 9}, {250, 18, -53}, {0.8, -0.2}, 18, 2.8, {0, 0.3, 0.3}},
    {"PUP", "Puppid-Velids", {12, 1, 12, 15}, {255, 123, -45}, {0.6, 0}, 40, 2.9, {10, 0.034, 0.034}},
    {"MON", "Monocerotids", {12, 5, 12, 20}, {257, 100, 8}, {0.97, -0.09}, 41, 3.0, {3, 0.25, 0.25}},
    {"HYD", "sigma Hydrids", {12, 3, 12, 20}, {257, 125, 2}, {0.92, -0.28}, 58, 3.0, {7, 0.1, 0.1}},
    {"GEM", "Geminids", {12, 4, 12, 20}, {262.2, 112, 33}, {1.15, -0.16}, 35, 2.6, {150, 0.39, 0.72}},
    {"COM", "Comae Berenicids", {12, 12, 12, 23}, {264, 175, 18}, {0.96, -0.39}, 65, 3.0, {3, 0, 0}},
    {"DLM", "December Leonis Minorids", {12, 5, 2, 4}, {268, 161, 30}, {0.86, -0.43}, 64, 3.0, {5, 0, 0}},
    {"URS", "Ursids", {12, 17, 12, 26}, {270.7, 217, 76}, {0.05, -0.31}, 33, 2.8, {10, 0.61, 0.61}}};
// clang-format on

}  // namespace asterism::sky
