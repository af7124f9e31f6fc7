#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::outside {

/// A raster of light pollution in a file that `sky raster build` made, mapped into memory. Header
/// and index are checked when it is opened. A file that was replaced, cut or has come meanwhile is
/// noticed within a second; while there is none that can be read, the map is not available.
class RasterMap final : public sky::LightMap {
public:
    /// Called when the file is found to be of no use, with the reason; from any thread.
    using Report = std::function<void(std::string_view why)>;

    /// Without a path there is never a map, and nothing to report. `expected`: somebody said that
    /// it is there.
    explicit RasterMap(std::string path, Report report = {}, bool expected = false);
    ~RasterMap() override;

    sky::GlowReading at(const sky::Place& place, sky::Sampling sampling) const override;
    sky::GlowKnown at(std::span<const double> latitudes, std::span<const double> longitudes,
                      sky::Sampling sampling,
                      std::span<double> artificial_mcd_per_m2) const override;
    sky::LightMapFacts facts() const override;

    /// Looks at the file now rather than within a second.
    void look_again() const;

private:
    struct Told;
    struct State;
    class Reading;

    void look_again_if_due() const;

    std::string path_;
    Report report_;
    bool expected_;
    std::unique_ptr<State> state_;
};

}  // namespace asterism::outside
