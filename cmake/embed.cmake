# house_embed(TARGET NAME NAMESPACE [BASE folder] files...): links files into TARGET as they are.
#
#   house_embed(store migrations asterism::store BASE migrations migrations/0001_accounts.sql)
#
# gives the sources of TARGET `#include "embedded/migrations.hpp"`, and with it the files sorted by name:
#
#   namespace asterism::store { std::span<const embedded::File> migrations(); }    // {name, data}
#
# Names are relative to BASE (the current folder if none is given), NAME is unique in the project, and
# without files the list is empty. The assembler copies the bytes: a megabyte costs it milliseconds,
# where an array would cost the C++ compiler seconds. Each file ends in a zero that is not in `data`.
function(house_embed target name namespace)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "BASE" "")
  get_filename_component(base "${arg_BASE}" ABSOLUTE)
  set(files ${arg_UNPARSED_ARGUMENTS})
  list(TRANSFORM files REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  list(SORT files)  # byte by byte, as std::string_view compares
  list(LENGTH files count)

  set(number 0)
  set(bytes "")
  set(symbols "")
  set(rows "")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH shown ${base} ${file})
    set(symbol asterism_embedded_${name}_${number})
    string(APPEND bytes "    .balign 16\n    .hidden ${symbol}, ${symbol}_end\n    .global ${symbol}, ${symbol}_end\n"
      "${symbol}:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND symbols "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "        between(\"${shown}\", ${symbol}, ${symbol}_end),\n")
    math(EXPR number "${number} + 1")
  endforeach()

  # Written only when they differ, so that configuring again builds nothing anew.
  set(folder ${PROJECT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${folder}/file.hpp @ONLY CONTENT [=[
#pragma once
#include <string_view>
namespace asterism::embedded {
struct File {
    std::string_view name;
    std::string_view data;
};
}  // namespace asterism::embedded
]=])
  file(CONFIGURE OUTPUT ${folder}/${name}.hpp @ONLY CONTENT [=[
#pragma once
#include <span>
#include "embedded/file.hpp"
namespace @namespace@ {
/// The files linked into the program, sorted by name.
std::span<const asterism::embedded::File> @name@();
}
]=])
  file(CONFIGURE OUTPUT ${folder}/${name}.cpp @ONLY CONTENT [=[
#include "embedded/@name@.hpp"
#include <array>
extern "C" {
@symbols@}
namespace {
[[maybe_unused]] asterism::embedded::File between(std::string_view name, const char* begin, const char* end) {
    return {name, {begin, end}};
}
}  // namespace
std::span<const asterism::embedded::File> @namespace@::@name@() {
    static const std::array<asterism::embedded::File, @count@> files{{
@rows@    }};
    return files;
}
]=])
  file(CONFIGURE OUTPUT ${folder}/${name}.S @ONLY CONTENT [=[
    .section .rodata
@bytes@    .section .note.GNU-stack, "", %progbits
]=])
  # The assembler does not tell what .incbin read.
  set_source_files_properties(${folder}/${name}.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${folder}/${name}.cpp ${folder}/${name}.S)
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}>)
endfunction()
