#include "ui/scheduling/gantt.hpp"

#include <gtest/gtest.h>

#include <QImage>

namespace interleave::ui {
namespace {

TEST(GanttTicks, StandOneTwoOrFiveTimesAPowerOfTenApart) {
    EXPECT_EQ(ganttTicks(30, 6), (std::vector<double>{0, 5, 10, 15, 20, 25, 30}));
    EXPECT_EQ(ganttTicks(420, 5), (std::vector<double>{0, 100, 200, 300, 400}));
    EXPECT_TRUE(ganttTicks(0, 5).empty());
}

TEST(Gantt, PaintsEachJobInItsOwnColourWhereItRan) {
    const Theme& theme = Theme::named(ThemeName::light);
    GanttChart chart;
    chart.strips = {{{}, {{0, 50, 0, QStringLiteral("A")}, {50, 100, 1, QStringLiteral("B")}}}};
    chart.length = 100;
    QImage image(420, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.panel);
    QPainter painter(&image);
    paintGantt(painter, QRectF(0, 0, 420, 60), chart, theme, 1.0);
    painter.end();
    const int middle = 16;
    EXPECT_EQ(image.pixelColor(60, middle), theme.actor(0));
    EXPECT_EQ(image.pixelColor(380, middle), theme.actor(1));
}

}  // namespace
}  // namespace interleave::ui
