#include "ui/theme/style_sheet.hpp"

#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include "ui/theme/icon.hpp"

namespace interleave::ui {
namespace {

TEST(StyleSheet, NamesNoColourThatTheThemeLacks) {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        EXPECT_FALSE(sheetOf(Theme::named(name)).contains('@'));
    }
}

TEST(StyleSheet, EveryPictureItNamesIsBuiltIn) {
    static const QRegularExpression kUrl(R"(url\(([^)]+)\))");
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        auto urls = kUrl.globalMatch(sheetOf(Theme::named(name)));
        ASSERT_TRUE(urls.hasNext());
        while (urls.hasNext()) {
            const QString path = urls.next().captured(1);
            EXPECT_TRUE(QFile::exists(path)) << path.toStdString();
        }
    }
}

TEST(Mixed, GoesFromOneColourToTheOther) {
    EXPECT_EQ(mixed(Qt::black, Qt::white, 0.0), QColor(Qt::black));
    EXPECT_EQ(mixed(Qt::black, Qt::white, 1.0), QColor(Qt::white));
    EXPECT_EQ(mixed(QColor(0, 0, 0), QColor(200, 100, 50), 0.5), QColor(100, 50, 25));
}

TEST(Icon, TakesTheColourAskedFor) {
    const QImage image = iconPixmap("stop", QColor(10, 200, 30), 16, 2.0).toImage();
    ASSERT_EQ(image.size(), QSize(32, 32));
    EXPECT_EQ(image.pixelColor(16, 16).rgb(), QColor(10, 200, 30).rgb());
}

TEST(Icon, OneThatIsNotThereIsEmpty) { EXPECT_TRUE(iconPixmap("no-such-icon", Qt::black, 16, 1.0).isNull()); }

}  // namespace
}  // namespace interleave::ui
