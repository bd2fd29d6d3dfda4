#include "ui/narration/narration_panel.hpp"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave::ui {
namespace {

class NarrationPanelTest : public testing::Test {
protected:
    NarrationPanelTest() {
        m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
        m_panel.resize(900, 134);
    }
    QImage look(TraceTime cursor) {
        m_model.view().setCursor(cursor);
        return m_panel.grab().toImage();
    }

    Model m_model;
    NarrationPanel m_panel{m_model};
};

TEST_F(NarrationPanelTest, OnlyTheAlarmStandsOnRed) {
    const Theme& theme = Theme::named(ThemeName::light);
    EXPECT_EQ(look(ms(1500)).pixelColor(450, 125).rgb(), theme.dangerGround.rgb());
    EXPECT_EQ(look(ms(1400)).pixelColor(450, 125).rgb(), theme.panel.rgb());
    EXPECT_EQ(m_panel.shown().severity, Severity::calm);
}

TEST_F(NarrationPanelTest, OffersWhereToGoOnOnceThePointIsShown) {
    look(ms(1000));
    EXPECT_TRUE(m_panel.offered().isEmpty());
    look(ms(3000));
    for (const QString& id : m_panel.offered()) EXPECT_NE(findScenario(id.toStdString()), nullptr) << id.toStdString();
    EXPECT_FALSE(m_panel.offered().isEmpty());
}

TEST_F(NarrationPanelTest, ALinkAsksForItsScenario) {
    m_panel.show();
    look(ms(3000));
    const QSignalSpy asked(&m_panel, &NarrationPanel::scenarioRequested);
    const auto links = m_panel.findChildren<QPushButton*>();
    ASSERT_FALSE(links.isEmpty());
    links.front()->click();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toString(), m_panel.offered().front());
}

TEST_F(NarrationPanelTest, TheWayOnStandsFirstAndOnce) {
    m_panel.show();
    m_panel.setWayOn("queues/poll-many", "Next in the lesson");
    look(ms(3000));
    ASSERT_FALSE(m_panel.offered().isEmpty());
    EXPECT_EQ(m_panel.offered().front(), "queues/poll-many");
    const QSignalSpy on(&m_panel, &NarrationPanel::wayOnRequested);
    const QSignalSpy asked(&m_panel, &NarrationPanel::scenarioRequested);
    for (auto* link : m_panel.findChildren<QPushButton*>())
        if (link->property("scenario").toString() == "queues/poll-many") link->click();
    EXPECT_EQ(on.size(), 1) << "by the list, which knows how it is to be run";
    EXPECT_EQ(asked.size(), 0);

    m_panel.setWayOn("locks/lock-order", "Next in this chapter");
    look(ms(3000));
    EXPECT_EQ(m_panel.offered().count("locks/lock-order"), 1) << "the scenario points there itself";
}

TEST_F(NarrationPanelTest, BeforeARunItSaysWhatToDo) {
    Model empty;
    NarrationPanel panel(empty);
    panel.resize(900, 134);
    panel.grab();
    EXPECT_FALSE(panel.shown().headline.isEmpty());
    EXPECT_EQ(panel.shown().severity, Severity::calm);
}

}  // namespace
}  // namespace interleave::ui
