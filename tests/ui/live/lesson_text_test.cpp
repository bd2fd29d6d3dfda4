// Choices and steps of a scenario's file: their form.
#include <QByteArray>
#include <QFile>

#include <gtest/gtest.h>

#include "core/scenario/scenario.hpp"
#include "ui/live/lesson_text.hpp"

namespace interleave::ui {
namespace {

const QByteArray kChoice = R"({"en": "a", "zh_CN": "b", "when": "lost > 0"})";
const QByteArray kStep = R"({"at": "first lost", "en": "a", "zh_CN": "b"})";

QByteArray fileWith(const QByteArray& choices, const QByteArray& steps) {
    return "{\"choices\": [" + choices + "], \"steps\": [" + steps + "]}";
}
QByteArray three(const QByteArray& each) { return each + "," + each + "," + each; }

std::string refusalOf(const QByteArray& json) {
    const auto text = parseScenarioText(json);
    return text ? "" : text.error().what;
}

TEST(LessonText, ChoicesAndStepsAreReadWhole) {
    const auto text = parseScenarioText(
        fileWith(three(kChoice), three(kStep) + R"(, {"at": "end", "in": "threads", "en": "c", "zh_CN": "d"})"));
    ASSERT_TRUE(text.has_value()) << text.error().what;
    EXPECT_EQ(text->choices.size(), 3u);
    EXPECT_EQ(text->choices[0].when, *parseClaim("lost > 0"));
    ASSERT_EQ(text->steps.size(), 4u);
    EXPECT_EQ(text->steps[0].at, *parseMoment("first lost"));
    EXPECT_EQ(text->steps[3].variant, "threads");
    EXPECT_TRUE(text->steps[3].text.complete());
}

TEST(LessonText, AFileWithoutALessonIsFine) { EXPECT_EQ(refusalOf("{}"), ""); }

TEST(LessonText, WhatIsNotWholeIsRefusedNamingThePlace) {
    const auto mentions = [](const std::string& refusal, const char* place) {
        EXPECT_NE(refusal.find(place), std::string::npos) << place << ": \"" << refusal << '"';
    };
    mentions(refusalOf(fileWith(kChoice, three(kStep))), "choices");
    mentions(refusalOf(fileWith(three(kChoice), kStep)), "steps");
    mentions(refusalOf(fileWith(three(kChoice), three(kStep) + "," + three(kStep) + "," + three(kStep))), "steps");
    mentions(refusalOf(fileWith(kChoice + "," + kChoice + R"(, {"en": "a", "when": "lost > 0"})", three(kStep))),
             "choices[3]");
    mentions(
        refusalOf(fileWith(kChoice + "," + kChoice + R"(, {"en": "a", "zh_CN": "b", "when": "lost >"})", three(kStep))),
        "choices[3]");
    mentions(refusalOf(fileWith(three(kChoice), kStep + R"(, {"at": "at noon", "en": "a", "zh_CN": "b"}, )" + kStep)),
             "steps[2]");
    mentions(refusalOf(fileWith(three(kChoice), kStep + R"(, {"at": "first put", "zh_CN": "b"}, )" + kStep)),
             "steps[2]");
    mentions(refusalOf(R"({"choices": 3})"), "choices");
}

// What is read aloud from the back of a room has to be short.
TEST(LessonText, EveryLessonBuiltInIsOfThatFormAndShort) {
    for (const Scenario& scenario : scenarios()) {
        SCOPED_TRACE(scenario.id);
        QFile file(QString::fromStdString(":/scenarios/" + scenario.id + ".json"));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto text = parseScenarioText(file.readAll());
        ASSERT_TRUE(text.has_value()) << text.error().what;
        for (const Choice& choice : text->choices) {
            EXPECT_LE(choice.text.en.size(), 48) << choice.text.en.toStdString();
            EXPECT_LE(choice.text.chinese.size(), 22) << choice.text.chinese.toStdString();
        }
        for (const LessonStep& step : text->steps) {
            EXPECT_LE(step.text.en.size(), 120) << step.text.en.toStdString();
            EXPECT_LE(step.text.chinese.size(), 48) << step.text.chinese.toStdString();
            if (step.variant.isEmpty()) continue;
            EXPECT_NE(scenario.variants, nullptr) << "no run of its is called " << step.variant.toStdString();
        }
    }
}

}  // namespace
}  // namespace interleave::ui
