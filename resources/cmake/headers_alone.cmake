# Target `headers_alone`: a source for each header that includes this header and nothing else, so that one that
# leans on what others include before it fails to compile. A header whose own .cpp includes it first (a test sees to that)
# has its proof there. Not part of `all`: a test builds it.
function(interleave_add_headers_alone)
    add_library(headers_alone OBJECT EXCLUDE_FROM_ALL)
    target_link_libraries(headers_alone PRIVATE
        interleave_ui CLI11::CLI11 nlohmann_json::nlohmann_json GTest::gtest GTest::gmock)
    # Nothing is run, so nothing need be made fast; the language is what is checked.
    target_compile_options(headers_alone PRIVATE -O0 -g0)
    # The one glob in this tree: sources are listed, headers are found (when this is configured).
    file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/core/*.hpp ${PROJECT_SOURCE_DIR}/ui/*.hpp ${PROJECT_SOURCE_DIR}/app/*.hpp
        ${PROJECT_SOURCE_DIR}/tests/*.hpp)
    foreach(header IN LISTS headers)
        string(REGEX REPLACE "hpp$" "cpp" own_source ${header})
        if(EXISTS ${PROJECT_SOURCE_DIR}/${own_source})
            continue()
        endif()
        set(source ${CMAKE_CURRENT_BINARY_DIR}/headers_alone/${header}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n")
        target_sources(headers_alone PRIVATE ${source})
    endforeach()
    add_test(NAME Headers.EachCompilesAlone COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target headers_alone)
    set_tests_properties(Headers.EachCompilesAlone PROPERTIES TIMEOUT 600 LABELS architecture_tests RUN_SERIAL ON)
endfunction()
