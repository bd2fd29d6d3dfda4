// Every scenario of the gallery, clicked through as before a class: predicted, run, led through its steps, in both
// languages and both themes. One test each, so that they run side by side.
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "tests/ui/walk/cut_text.hpp"
#include "ui/live/guide.hpp"
#include "ui/narration/choice_button.hpp"
#include "ui/narration/guide_strip.hpp"
#include "ui/shell/main_window.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 150'000;  // ms: the longest scenario, beside others on a loaded machine
constexpr double kFaster = 2;       // of the tempo; more of it, and what takes no time at all outweighs what is shown

// Lines on stderr that the platform without a display writes of itself.
std::string withoutThePlatforms(const std::string& all) {
    std::string rest;
    for (const QString& line : QString::fromStdString(all).split(u'\n'))
        if (!line.isEmpty() && !line.startsWith("This plugin does not support")) rest += line.toStdString() + "\n";
    return rest;
}

class Walk : public testing::TestWithParam<std::string> {
protected:
    Walk() {
        QSettings().clear();
        speak(Language::english);
        m_model.setRunner(INTERLEAVE_RUNNER_PROGRAM);
        m_window.resize(1280, 720);
        m_window.show();
        settle();
    }
    ~Walk() override { speak(Language::english); }

    // Until nothing is left to be laid out or styled: on a loaded machine one round may take longer than any wait.
    static void settle() {
        for (int round = 0; round < 5; ++round) {
            QCoreApplication::sendPostedEvents();
            QTest::qWait(8);
        }
    }
    Guide& guide() { return m_window.guide(); }
    void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

    void expectNothingCut(const std::string& when) {
        settle();
        const QStringList cut = cutTexts(m_window);
        EXPECT_TRUE(cut.isEmpty()) << when << ", " << nameOf(spoken()).toStdString() << ": "
                                   << cut.join("; ").toStdString();
    }
    void expectNothingCutInBothLanguages(const char* when) {
        for (const Language language : {Language::chinese, Language::english}) {
            speak(language);
            expectNothingCut(when);
        }
    }

    void predict() {
        const auto choices = m_window.guideStrip().findChildren<ChoiceButton*>();
        ASSERT_EQ(choices.size(), 3);
        ASSERT_TRUE(choices[1]->isVisible());
        click(choices[1]);
        EXPECT_EQ(guide().taken(), 1);
        QTest::keyClick(&m_window, Qt::Key_3);
        EXPECT_EQ(guide().taken(), 2);
        EXPECT_FALSE(guide().right().has_value());
    }

    void runToTheEnd() {
        m_model.setTempo(kFaster);
        QTest::keyClick(&m_window, Qt::Key_PageDown);
        ASSERT_TRUE(m_model.isTicking()) << m_window.errorShown().toStdString();
        EXPECT_FALSE(guide().right().has_value());
        const bool ended = QTest::qWaitFor([&] { return !m_model.isTicking(); }, kPatience);
        if (!ended) m_model.stop();
        ASSERT_TRUE(ended) << "did not end";
        EXPECT_EQ(m_window.errorShown().toStdString(), "");
        settle();
    }

    bool leads() {
        bool all = guide().right().has_value();
        for (int step = 1; step <= guide().count(); ++step) all = all && guide().canGoTo(step);
        return all;
    }

    // By the keys in one language, by clicks in the other.
    void goThroughAllSteps(Language language) {
        speak(language);
        const auto dots = m_window.guideStrip().findChildren<StepDot*>();
        ASSERT_EQ(static_cast<int>(dots.size()), guide().count());
        for (int step = 1; step <= guide().count(); ++step) {
            ASSERT_TRUE(guide().canGoTo(step)) << "no moment for step " << step;
            if (language == Language::english) click(dots[step - 1]);
            else QTest::keyClick(&m_window, Qt::Key_PageDown);
            EXPECT_EQ(guide().place(), step);
            EXPECT_EQ(m_model.view().cursor(), guide().momentOf(step)->at) << "step " << step;
            expectNothingCut("at step " + std::to_string(step));
        }
        for (int step = guide().count(); step > 0; --step) QTest::keyClick(&m_window, Qt::Key_PageUp);
        EXPECT_EQ(guide().place(), 0);
    }

    Runs made() const {
        if (!m_model.finished().empty()) return m_model.finished();
        return {std::shared_ptr<const Store>(std::shared_ptr<const Store>(), &m_model.store())};
    }

    // In the folder that INTERLEAVE_WALK_PICTURES names, for whoever wants to look at them.
    void drawPictures() {
        guide().goTo(guide().count() / 2);
        const QTemporaryDir temporary;
        const QString asked = qEnvironmentVariable("INTERLEAVE_WALK_PICTURES");
        const QDir folder(asked.isEmpty() ? temporary.path() : asked);
        folder.mkpath(".");
        for (const ThemeChoice theme : {ThemeChoice::dark, ThemeChoice::light}) {
            for (const Language language : {Language::chinese, Language::english}) {
                m_window.setThemeChoice(theme);
                speak(language);
                settle();
                const QImage picture = m_window.grab().toImage();
                const bool dark = picture.pixelColor(picture.width() / 2, 2).lightness() < 128;
                EXPECT_EQ(dark, theme == ThemeChoice::dark);
                const QString name = QString::fromStdString(GetParam()).replace(u'/', u'-') +
                                     (dark ? "-dark-" : "-light-") + nameOf(language);
                EXPECT_TRUE(picture.save(folder.filePath(name + ".png"))) << name.toStdString();
            }
        }
    }

    Model m_model;
    MainWindow m_window{m_model, ThemeChoice::light};
};

TEST_P(Walk, PredictedRunAndLedThroughItsSteps) {
    testing::internal::CaptureStderr();
    m_window.chooseScenario(QString::fromStdString(GetParam()));
    settle();
    EXPECT_EQ(m_window.errorShown().toStdString(), "");
    EXPECT_TRUE(guide().hasLesson()) << "it has no choices and steps yet";
    if (guide().hasLesson()) predict();
    expectNothingCutInBothLanguages("before the run");
    if (guide().hasLesson()) runToTheEnd();
    // A run is real, and may once turn out as no lesson foresees: whoever teaches would run it again.
    if (guide().hasLesson() && !HasFatalFailure() && !leads()) {
        m_model.run();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_model.isTicking(); }, kPatience));
        settle();
    }
    if (guide().hasLesson() && !HasFatalFailure()) {
        EXPECT_TRUE(guide().right().has_value()) << judge(guide().text().choices, made()).trouble;
        expectNothingCutInBothLanguages("after the run");
        goThroughAllSteps(Language::chinese);
        goThroughAllSteps(Language::english);
    }
    drawPictures();
    EXPECT_EQ(withoutThePlatforms(testing::internal::GetCapturedStderr()), "");
}

std::vector<std::string> allScenarios() {
    std::vector<std::string> ids;
    for (const Scenario& scenario : scenarios()) ids.push_back(scenario.id);
    return ids;
}

INSTANTIATE_TEST_SUITE_P(Gallery, Walk, testing::ValuesIn(allScenarios()), [](const auto& walked) {
    std::string name = walked.param;
    for (char& c : name)
        if (c == '/' || c == '-') c = '_';
    return name;
});

}  // namespace
}  // namespace interleave::ui
