#pragma once

namespace asterism::bench {

/// Asks for crossings, nights and dark windows of so many random cases, a good part of them at
/// poles, by the date line and at limits that a body only touches, and holds the answers to what
/// must be true of them. Prints what is not, and the slowest. Returns how many are wrong.
int torture(int cases);

}  // namespace asterism::bench
