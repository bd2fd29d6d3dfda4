// The panel on a trace: what it shows as the cursor moves, where it stands, and what a click does.
#include <gtest/gtest.h>

#include <QTest>

#include <memory>

#include "tests/support/process_trace.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/processes/processes_panel.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

constexpr std::int64_t kStarter = 90, kRunner = 100, kParent = 101, kChild = 102;

std::unique_ptr<Store> family() {
    ProcessTrace trace;
    trace.sampled(ms(0), {}, kRunner, kStarter, '\0');
    trace.sampled(ms(0), {}, kStarter, 1, 'S', 5000);
    const ActorId parent = trace.actor("parent", -1);
    trace.forked(ms(1), {}, parent, kParent);
    trace.sampled(ms(2), parent, kParent, kRunner, 'R', 100);
    const ActorId child = trace.actor("child", parent.value);
    trace.forked(ms(30), parent, child, kChild);
    trace.sampled(ms(31), child, kChild, kParent, 'S', 40);
    trace.exited(ms(60), child, 3 << 8);
    auto store = std::make_unique<Store>(std::move(trace.store()));
    store->advance(ms(100), ms(100));
    return store;
}

struct Shown {
    Model model;
    ProcessesPanel panel{model};

    Shown() {
        model.showTrace(family());
        panel.resize(344, 300);
    }
    const ProcessTree& at(TraceTime t) {
        model.view().setCursor(t);
        panel.grab();
        return panel.tree();
    }
};

TEST(ProcessesPanel, FollowsTheCursorForthAndBack) {
    Shown shown;
    EXPECT_EQ(shown.at(ms(20)).rows.size(), 3U);
    EXPECT_EQ(shown.at(ms(40)).rows.size(), 4U);
    EXPECT_EQ(shown.at(ms(40)).rows[3].sample.state, 'S');
    EXPECT_EQ(shown.at(ms(70)).rows[3].sample.state, 'Z');
    EXPECT_EQ(shown.at(ms(20)).rows.size(), 3U);
}

TEST(ProcessesPanel, ForgetsOneTraceForAnother) {
    Shown shown;
    shown.at(ms(70));
    shown.model.showTrace(std::make_unique<Store>());
    shown.panel.grab();
    EXPECT_TRUE(shown.panel.tree().empty());
}

TEST(ProcessesPanel, AClickSelectsTheProcesssLane) {
    Shown shown;
    shown.at(ms(70));
    const QRectF plate = *shown.panel.layoutShown().plateOf(3);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, plate.center().toPoint());
    ASSERT_TRUE(shown.model.view().selection());
    EXPECT_EQ(shown.model.view().selection()->lane, LaneKind::actor);
    EXPECT_EQ(shown.model.view().selection()->id, 1U);
}

TEST(ProcessesPanel, APlateWearsItsActorsHueAtTheLeftUntilItEnds) {
    Shown shown;
    const auto edgeOf = [&](std::size_t row) {
        const QRectF plate = *shown.panel.layoutShown().plateOf(row);
        return shown.panel.grab().toImage().pixelColor(static_cast<int>(plate.left()) + 3,
                                                       static_cast<int>(plate.center().y()));
    };
    shown.at(ms(40));
    const Theme& theme = Theme::named(ThemeName::light);
    EXPECT_EQ(edgeOf(2), theme.actor(shown.model.store().actor({0}).hue));
    EXPECT_EQ(edgeOf(3), theme.actor(shown.model.store().actor({1}).hue));
    shown.at(ms(70));
    EXPECT_NE(edgeOf(3), theme.actor(shown.model.store().actor({1}).hue)) << "a zombie";
}

TEST(ProcessesPanel, IsThereForProcessesAndOnTopInTheirChapter) {
    const Store none;
    EXPECT_TRUE(usesPanel(PanelKind::processes, "processes/fork", none));
    EXPECT_FALSE(usesPanel(PanelKind::processes, "locks/deadlock", none));
    EXPECT_TRUE(usesPanel(PanelKind::processes, "locks/deadlock", *family()));
    EXPECT_TRUE(isThePoint(PanelKind::processes, "processes/zombie"));
    EXPECT_FALSE(isThePoint(PanelKind::processes, "locks/deadlock"));
}

}  // namespace
}  // namespace interleave::ui
