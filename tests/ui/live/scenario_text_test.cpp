#include "ui/live/scenario_text.hpp"

#include <QByteArray>
#include <QFile>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {
namespace {

TEST(ScenarioText, EveryScenarioHasAllItsTextsInBothLanguages) {
    ASSERT_FALSE(scenarios().empty());
    for (const Scenario& scenario : scenarios()) {
        SCOPED_TRACE(scenario.id);
        ASSERT_TRUE(QFile::exists(QString::fromStdString(":/scenarios/" + scenario.id + ".json")));
        const ScenarioText& text = scenarioText(scenario.id);
        EXPECT_TRUE(text.title.complete());
        EXPECT_TRUE(text.subtitle.complete());
        EXPECT_TRUE(text.question.complete());
        EXPECT_TRUE(text.look.complete());
        EXPECT_TRUE(text.why.complete());
        EXPECT_TRUE(text.tryNext.complete());
        for (const OftenSaid& often : text.often) {
            EXPECT_TRUE(often.said.complete());
            EXPECT_TRUE(often.fact.complete());
        }
    }
}

TEST(ScenarioText, EveryParameterHasALabelInBothLanguagesAndNoLabelIsLeftOver) {
    for (const Scenario& scenario : scenarios()) {
        SCOPED_TRACE(scenario.id);
        const ScenarioText& text = scenarioText(scenario.id);
        for (const Param& param : scenario.params) {
            const auto label = std::find_if(text.params.begin(), text.params.end(),
                                            [&](const auto& each) { return each.first.toStdString() == param.name; });
            ASSERT_NE(label, text.params.end()) << param.name;
            EXPECT_TRUE(label->second.complete()) << param.name;
        }
        for (const auto& [name, sentence] : text.params) {
            EXPECT_NE(scenario.param(name.toStdString()), nullptr) << name.toStdString();
        }
    }
}

TEST(ScenarioText, EveryScenarioCarriesItsListingAndItsSource) {
    for (const Scenario& scenario : scenarios()) {
        const QString id = QString::fromStdString(scenario.id);
        for (const QString& path : {":/scenarios/" + id + ".py", ":/sources/" + id + ".cpp"}) {
            QFile file(path);
            EXPECT_TRUE(file.open(QIODevice::ReadOnly) && file.size() > 0) << path.toStdString();
        }
    }
}

TEST(ScenarioText, SpeaksTheLanguageOfTheWindow) {
    const InBothLanguages sentence{"Deadlock", QString::fromUtf8("死锁")};
    setTextIsChinese(true);
    EXPECT_EQ(sentence.shown(), QString::fromUtf8("死锁"));
    setTextIsChinese(false);
    EXPECT_EQ(sentence.shown(), "Deadlock");
}

TEST(ScenarioText, ReadsEveryPart) {
    const auto text = parseScenarioText(R"({
        "title": {"en": "Title", "zh_CN": "题"},
        "often": [{"said": {"en": "Said", "zh_CN": "说"}, "fact": {"en": "Fact", "zh_CN": "实"}}],
        "params": {"capacity": {"en": "places", "zh_CN": "容量"}}
    })");
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->title.en, "Title");
    ASSERT_EQ(text->often.size(), 1u);
    EXPECT_EQ(text->often[0].fact.chinese, QString::fromUtf8("实"));
    EXPECT_EQ(text->label("capacity"), "places");
    EXPECT_EQ(text->label("other"), "other");
    EXPECT_FALSE(text->subtitle.complete());
}

TEST(ScenarioText, BrokenJsonIsRefusedNamingTheLine) {
    const auto text = parseScenarioText("{\n  \"title\": oops\n}");
    ASSERT_FALSE(text.has_value());
    EXPECT_NE(text.error().what.find("line 2"), std::string::npos) << text.error().what;
}

TEST(ScenarioText, AnUnknownScenarioIsCalledByItsId) {
    EXPECT_EQ(scenarioText("no/such").title.shown(), "no/such");
}

}  // namespace
}  // namespace interleave::ui
