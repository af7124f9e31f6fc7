# Threads, checked as the tests run: cmake -C cmake/tsan.cmake -G Ninja -B build/threads
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1" CACHE STRING "")
set(CMAKE_CXX_FLAGS "-fsanitize=thread -fno-omit-frame-pointer" CACHE STRING "")
set(ASTERISM_PYTHON OFF CACHE BOOL "")  # an interpreter without the sanitizer cannot load such a module
