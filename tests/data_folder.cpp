#include "tests/data_folder.hpp"

namespace asterism::tests {

std::string data_folder() { return ASTERISM_TEST_DATA; }

}  // namespace asterism::tests
