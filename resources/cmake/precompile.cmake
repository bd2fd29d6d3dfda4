# Headers of others that most sources include, compiled once for each target that is large enough. Only where
# INTERLEAVE_PRECOMPILE is on (continuous integration, the sanitizers' builds): the ordinary build proves that each source
# includes what it uses.
set(standard_headers <algorithm> <atomic> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <string> <thread>
    <unordered_map> <vector> <fmt/format.h> <tl/expected.hpp>)
target_precompile_headers(interleave_core PRIVATE ${standard_headers} "${PROJECT_SOURCE_DIR}/core/runtime/lab.hpp"
    "${PROJECT_SOURCE_DIR}/core/scenario/params.hpp" "${PROJECT_SOURCE_DIR}/core/scenario/variants.hpp")
target_precompile_headers(interleave_ui PRIVATE ${standard_headers} <QtWidgets> <qcustomplot.h>)
target_precompile_headers(interleave_commands PRIVATE ${standard_headers} <QtWidgets> <nlohmann/json.hpp>)
if(TARGET core_tests)
    target_precompile_headers(core_tests PRIVATE ${standard_headers} <gmock/gmock.h> <gtest/gtest.h>)
    target_precompile_headers(ui_tests PRIVATE ${standard_headers} <gmock/gmock.h> <gtest/gtest.h> <QtWidgets> <QtTest>
        <qcustomplot.h>)
endif()

# Sources of one target are compiled some at a time: what they include is read once. Not the scenarios and what tests
# them, nor some others, whose files have names of the same sense: a body(), a run().
function(compile_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
    # A source that is included looks like a header to the compiler, whose types should not have names of one file only.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "/catalogue/|_chapter_test|/tests/core/session/|/tests/ui/(processes|wait_graph|states)/")
    if(sources)
        set_source_files_properties(${sources} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()
# A panel's files, too, but not those of two panels: each has measures of its own, of the same names.
function(compile_folders_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "[.]cpp$")
    list(FILTER sources EXCLUDE REGEX
        "/(scheduling|loop)/|/(level_painter|picture|jobs_text)[.]cpp$")
    foreach(source ${sources})
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(GET folder FILENAME folder)
        math(EXPR count_of_${folder} "${count_of_${folder}} + 1")
        math(EXPR batch "${count_of_${folder}} / 10")
        set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${folder}_${batch})
    endforeach()
endfunction()
compile_together(interleave_core)
compile_folders_together(interleave_ui)
compile_together(interleave_commands)
# Nor need the tests' own code be fast.
foreach(tests core_tests ui_tests end_to_end_tests architecture_tests)
    if(TARGET ${tests})
        compile_together(${tests})
        target_compile_options(${tests} PRIVATE -O0)
    endif()
endforeach()
