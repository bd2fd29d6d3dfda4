// Data flows one way, and so do includes.
#include <gtest/gtest.h>

#include "tests/architecture/layers.hpp"

namespace interleave::architecture {
namespace {

bool mayInclude(const char* file, const char* include) {
    return !objection(SourceFile{.path = file, .text = {}}, Include{include, 1}).has_value();
}

TEST(Layers, NoIncludePointsBackwards) {
    for (const auto& file : allSources())
        for (const auto& include : file.includes())
            if (const auto why = objection(file, include))
                ADD_FAILURE() << file.name() << ":" << include.line << " includes \"" << include.path << "\": " << *why;
}

TEST(Layers, EveryIncludeOfOursNamesAFileFromTheRoot) {
    for (const auto& file : allSources())
        for (const auto& include : file.includes()) {
            const auto top = include.path.substr(0, include.path.find('/'));
            if (top != "core" && top != "ui" && top != "app" && top != "tests") continue;
            EXPECT_TRUE(std::filesystem::exists(sourceRoot() / include.path))
                << file.name() << ":" << include.line << " includes \"" << include.path << "\", which does not exist";
        }
}

TEST(LayerRules, ALayerMayIncludeWhatStandsToItsLeft) {
    EXPECT_TRUE(mayInclude("core/trace/store.hpp", "core/base/time.hpp"));
    EXPECT_TRUE(mayInclude("core/session/session.cpp", "core/kernel/switch_records.hpp"));
    EXPECT_TRUE(mayInclude("core/trace/store.cpp", "core/trace/store.hpp"));
}

TEST(LayerRules, ALayerMayNotIncludeWhatStandsToItsRight) {
    EXPECT_FALSE(mayInclude("core/base/clock.cpp", "core/trace/event.hpp"));
    EXPECT_FALSE(mayInclude("core/trace/store.cpp", "core/session/session.hpp"));
    EXPECT_FALSE(mayInclude("core/runtime/lab.hpp", "core/scenario/scenario.hpp"));
}

TEST(LayerRules, LayersThatStandSideBySideDoNotKnowEachOther) {
    EXPECT_FALSE(mayInclude("core/sync/mutex.hpp", "core/sched/policy.hpp"));
    EXPECT_FALSE(mayInclude("core/kernel/tier.cpp", "core/coro/task.hpp"));
}

TEST(LayerRules, CoreKnowsNeitherQtNorTheWindow) {
    EXPECT_FALSE(mayInclude("core/trace/store.cpp", "QString"));
    EXPECT_FALSE(mayInclude("core/trace/store.cpp", "QtCore/QObject"));
    EXPECT_FALSE(mayInclude("core/trace/store.cpp", "qcustomplot.h"));
    EXPECT_FALSE(mayInclude("core/session/session.cpp", "ui/live/model.hpp"));
    EXPECT_FALSE(mayInclude("core/session/session.cpp", "app/headless.hpp"));
}

TEST(LayerRules, APanelKnowsThemeAndModelButNoOtherPanel) {
    EXPECT_TRUE(mayInclude("ui/timeline/timeline.cpp", "ui/theme/theme.hpp"));
    EXPECT_TRUE(mayInclude("ui/timeline/timeline.cpp", "ui/live/model.hpp"));
    EXPECT_FALSE(mayInclude("ui/timeline/timeline.cpp", "ui/states/states_panel.hpp"));
    EXPECT_FALSE(mayInclude("ui/live/model.cpp", "ui/timeline/timeline.hpp"));
    EXPECT_FALSE(mayInclude("ui/theme/theme.cpp", "ui/live/model.hpp"));
}

TEST(LayerRules, TheShellKnowsEveryPanelAndExportingKnowsWhatItDraws) {
    EXPECT_TRUE(mayInclude("ui/shell/main_window.cpp", "ui/states/states_panel.hpp"));
    EXPECT_TRUE(mayInclude("ui/exporting/picture.cpp", "ui/timeline/timeline.hpp"));
    EXPECT_TRUE(mayInclude("ui/exporting/window_picture.cpp", "ui/shell/main_window.hpp"));
    EXPECT_FALSE(mayInclude("ui/exporting/picture.cpp", "ui/metrics/metrics_panel.hpp"));
}

TEST(LayerRules, TheWallKnowsTheTimelineAndIsGivenItsOtherPanel) {
    EXPECT_TRUE(mayInclude("ui/presenting/presenting_view.cpp", "ui/timeline/timeline_plot.hpp"));
    EXPECT_TRUE(mayInclude("ui/exporting/presenting_picture.cpp", "ui/presenting/presenting_view.hpp"));
    EXPECT_FALSE(mayInclude("ui/presenting/presenting_view.cpp", "ui/wait_graph/wait_graph_panel.hpp"));
    EXPECT_FALSE(mayInclude("ui/presenting/presenting_view.cpp", "ui/shell/main_window.hpp"));
}

}  // namespace
}  // namespace interleave::architecture
