// The window on screens of other densities. Qt takes the scale when a program starts, so each scale is a process of its
// own, which runs the tests named Scaled; they hold at any scale, and by themselves run at that of the screen.
#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace interleave::ui {
namespace {

constexpr double kNsInMs = 1e6;  // ns

double scaleAskedFor() {
    const double scale = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble();
    return scale > 0 ? scale : 1.0;
}

class HighDpi : public testing::TestWithParam<const char*> {};

TEST_P(HighDpi, TheWindowIsRightAtThatScale) {
    QProcess itself;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_SCALE_FACTOR", GetParam());
    for (const char* shared : {"GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX"})
        environment.remove(shared);  // it takes all of its own
    itself.setProcessEnvironment(environment);
    itself.setProcessChannelMode(QProcess::MergedChannels);
    itself.start(QCoreApplication::applicationFilePath(), {"--gtest_filter=Scaled.*"});
    ASSERT_TRUE(itself.waitForFinished(60'000));
    const QString said = QString::fromUtf8(itself.readAll());
    EXPECT_EQ(itself.exitCode(), 0) << said.toStdString();
    EXPECT_TRUE(said.contains("[  PASSED  ] 4 tests")) << said.toStdString();
}

INSTANTIATE_TEST_SUITE_P(At, HighDpi, testing::Values("1", "1.5", "2"));

class Scaled : public testing::Test {
protected:
    Scaled() {
        QSettings().clear();
        m_window.resize(1280, 720);
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        m_window.show();
        QTest::qWait(100);
        m_model.view().fit();
        QTest::qWait(20);
    }

    // In the plot's own pixels, as the mouse has them.
    QPointF at(LaneKind kind, std::uint32_t id, double ms) const {
        const TimelineGeometry geometry = m_plot->look().geometry;
        return {geometry.xAt({static_cast<std::int64_t>(ms * kNsInMs)}),
                geometry.barOf(*m_plot->laneLayout().find(kind, id)).center().y()};
    }

    const double m_scale = scaleAskedFor();
    Model m_model;
    MainWindow m_window{m_model};
    TimelinePlot* m_plot = m_window.findChild<TimelinePlot*>();
};

TEST_F(Scaled, EveryPixelOfTheScreenIsDrawn) {
    const QImage image = m_window.grab().toImage();
    EXPECT_EQ(image.devicePixelRatio(), m_scale);
    EXPECT_EQ(image.width(), qRound(1280 * m_scale));
    EXPECT_EQ(m_plot->bufferDevicePixelRatio(), m_scale);
    for (const QLabel* label : m_window.findChildren<QLabel*>()) {
        const QPixmap pixmap = label->pixmap(Qt::ReturnByValue);
        if (pixmap.isNull()) continue;
        EXPECT_EQ(pixmap.devicePixelRatio(), m_scale);
    }
}

TEST_F(Scaled, IconsAreDrawnForTheScreenNotEnlarged) {
    int icons = 0;
    for (const QToolButton* button : m_window.findChildren<QToolButton*>()) {
        if (button->icon().isNull() || !button->isVisible()) continue;
        const QPixmap pixmap = button->icon().pixmap(QSize(16, 16), m_scale);
        if (pixmap.isNull()) continue;
        EXPECT_EQ(pixmap.width(), qRound(16 * m_scale)) << button->text().toStdString();
        ++icons;
    }
    EXPECT_GE(icons, 5);
}

TEST_F(Scaled, AHairlineIsOneColourAndNoBlur) {
    const QImage image = m_window.grab().toImage();
    const Theme& theme = m_window.theme();
    int lines = 0;
    for (const QFrame* line : m_window.findChildren<QFrame*>()) {
        if (line->property("role") != "divider" || line->height() != 1 || !line->isVisible()) continue;
        const QPoint middle = line->mapTo(&m_window, QPoint(line->width() / 2, 0));
        int inked = 0;
        for (int y = qFloor(middle.y() * m_scale) - 2; y <= qCeil((middle.y() + 1) * m_scale) + 2; ++y) {
            const QColor color = image.pixelColor(qRound(middle.x() * m_scale), y);
            inked += color == theme.hairline ? 1 : 0;
            EXPECT_TRUE(color == theme.hairline || color == theme.panel || color == theme.ground)
                << y << " " << color.name().toStdString();
        }
        EXPECT_GE(inked, 1);
        EXPECT_LE(inked, qCeil(m_scale));
        ++lines;
    }
    EXPECT_GE(lines, 1);
}

TEST_F(Scaled, WhatIsClickedIsWhatIsDrawnThere) {
    const QPointF running = at(LaneKind::actor, 0, 200), waiting = at(LaneKind::actor, 1, 1000);
    const QImage image = m_plot->grab().toImage();
    const auto colorAt = [&](QPointF point) { return image.pixelColor((point * m_scale).toPoint()); };
    EXPECT_EQ(colorAt(running), m_window.theme().state(StateClass::running));

    QTest::mouseClick(m_plot, Qt::LeftButton, {}, waiting.toPoint());
    ASSERT_TRUE(m_model.view().selection());
    EXPECT_EQ(m_model.view().selection()->id, 1U);
    EXPECT_NEAR(static_cast<double>(m_model.view().cursor().ns) / kNsInMs, 1000, 10);
}

}  // namespace
}  // namespace interleave::ui
