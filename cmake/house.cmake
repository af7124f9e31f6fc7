# What every target of the house has in common, and the one way to make a library.
include(GNUInstallDirs)
include(CheckPIESupported)
include(CheckLinkerFlag)

# Everything may end in the Python module or in a program whose address is drawn by lot.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_EXTENSIONS OFF)
check_pie_supported(LANGUAGES CXX)

# Faster tools where they are there; whoever embeds us has chosen already.
if(PROJECT_IS_TOP_LEVEL)
  find_program(ASTERISM_CCACHE ccache)
  if(ASTERISM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ASTERISM_CCACHE})
  endif()
  if(NOT "${CMAKE_EXE_LINKER_FLAGS} ${CMAKE_CXX_FLAGS}" MATCHES "-fuse-ld=")
    foreach(linker mold lld)
      check_linker_flag(CXX -fuse-ld=${linker} ASTERISM_HAS_${linker})
      if(ASTERISM_HAS_${linker})
        add_link_options(-fuse-ld=${linker})
        break()
      endif()
    endforeach()
  endif()
endif()

# clang 14 cannot assemble coroutines with this one of the undefined-behaviour checks.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize=[a-z,]*undefined")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=function>)
endif()

# All of it is for building alone: an installed core leaves its users their own flags.
add_library(house INTERFACE)
target_compile_features(house INTERFACE cxx_std_20)
target_include_directories(house INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
set(warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(ASTERISM_STRICT)
  list(APPEND warnings -Werror)
endif()
target_compile_options(house INTERFACE
  "$<BUILD_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:${warnings};-fstack-protector-strong>>"
  # glibc checks buffer sizes only in optimised code, and warns without.
  "$<BUILD_INTERFACE:$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<NOT:$<CONFIG:,Debug>>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>>"
  "$<BUILD_INTERFACE:$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CONFIG:Debug>>:-D_GLIBCXX_ASSERTIONS>>")
target_link_options(house INTERFACE "$<BUILD_INTERFACE:-Wl,-z,relro,-z,now>")

# house_library(NAME HEADERS ... SOURCES ... LINKS ... USES ...): asterism::NAME, whose headers are
# checked to stand alone. LINKS are named by its headers, USES by its sources only.
function(house_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;LINKS;USES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "house_library(${name}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  add_library(${name} STATIC ${arg_SOURCES})
  add_library(asterism::${name} ALIAS ${name})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_link_libraries(${name} PUBLIC house ${arg_LINKS} PRIVATE ${arg_USES})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME asterism_${name} POSITION_INDEPENDENT_CODE ON
    VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()
