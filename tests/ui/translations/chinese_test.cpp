// The window speaks Chinese throughout: nothing is left in English, no number gets lost on the way.
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTranslator>

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/ui/translations/translation_file.hpp"
#include "ui/live/words.hpp"
#include "ui/states/states_panel.hpp"

namespace interleave::ui {
namespace {

const QString kFile = QStringLiteral(INTERLEAVE_SOURCE_DIR "/resources/translations/interleave_zh_CN.ts");

class Chinese : public ::testing::Test {
protected:
    const std::vector<Message> messages = messagesOf(kFile);
    void SetUp() override { ASSERT_GT(messages.size(), 100u) << kFile.toStdString(); }
};

std::string shown(const Message& message) {
    return (message.key() + " → " + message.translations.join(" | ")).toStdString();
}

TEST_F(Chinese, EveryMessageIsFinished) {
    for (const Message& message : messages) {
        EXPECT_TRUE(message.finished) << shown(message);
        EXPECT_EQ(message.translations.size(), 1) << shown(message) << ": Chinese has one form of the plural";
        EXPECT_FALSE(message.translations.join("").trimmed().isEmpty()) << shown(message);
    }
}

TEST_F(Chinese, EveryPlaceholderIsFilled) {
    for (const Message& message : messages)
        for (const QString& translation : message.translations)
            EXPECT_EQ(placeholdersOf(message.source), placeholdersOf(translation)) << shown(message);
}

// Those of a Sentence: {} in their order, or {0}, {1}… in any.
QStringList valuesOf(const QString& text) {
    static const QRegularExpression value("\\{(\\d*)(:[^}]*)?\\}");
    QStringList values;
    for (auto found = value.globalMatch(text); found.hasNext();) {
        const auto each = found.next();
        const QString place = each.captured(1).isEmpty() ? QString::number(values.size()) : each.captured(1);
        values << place + each.captured(2);
    }
    values.sort();
    return values;
}

TEST_F(Chinese, EveryValueOfASentenceIsToldOnce) {
    static const QRegularExpression places("\\{\\d*(:[^}]*)?\\}|\\{\\{|\\}\\}");
    int sentences = 0;
    for (const Message& message : messages) {
        // What is left of a text with places once they are taken out: a lone brace there would be no text at all.
        QString rest = message.translations.join("") + message.source;
        if (valuesOf(message.source).isEmpty()) continue;
        EXPECT_FALSE(rest.remove(places).contains(QRegularExpression("[{}]"))) << shown(message);
        for (const QString& translation : message.translations)
            EXPECT_EQ(valuesOf(message.source), valuesOf(translation)) << shown(message);
        ++sentences;
    }
    EXPECT_GT(sentences, 50);
}

TEST_F(Chinese, SentencesEndAsSentences) {
    const QString stop = QStringLiteral("。");
    for (const Message& message : messages)
        for (const QString& translation : message.translations)
            EXPECT_EQ(message.source.endsWith('.'), translation.endsWith(stop)) << shown(message);
}

TEST_F(Chinese, PunctuationIsFullWidthAndHanIsPartedFromLatin) {
    // Shortcuts, (&O), and filters of files, (*.png), keep the brackets that the toolkit knows.
    static const QRegularExpression toolkit("\\(&[A-Z]\\)|\\(\\*[^)]*\\)(;;)?");
    // By range: PCRE counts full-width punctuation among \p{Han}.
    static const QRegularExpression halfWidth("[\\x{4E00}-\\x{9FFF}][,;:!?()\"]|[,;:!?()\"][\\x{4E00}-\\x{9FFF}]");
    static const QRegularExpression touching("[\\x{4E00}-\\x{9FFF}][A-Za-z0-9%]|[A-Za-z0-9][\\x{4E00}-\\x{9FFF}]");
    for (const Message& message : messages) {
        QString translation = message.translations.join(' ');
        translation.remove(toolkit);
        EXPECT_FALSE(translation.contains(halfWidth)) << shown(message);
        EXPECT_FALSE(translation.contains(touching)) << shown(message);
    }
}

TEST_F(Chinese, AShortcutLetterIsTheSameInBothLanguages) {
    // Words that stand on buttons, too, have none in Chinese: a button would show "(R)".
    static const QRegularExpression letter("&([A-Za-z])");
    static const QRegularExpression bracketed("\\(&([A-Z])\\)");
    int letters = 0;
    for (const Message& message : messages) {
        const auto chinese = bracketed.match(message.translations.join(""));
        if (!chinese.hasMatch()) continue;
        ++letters;
        EXPECT_EQ(chinese.captured(1), letter.match(message.source).captured(1).toUpper()) << shown(message);
    }
    EXPECT_GT(letters, 10);
}

TEST_F(Chinese, NoMessageOfTheSourcesIsMissing) {
    const QString lupdate = QStringLiteral(INTERLEAVE_LUPDATE);
    if (!QFileInfo(lupdate).isExecutable()) GTEST_SKIP() << "needs lupdate at " << lupdate.toStdString();
    const QTemporaryDir folder;
    const QString fresh = folder.filePath("interleave_zh_CN.ts");
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(INTERLEAVE_SOURCE_DIR));
    process.start(lupdate, {"-I", ".", "core", "ui", "app", "-tr-function-alias", "translate+=Sentence", "-no-obsolete",
                            "-locations", "none", "-ts", fresh});
    constexpr int kLongestMs = 90'000;
    ASSERT_TRUE(process.waitForFinished(kLongestMs)) << process.errorString().toStdString();
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();

    QSet<QString> known;
    for (const Message& message : messages) known.insert(message.key());
    QSet<QString> wanted;
    for (const Message& message : messagesOf(fresh)) wanted.insert(message.key());
    ASSERT_FALSE(wanted.isEmpty());
    for (const QString& key : wanted - known)
        ADD_FAILURE() << key.toStdString()
                      << " is not translated: build the target update_translations, then fill it in";
    for (const QString& key : known - wanted)
        ADD_FAILURE() << key.toStdString() << " is no longer said by any source: build the target update_translations";
}

TEST_F(Chinese, ReachesTheWindowsOwnClasses) {
    QTranslator translator;
    ASSERT_TRUE(translator.load(":/translations/interleave_zh_CN.qm"));
    // A class looks its words up by its full name, which is what stands before them in the file.
    EXPECT_FALSE(translator.translate(StatesPanel::staticMetaObject.className(), "States now").isEmpty());
    for (const Message& message : messages)
        EXPECT_FALSE(message.context.contains("Panel") && !message.context.contains("::")) << shown(message);
}

TEST_F(Chinese, UnitsOfParametersAreSymbolsOrSaidInIt) {
    QTranslator translator;
    ASSERT_TRUE(translator.load(":/translations/interleave_zh_CN.qm"));
    QCoreApplication::installTranslator(&translator);
    const std::set<std::string> symbols{"", "ms", "B", "KiB", "MiB"};
    for (const Scenario& scenario : scenarios())
        for (const Param& param : scenario.params) {
            if (symbols.contains(param.unit)) continue;
            EXPECT_NE(Words::unit(param.unit).toStdString(), param.unit) << scenario.id << " " << param.name;
        }
    QCoreApplication::removeTranslator(&translator);
}

TEST_F(Chinese, IsBuiltIntoTheProgram) {
    QTranslator translator;
    ASSERT_TRUE(translator.load(":/translations/interleave_zh_CN.qm"));
    for (const Message& message : messages) {
        const QByteArray comment = message.comment.toUtf8();
        const bool counts = message.source.contains("%n");
        const QString found = translator.translate(message.context.toUtf8(), message.source.toUtf8(),
                                                   comment.isEmpty() ? nullptr : comment.constData(), counts ? 2 : -1);
        EXPECT_EQ(found, message.translations.value(0)) << "the .qm is older than the .ts: " << shown(message);
    }
}

}  // namespace
}  // namespace interleave::ui
