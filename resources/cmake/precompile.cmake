# Headers of others that most sources include, compiled once for each target that is large enough. Only where
# INTERLEAVE_PRECOMPILE is on (continuous integration, the sanitizers' builds): the ordinary build proves that each source
# includes what it uses.
set(standard_headers <algorithm> <atomic> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <string> <thread>
    <unordered_map> <vector> <fmt/format.h> <tl/expected.hpp>)
target_precompile_headers(interleave_core PRIVATE ${standard_headers})
target_precompile_headers(interleave_ui PRIVATE ${standard_headers} <QtWidgets> <qcustomplot.h>)
target_precompile_headers(interleave_commands PRIVATE ${standard_headers} <QtWidgets> <nlohmann/json.hpp>)
if(TARGET core_tests)
    target_precompile_headers(core_tests PRIVATE ${standard_headers} <gmock/gmock.h> <gtest/gtest.h>)
    target_precompile_headers(ui_tests PRIVATE ${standard_headers} <gmock/gmock.h> <gtest/gtest.h> <QtWidgets> <QtTest>
        <qcustomplot.h>)
endif()

# Sources of one target are compiled some at a time: what they include is read once. Not those of ui, of the scenarios
# and of what tests those, whose files have names of the same sense: a panel's measures, a body(), a run().
function(compile_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "/catalogue/|_chapter_test|/tests/core/session/|/tests/ui/(processes|wait_graph|states)/")
    if(sources)
        set_source_files_properties(${sources} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()
compile_together(interleave_core)
compile_together(interleave_commands)
# Nor need the tests' own code be fast.
foreach(tests core_tests ui_tests end_to_end_tests architecture_tests)
    if(TARGET ${tests})
        compile_together(${tests})
        target_compile_options(${tests} PRIVATE -O0)
    endif()
endforeach()
