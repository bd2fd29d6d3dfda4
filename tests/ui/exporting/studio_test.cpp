// The studio: every kind of picture is seen before it is written, closely where it is clicked, in its own language.
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/exporting/export_dialog.hpp"
#include "ui/exporting/export_form.hpp"
#include "ui/exporting/presets.hpp"
#include "ui/exporting/studio/preview_pane.hpp"
#include "ui/exporting/studio/strip_choice.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;

class Studio : public ::testing::Test {
protected:
    Studio() {
        QSettings().remove("export");
        view.setSpan(store.span());
        dialog = std::make_unique<ExportDialog>(store, view, Theme::named(ThemeName::light));
        dialog->show();
    }
    ~Studio() override { QSettings().remove("export"); }

    QPixmap shown() const { return dialog->findChild<PreviewPane*>()->findChild<QLabel*>()->pixmap(Qt::ReturnByValue); }
    bool waitForPicture() {
        return QTest::qWaitFor([this] { return !shown().isNull(); }, 5000);
    }

    Store store = scenes::deadlock();
    ViewState view;
    QTemporaryDir folder;
    std::unique_ptr<ExportDialog> dialog;
};

TEST_F(Studio, ShowsTheWholePictureAndARealSizedPartAtAClick) {
    ASSERT_TRUE(waitForPicture());
    auto* pane = dialog->findChild<PreviewPane*>();
    const QSize fitting = shown().size();
    EXPECT_LE(fitting.width(), pane->room().width());
    EXPECT_LE(fitting.height(), pane->room().height());
    QTest::mouseClick(pane->findChild<QLabel*>(), Qt::LeftButton);
    EXPECT_TRUE(pane->isClose());
    EXPECT_EQ(shown().size(), pixelsOf(dialog->form().options()));
    QTest::mouseClick(pane->findChild<QLabel*>(), Qt::LeftButton);
    EXPECT_FALSE(pane->isClose());
    EXPECT_EQ(shown().size(), fitting);
}

TEST_F(Studio, ShowsAPaperSheetAndAStrip) {
    PictureOptions options{.subject = PictureSubject::strip};
    take(*presetNamed("a4"), options);
    dialog->form().setOptions(options);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !shown().isNull() && shown().height() > shown().width(); }, 5000));
    EXPECT_TRUE(dialog->errorShown().isEmpty()) << dialog->errorShown().toStdString();
}

TEST_F(Studio, PlaysAnAnimationWhileItIsLookedAt) {
    dialog->form().setFormat(ExportFormat::gif);
    ASSERT_TRUE(waitForPicture());
    QTest::qWait(200);
    const QImage before = shown().toImage();
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown().toImage() != before; }, 3000));
}

TEST_F(Studio, SaysWhatAGifCannotShow) {
    dialog->form().setFormat(ExportFormat::gif);
    dialog->form().setOptions({.subject = PictureSubject::strip});
    EXPECT_TRUE(QTest::qWaitFor([this] { return dialog->errorShown().contains("timeline"); }, 3000));
    EXPECT_FALSE(dialog->writeTo(folder.filePath("d.gif")));
}

TEST_F(Studio, WritesTheMomentsThatWereMarked) {
    dialog->offerMarked({TraceTime{} + 500ms, TraceTime{} + 1420ms});
    const StripMoments moments = dialog->form().options().moments;
    EXPECT_EQ(moments.choice, StripMoments::Choice::chosen);
    EXPECT_EQ(moments.at, (std::vector<Duration>{500ms, 1420ms}));
}

TEST_F(Studio, SaysHowTimesAreWrittenWhereTheyCannotBeRead) {
    PictureOptions options{.subject = PictureSubject::strip};
    options.moments.choice = StripMoments::Choice::chosen;
    dialog->form().setOptions(options);
    dialog->form().strip().findChild<QLineEdit*>()->setText("soon, later");
    EXPECT_TRUE(QTest::qWaitFor([this] { return dialog->errorShown().contains("0.5s"); }, 3000));
    EXPECT_FALSE(dialog->writeTo(folder.filePath("d.png")));
    dialog->form().strip().findChild<QLineEdit*>()->setText("0.5s, 1.4s");
    EXPECT_TRUE(dialog->writeTo(folder.filePath("d.png"))) << dialog->errorShown().toStdString();
}

TEST_F(Studio, DrawsInAnotherLanguageThanTheWindowsAndLeavesThatAlone) {
    ASSERT_TRUE(dialog->writeTo(folder.filePath("en.svg")));
    for (QComboBox* box : dialog->form().findChildren<QComboBox*>())
        if (const int index = box->findText("简体中文"); index >= 0) box->setCurrentIndex(index);
    ASSERT_TRUE(dialog->writeTo(folder.filePath("zh.svg")));
    const auto text = [&](const char* name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    EXPECT_TRUE(text("en.svg").contains(">running<"));
    EXPECT_TRUE(text("zh.svg").contains(">运行<"));
    EXPECT_EQ(spoken(), Language::english);
    EXPECT_EQ(ExportDialog::tr("Copy"), "Copy");
}

TEST_F(Studio, RemembersTheLastPresetAndMotion) {
    PictureOptions options;
    take(*presetNamed("a4-landscape"), options);
    options.animation.framesPerSecond = 20;
    options.moments.count = 5;
    dialog->form().setOptions(options);
    ASSERT_TRUE(dialog->writeTo(folder.filePath("d.pdf")));
    ExportDialog again(store, view, Theme::named(ThemeName::light));
    EXPECT_EQ(again.form().options().paper, options.paper);
    EXPECT_EQ(again.form().options().animation.framesPerSecond, 20);
    EXPECT_EQ(again.form().options().moments.count, 5);
}

}  // namespace
}  // namespace interleave::ui
