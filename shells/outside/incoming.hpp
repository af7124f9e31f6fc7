#pragma once

#include <memory>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/base/result.hpp"
#include "libcore/media/ports.hpp"
#include "shells/app/operation.hpp"

namespace asterism::outside {

/// Uploads that an operation is to be given, for as long as they are held.
using Held = std::vector<std::unique_ptr<media::Arrival>>;

/// A picture's file on its way in. What it is, its content says.
Result<std::unique_ptr<media::Arrival>> take_file_in(const std::string& path, media::Files& files);

/// For shells that are given files by their path: takes in what the operation's input calls a file,
/// and puts the name of the upload in the path's place. What it is, its content says.
Result<Held> take_files_in(const app::Operation& operation, boost::json::object& input,
                           media::Files& files);

}  // namespace asterism::outside
