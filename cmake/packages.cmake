# What the shells are linked with. The core needs none of it. cmake/setup.sh installs what is looked for here.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS headers json)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(date REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(archive REQUIRED IMPORTED_TARGET GLOBAL libarchive)  # PkgConfig::archive
pkg_check_modules(argon2 REQUIRED IMPORTED_TARGET GLOBAL libargon2)  # PkgConfig::argon2
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET GLOBAL libbrotlienc)  # PkgConfig::brotli
pkg_check_modules(crypt REQUIRED IMPORTED_TARGET GLOBAL libxcrypt)  # PkgConfig::crypt
pkg_check_modules(png REQUIRED IMPORTED_TARGET GLOBAL libpng)  # PkgConfig::png
pkg_check_modules(tiff REQUIRED IMPORTED_TARGET GLOBAL libtiff-4)  # PkgConfig::tiff
pkg_check_modules(vips REQUIRED IMPORTED_TARGET GLOBAL vips)  # PkgConfig::vips
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET GLOBAL libseccomp)  # PkgConfig::seccomp

# SOCI 4.0 as Debian has it brings neither a CMake package nor a .pc file.
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
mark_as_advanced(SOCI_INCLUDE_DIR)
foreach(part core sqlite3 postgresql)
  find_library(SOCI_${part}_LIBRARY soci_${part} REQUIRED)
  mark_as_advanced(SOCI_${part}_LIBRARY)
  if(NOT TARGET SOCI::${part})
    add_library(SOCI::${part} UNKNOWN IMPORTED)
    set_target_properties(SOCI::${part} PROPERTIES
      IMPORTED_LOCATION ${SOCI_${part}_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${SOCI_INCLUDE_DIR})
  endif()
endforeach()
target_link_libraries(SOCI::core INTERFACE ${CMAKE_DL_LIBS})
target_link_libraries(SOCI::sqlite3 INTERFACE SOCI::core SQLite::SQLite3)
target_link_libraries(SOCI::postgresql INTERFACE SOCI::core PostgreSQL::PostgreSQL)  # its headers want libpq-fe.h

# pybind11 and numpy are Debian's, so the interpreter has to be as well; another Python that comes
# first in PATH is passed over, unless a virtual environment is active.
if(NOT DEFINED Python_EXECUTABLE AND NOT DEFINED ENV{VIRTUAL_ENV} AND EXISTS /usr/bin/python3)
  set(Python_EXECUTABLE /usr/bin/python3 CACHE FILEPATH "The Python that the module is built for")
endif()
