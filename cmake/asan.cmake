# Addresses and undefined behaviour, checked as the tests run: cmake -C cmake/asan.cmake -G Ninja -B build/sanitize
# Without optimisation: g++ takes three times as long to compile the checks with it.
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1" CACHE STRING "")
# Not the types of objects behind pointers: SOCI keeps to itself what that check wants to read.
set(CMAKE_CXX_FLAGS
  "-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer" CACHE STRING "")
set(ASTERISM_PYTHON OFF CACHE BOOL "")  # an interpreter without the sanitizer cannot load such a module
