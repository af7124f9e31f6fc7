#pragma once

#include <string>

namespace asterism::tests {

/// The folder that has the tests' own files, without a slash at its end. One source alone knows it,
/// so that all others compile to the same object in every clone.
std::string data_folder();

}  // namespace asterism::tests
