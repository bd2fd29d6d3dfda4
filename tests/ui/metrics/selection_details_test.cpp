#include "ui/metrics/selection_details.hpp"

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/metrics/details_panel.hpp"
#include "ui/metrics/event_text.hpp"

namespace interleave::ui {
namespace {

std::string row(const SelectionDetails& details, const char* label) {
    for (const DetailRow& each : details.rows)
        if (each.label == label) return QString(each.value).replace(QChar(0x00A0), ' ').toStdString();
    return "absent";
}

TEST(SelectionDetails, TellAllOfAnInterval) {
    const auto details = DetailsOf::selection(scenes::deadlock(), {LaneKind::actor, 0, ms(500)});
    EXPECT_EQ(details.title, "T1");
    EXPECT_EQ(details.what, "thread");
    EXPECT_EQ(details.hue, 0);
    EXPECT_EQ(row(details, "state"), "sleeping, 1.00 s asked for");
    EXPECT_EQ(row(details, "from"), "0.340 s");
    EXPECT_EQ(row(details, "to"), "1.345 s");
    EXPECT_EQ(row(details, "length"), "1.00 s");
    EXPECT_EQ(row(details, "line"), "15");
    EXPECT_EQ(row(details, "pid / tid"), "4210 / 4211");
}

TEST(SelectionDetails, AnIntervalThatGoesOnIsSaidToBeOpen) {
    const auto details = DetailsOf::selection(scenes::deadlock(), {LaneKind::actor, 0, ms(2000)});
    EXPECT_EQ(row(details, "to"), "3.000 s, not over");
}

TEST(SelectionDetails, ALockNamesItsOwnerAndThoseWhoWait) {
    const auto details = DetailsOf::selection(scenes::deadlock(), {LaneKind::lock, 0, ms(2000)});
    EXPECT_EQ(details.what, "mutex");
    EXPECT_EQ(row(details, "held by"), "T1");
    EXPECT_EQ(row(details, "waiting for it"), "1");
    EXPECT_EQ(details.token, "T1");
}

TEST(SelectionDetails, AQueueTellsItsLevel) {
    const auto details = DetailsOf::selection(scenes::producerConsumer(), {LaneKind::queue, 0, ms(35)});
    EXPECT_EQ(row(details, "level"), "4 of 4");
}

TEST(SelectionDetails, ACoreTellsWhoRuns) {
    const auto details = DetailsOf::selection(scenes::deadlock(), {LaneKind::core, 1, ms(100)});
    EXPECT_EQ(details.title, "core 1");
    EXPECT_EQ(row(details, "runs"), "T2");
}

TEST(SelectionDetails, NearbyEventsAreThoseOfTheLaneAroundTheMoment) {
    const auto details = DetailsOf::selection(scenes::deadlock(), {LaneKind::lock, 0, ms(1000)});
    ASSERT_EQ(details.nearby.size(), 4U);  // made, taken; wanted, waited for
    EXPECT_EQ(details.nearby[1].text, "T1 takes A");
    EXPECT_TRUE(details.nearby[1].before);
    EXPECT_EQ(details.nearby[2].text, "T2 wants A");
    EXPECT_FALSE(details.nearby[2].before);
    for (std::size_t i = 1; i < details.nearby.size(); ++i) EXPECT_LE(details.nearby[i - 1].at, details.nearby[i].at);
}

TEST(SelectionDetails, ALaneThatIsNotThereHasNone) {
    EXPECT_TRUE(DetailsOf::selection(scenes::deadlock(), {LaneKind::actor, 99, ms(1)}).empty());
    EXPECT_TRUE(DetailsOf::selection(Store(), {LaneKind::lock, 0, ms(1)}).empty());
    EXPECT_TRUE(DetailsOf::selection(Store(), {LaneKind::kernelCore, 0, ms(1)}).empty());
}

TEST(EventText, NoEventLeavesAPlaceholderOpen) {
    const Store store = scenes::deadlock();
    for (int kind = 0; kind < static_cast<int>(EventKind::count_); ++kind) {
        const Event event{.actor = 0, .object = 0, .kind = static_cast<EventKind>(kind), .value = 1};
        const QString text = EventText::of(store, event);
        EXPECT_FALSE(text.contains('%')) << text.toStdString();
    }
}

TEST(DetailsPanel, ShowsWhatIsSelected) {
    Model model;
    model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    DetailsPanel panel(model);
    panel.resize(340, 360);
    panel.grab();
    EXPECT_TRUE(panel.details().empty());
    model.view().select(Selection{LaneKind::actor, 1, ms(100)});
    panel.grab();
    EXPECT_EQ(panel.details().title, "T2");
    model.view().select(std::nullopt);
    panel.grab();
    EXPECT_TRUE(panel.details().empty());
}

}  // namespace
}  // namespace interleave::ui
