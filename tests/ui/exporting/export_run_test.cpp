// Files are wholly there or not at all, whatever the format and whatever goes wrong.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/scenes.hpp"
#include "ui/exporting/export_run.hpp"

namespace interleave::ui {
namespace {

using ::testing::HasSubstr;

class ExportRun : public ::testing::Test {
protected:
    std::string path(const char* name) const { return folder.filePath(name).toStdString(); }
    QByteArray read(const char* name) const {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

    QTemporaryDir folder;
    Store store = scenes::deadlock();
};

TEST_F(ExportRun, WritesWhatTheNameAsksFor) {
    for (const char* name : {"d.png", "d.svg", "d.pdf", "d.csv", "d.json"}) {
        const auto written = exportRun(store, path(name), {});
        EXPECT_TRUE(written) << written.error().what;
    }
    EXPECT_TRUE(read("d.png").startsWith("\x89PNG"));
    EXPECT_TRUE(read("d.svg").contains("<svg "));
    EXPECT_TRUE(read("d.pdf").startsWith("%PDF-"));
    EXPECT_TRUE(read("d.csv").contains("lane,kind,state"));
    const auto chrome = nlohmann::json::parse(read("d.json").toStdString(), nullptr, false);
    ASSERT_TRUE(chrome.is_object());
    EXPECT_GT(chrome["traceEvents"].size(), 10u);
    EXPECT_EQ(files().size(), 5) << "nothing beside them";
}

TEST_F(ExportRun, ReplacesAFileOnlyByAWholeOne) {
    ASSERT_TRUE(exportRun(store, path("d.png"), {}));
    const QByteArray before = read("d.png");
    EXPECT_FALSE(exportRun(store, path("d.png"), {.size = {1'000'000, 1}}));
    EXPECT_EQ(read("d.png"), before);
    EXPECT_EQ(files().size(), 1);
}

TEST_F(ExportRun, SaysWhereItCannotWrite) {
    for (const char* name : {"none/d.png", "none/d.csv"}) {
        const auto written = exportRun(store, path(name), {});
        ASSERT_FALSE(written);
        EXPECT_THAT(written.error().what, HasSubstr(path("none")));
    }
}

TEST_F(ExportRun, SaysThatTheDiskIsFull) {
    QFile::link("/dev/full", folder.filePath("full.csv"));
    QFile::link("/dev/full", folder.filePath("full.png"));
    for (const char* name : {"full.csv", "full.png"}) {
        const auto written = exportRun(store, path(name), {});
        ASSERT_FALSE(written) << name;
        EXPECT_THAT(written.error().what, HasSubstr("full"));
        EXPECT_TRUE(QFile::exists("/dev/full")) << "the device was not replaced";
    }
}

TEST_F(ExportRun, ChecksATargetWithoutTouchingIt) {
    EXPECT_TRUE(checkExportTarget(path("new.svg")));
    EXPECT_EQ(files().size(), 0);
    ASSERT_TRUE(exportRun(store, path("old.svg"), {}));
    const QByteArray before = read("old.svg");
    EXPECT_TRUE(checkExportTarget(path("old.svg")));
    EXPECT_EQ(read("old.svg"), before);
}

TEST_F(ExportRun, RefusesATargetThatCannotBe) {
    EXPECT_FALSE(checkExportTarget(path("none/d.png")));
    EXPECT_FALSE(checkExportTarget(folder.path().toStdString()));
    EXPECT_FALSE(checkExportTarget(path("picture.bmp")));
    QDir(folder.path()).mkdir("folder.png");
    EXPECT_FALSE(checkExportTarget(path("folder.png")));
}

}  // namespace
}  // namespace interleave::ui
