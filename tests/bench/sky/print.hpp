#pragma once

#include <string>

namespace asterism::bench {

/// A line for each speed. How many miss their limit.
int print_speeds();

/// A line for each row of our errors. How many miss their limit, or miss or make up events.
int print_errors(bool say_what_is_wrong);

/// The same lines of the answers in a file, which nobody holds to limits.
void print_errors_of(const std::string& path);

}  // namespace asterism::bench
