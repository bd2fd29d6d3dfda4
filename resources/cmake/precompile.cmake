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
