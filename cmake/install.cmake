# The core for other people's programs: find_package(asterism) gives asterism::core, and pkg-config
# knows asterism. What is installed may be moved to another place as a whole.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/asterism)

# Headers keep the path they have in the tree, so that an #include reads the same here and there.
install(TARGETS core house EXPORT asterismTargets
  ARCHIVE COMPONENT asterism_core
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/asterism COMPONENT asterism_core)
# What the licence of the map of time zones, which is within the library, asks to go with it.
install(FILES ${PROJECT_SOURCE_DIR}/libcore/sky/tables/zones.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT asterism_core)
# The core depends on nothing, so the list of its targets is all that find_package has to read.
install(EXPORT asterismTargets NAMESPACE asterism:: FILE asterismConfig.cmake
  DESTINATION ${package} COMPONENT asterism_core)

# Before 1.0 a new minor version may break what was there.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/asterismConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/asterismConfigVersion.cmake DESTINATION ${package} COMPONENT asterism_core)

# The way from the folder of the .pc file up to the prefix: two steps or, below lib/<architecture>, three.
file(RELATIVE_PATH up_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/asterism.pc.in ${PROJECT_BINARY_DIR}/asterism.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/asterism.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT asterism_core)

if(TARGET asterism)
  install(TARGETS asterism asterism_images RUNTIME COMPONENT asterism_program)
endif()
