// The scenario's page: complete, in the window's language, and renewed with the choice of scenario.
#include <gtest/gtest.h>

#include "ui/narration/lesson.hpp"
#include "ui/narration/lesson_panel.hpp"

namespace interleave::ui {
namespace {

ScenarioText sample() {
    ScenarioText text;
    text.look = {"Watch the locks.", "看锁。"};
    text.why = {"Because of <order>.", "因为次序。"};
    text.often.push_back({{"It always fails.", "总会失败。"}, {"Seldom.", "很少。"}});
    return text;
}

TEST(Lesson, SaysWhatToLookAtWhyAndWhatIsOftenSaid) {
    const QString page = lessonPage(sample(), Theme::named(ThemeName::light), 14);
    EXPECT_TRUE(page.contains("Watch the locks."));
    EXPECT_TRUE(page.contains("Because of &lt;order&gt;.")) << "texts are text, never markup";
    EXPECT_LT(page.indexOf("It always fails."), page.indexOf("Seldom."));
}

TEST(Lesson, LeavesOutWhatTheScenarioDoesNotSay) {
    const QString page = lessonPage(sample(), Theme::named(ThemeName::light), 14);
    EXPECT_FALSE(page.contains("What to try next"));
    EXPECT_TRUE(lessonPage(ScenarioText{}, Theme::named(ThemeName::dark), 14).isEmpty());
}

TEST(LessonPanel, FollowsTheChoiceOfScenario) {
    Model model;
    LessonPanel panel(model);
    model.chooseScenario("locks/deadlock");
    const QString first = panel.plainText();
    EXPECT_TRUE(first.contains(scenarioText("locks/deadlock").why.shown()));
    model.chooseScenario("threads/race");
    EXPECT_NE(panel.plainText(), first);
}

}  // namespace
}  // namespace interleave::ui
