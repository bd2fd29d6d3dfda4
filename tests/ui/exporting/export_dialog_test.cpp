// The dialog: what is chosen is what is written, is seen before, and is remembered.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/clipboard.hpp"
#include "ui/exporting/export_dialog.hpp"
#include "ui/exporting/export_form.hpp"

namespace interleave::ui {
namespace {

class Dialog : public ::testing::Test {
protected:
    void SetUp() override {
        QSettings().remove("export");
        view.setSpan(store.span());
    }

    Store store = scenes::deadlock();
    ViewState view;
    QTemporaryDir folder;
};

TEST_F(Dialog, WritesWhatIsChosen) {
    ExportDialog dialog(store, view, Theme::named(ThemeName::light));
    dialog.form().setOptions({.size = {800, 600}, .scale = 2, .theme = ThemeName::dark});
    ASSERT_TRUE(dialog.writeTo(folder.filePath("d.png"))) << dialog.errorShown().toStdString();
    EXPECT_EQ(dialog.writtenPath(), folder.filePath("d.png"));
    const QImage image(folder.filePath("d.png"));
    EXPECT_EQ(image.size(), QSize(1600, 1200));
    EXPECT_EQ(image.pixelColor(2, 2), Theme::named(ThemeName::dark).panel);
}

TEST_F(Dialog, RemembersTheChoiceForTheNextTime) {
    const PictureOptions chosen{PictureSubject::timeline, {1280, 720}, 1.5, ThemeName::print, false};
    {
        ExportDialog dialog(store, view, Theme::named(ThemeName::light));
        dialog.form().setFormat(ExportFormat::svg);
        dialog.form().setOptions(chosen);
        ASSERT_TRUE(dialog.writeTo(folder.filePath("d.svg")));
    }
    ExportDialog again(store, view, Theme::named(ThemeName::light));
    EXPECT_EQ(again.form().format(), ExportFormat::svg);
    EXPECT_EQ(again.form().options().size, chosen.size);
    EXPECT_EQ(again.form().options().scale, chosen.scale);
    EXPECT_EQ(again.form().options().theme, chosen.theme);
    EXPECT_EQ(again.form().options().caption, chosen.caption);
}

TEST_F(Dialog, OffersTheWindowsThemeAtFirst) {
    ExportDialog dialog(store, view, Theme::named(ThemeName::dark));
    EXPECT_EQ(dialog.form().options().theme, ThemeName::dark);
}

TEST_F(Dialog, SaysInPlainWordsWhatWentWrongAndStays) {
    ExportDialog dialog(store, view, Theme::named(ThemeName::light));
    EXPECT_FALSE(dialog.writeTo("/no/such/folder/d.png"));
    EXPECT_TRUE(dialog.errorShown().contains("/no/such/folder"));
    EXPECT_TRUE(dialog.writtenPath().isEmpty());
    EXPECT_TRUE(dialog.writeTo(folder.filePath("d.png")));
    EXPECT_TRUE(dialog.errorShown().isEmpty());
}

TEST_F(Dialog, ShowsAPreviewThatFollowsTheChoice) {
    ExportDialog dialog(store, view, Theme::named(ThemeName::light));
    dialog.show();
    const auto cornerIs = [&](ThemeName name) {
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            const QPixmap picture = label->pixmap(Qt::ReturnByValue);
            if (!picture.isNull()) return picture.toImage().pixelColor(1, 1) == Theme::named(name).panel;
        }
        return false;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return cornerIs(ThemeName::light); }, 5000));
    dialog.form().setOptions({.theme = ThemeName::dark});
    EXPECT_TRUE(QTest::qWaitFor([&] { return cornerIs(ThemeName::dark); }, 5000));
}

TEST_F(Dialog, TakesAPresetAsItsSize) {
    ExportForm form(ThemeName::light);
    for (QComboBox* box : form.findChildren<QComboBox*>()) {
        const int index = box->findText("Slide 4K (3840 × 2160)");
        if (index >= 0) box->setCurrentIndex(index);
    }
    EXPECT_EQ(pixelsOf(form.options()), QSize(3840, 2160));
}

TEST_F(Dialog, CopiesPixelsAndShapes) {
    ASSERT_TRUE(copyTimelineToClipboard(store, view, Theme::named(ThemeName::light)));
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    ASSERT_NE(data, nullptr);
    EXPECT_TRUE(data->hasImage());
    EXPECT_TRUE(data->data("image/svg+xml").contains("<svg "));
}

}  // namespace
}  // namespace interleave::ui
