#include "ui/theme/theme.hpp"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

namespace interleave::ui {
namespace {

// Relative luminance and contrast as in WCAG 2.
double luminance(const QColor& color) {
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

class EachTheme : public testing::TestWithParam<ThemeName> {
protected:
    const Theme& m_theme = Theme::named(GetParam());
};

INSTANTIATE_TEST_SUITE_P(Theme, EachTheme, testing::Values(ThemeName::light, ThemeName::dark, ThemeName::print));

TEST_P(EachTheme, TextReadsOnItsGround) {
    EXPECT_GE(contrast(m_theme.ink, m_theme.panel), 7.0);
    EXPECT_GE(contrast(m_theme.ink, m_theme.soft), 7.0);
    EXPECT_GE(contrast(m_theme.ink, m_theme.dangerGround), 7.0);
    EXPECT_GE(contrast(m_theme.muted, m_theme.panel), 4.5);
    EXPECT_GE(contrast(m_theme.muted, m_theme.ground), 4.5);
    EXPECT_GE(contrast(m_theme.accent, m_theme.panel), 4.5);
}

TEST_P(EachTheme, TextReadsOnEveryActor) {
    for (int hue = 0; hue < 15; ++hue)
        EXPECT_GE(contrast(m_theme.onActor(hue), m_theme.actor(hue)), 4.5) << "hue " << hue;
}

TEST_P(EachTheme, AnActorsHueIsNeverAStatesHue) {
    for (int hue = 0; hue < 5; ++hue) {
        for (int state = 0; state < static_cast<int>(StateClass::count_); ++state) {
            EXPECT_NE(m_theme.actor(hue), m_theme.state(static_cast<StateClass>(state)));
        }
    }
}

TEST_P(EachTheme, StatesOfOneColourDifferByPattern) {
    std::set<std::pair<QRgb, int>> looks;
    for (int i = static_cast<int>(StateClass::created); i < static_cast<int>(StateClass::count_); ++i) {
        const auto state = static_cast<StateClass>(i);
        const auto look = std::pair{m_theme.state(state).rgba(), static_cast<int>(Theme::pattern(state))};
        EXPECT_TRUE(looks.insert(look).second) << "class " << i << " looks like another";
    }
}

TEST_P(EachTheme, APatternIsSeenWithoutItsColour) {
    for (const StateClass state : {StateClass::ready, StateClass::waitingLock, StateClass::waitingIo,
                                   StateClass::waitingQueue, StateClass::waitingJoin, StateClass::waitingGil}) {
        QImage image(64, 64, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.fillRect(image.rect(), m_theme.patternBrush(state));
        painter.end();
        int darkest = 255, lightest = 0;
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                darkest = std::min(darkest, qGray(image.pixel(x, y)));
                lightest = std::max(lightest, qGray(image.pixel(x, y)));
            }
        }
        EXPECT_GE(lightest - darkest, 30) << "class " << static_cast<int>(state);
    }
}

TEST_P(EachTheme, PatternsRepeatWithoutSeam) {
    QImage image(64, 64, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(image.rect(), m_theme.patternBrush(StateClass::waitingLock));
    painter.end();
    for (int y = 0; y + 8 < 64; ++y) {
        for (int x = 0; x + 8 < 64; ++x) ASSERT_EQ(image.pixel(x, y), image.pixel(x + 8, y + 8));
    }
}

TEST(Theme, PatternsStayCrispOnADenseScreen) {
    const Theme& theme = Theme::named(ThemeName::light);
    const QBrush brush = theme.patternBrush(StateClass::ready, 2.0);
    EXPECT_EQ(brush.textureImage().size(), QSize(16, 16));
    EXPECT_DOUBLE_EQ(brush.transform().m11(), 0.5);
}

TEST(Theme, RunningAndSleepingAreSolidAndTheyDifferInGrey) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        const Theme& theme = Theme::named(name);
        EXPECT_GE(
            std::abs(qGray(theme.state(StateClass::running).rgb()) - qGray(theme.state(StateClass::sleeping).rgb())),
            25);
    }
}

TEST(TextFont, ChinesePutsItsOwnFontFirst) {
    setTextIsChinese(true);
    EXPECT_EQ(textFont(14).families().front(), "Noto Sans CJK SC");
    setTextIsChinese(false);
    EXPECT_EQ(textFont(14).families().front(), "Inter");
    EXPECT_EQ(textFont(14).pixelSize(), 14);
}

}  // namespace
}  // namespace interleave::ui
