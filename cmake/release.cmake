# For running it: cmake -C cmake/release.cmake -G Ninja -B build/release
# Warnings of a compiler that we have not met must not keep anybody from building.
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "")
set(ASTERISM_STRICT OFF CACHE BOOL "")
set(ASTERISM_TESTS OFF CACHE BOOL "")
set(ASTERISM_PYTHON OFF CACHE BOOL "")
set(ASTERISM_EXAMPLES OFF CACHE BOOL "")
