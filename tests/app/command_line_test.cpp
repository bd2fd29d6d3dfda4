// What is typed becomes a command, or one sentence about what is wrong with it.
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/command_line.hpp"

namespace interleave::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

Expected<Command> typed(std::vector<const char*> words) {
    words.insert(words.begin(), "interleave");
    return parseCommandLine(static_cast<int>(words.size()), words.data());
}

template <class C>
C command(std::vector<const char*> words) {
    auto parsed = typed(std::move(words));
    if (!parsed) {
        ADD_FAILURE() << parsed.error().what;
        return {};
    }
    if (!std::holds_alternative<C>(*parsed)) {
        ADD_FAILURE() << "another command";
        return {};
    }
    return std::get<C>(*parsed);
}

std::string refusal(std::vector<const char*> words) {
    const auto parsed = typed(std::move(words));
    if (parsed) {
        ADD_FAILURE() << "was accepted";
        return {};
    }
    EXPECT_THAT(parsed.error().what, Not(HasSubstr("\n")));
    return parsed.error().what;
}

TEST(CommandLine, WithoutArgumentsOpensTheWindow) { EXPECT_EQ(command<ShowWindow>({}).file, ""); }

TEST(CommandLine, OpenOpensAFileInTheWindow) { EXPECT_EQ(command<ShowWindow>({"open", "a.ilv"}).file, "a.ilv"); }

TEST(CommandLine, AFileAloneIsOpenedAsAFileManagerGivesIt) {
    EXPECT_EQ(command<ShowWindow>({"week-5.lesson"}).file, "week-5.lesson");
    EXPECT_EQ(command<ShowWindow>({"/tmp/a b.ilv", "--lang", "zh_CN"}).file, "/tmp/a b.ilv");
    EXPECT_EQ(command<ShowWindow>({"open", "week-5.lesson"}).file, "week-5.lesson");
    EXPECT_THAT(refusal({"lst"}), HasSubstr("lst")) << "a command that was mistyped is no file";
}

TEST(CommandLine, ALessonIsListedUnlessItIsToBeDrawn) {
    const auto listed = command<GoThroughLesson>({"lesson", "week-5.lesson", "--json"});
    EXPECT_EQ(listed.file, "week-5.lesson");
    EXPECT_TRUE(listed.json);
    EXPECT_FALSE(listed.folder);

    const auto drawn =
        command<GoThroughLesson>({"lesson", "a.lesson", "--export", "pictures", "--format", "svg", "--format", "pdf",
                                  "--size", "1280x720", "--theme", "dark", "--overwrite", "--tempo", "2"});
    EXPECT_EQ(drawn.folder, "pictures");
    EXPECT_THAT(drawn.formats, ElementsAre("svg", "pdf"));
    EXPECT_TRUE(drawn.overwrite);
    EXPECT_EQ(drawn.tempo, 2.0);
    EXPECT_EQ(drawn.picture.size, QSize(1280, 720));
    EXPECT_THAT(command<GoThroughLesson>({"lesson", "a.lesson", "--export", "pictures"}).formats, ElementsAre("png"));
}

TEST(CommandLine, OfALessonThatIsOnlyListedNoPicturesAreDescribed) {
    for (const char* word : {"--format", "--picture", "--size", "--tempo", "--timeout"}) {
        const std::map<std::string, const char*> values{
            {"--format", "png"}, {"--picture", "window"}, {"--size", "1280x720"}, {"--tempo", "2"}, {"--timeout", "5"}};
        EXPECT_THAT(refusal({"lesson", "a.lesson", word, values.at(word)}), HasSubstr("--export FOLDER")) << word;
    }
    EXPECT_THAT(refusal({"lesson", "a.lesson", "--export", "x", "--format", "docx"}), HasSubstr("docx"));
    EXPECT_THAT(refusal({"lesson"}), HasSubstr("FILE"));
}
TEST(CommandLine, OpenWithoutAFileIsTheWindowAsADesktopStartsIt) { EXPECT_EQ(command<ShowWindow>({"open"}).file, ""); }

TEST(CommandLine, TheWindowSpeaksTheLanguageAskedFor) {
    EXPECT_EQ(command<ShowWindow>({}).language, "") << "as it was left";
    EXPECT_EQ(command<ShowWindow>({"--lang", "zh_CN"}).language, "zh_CN");
    EXPECT_EQ(command<ShowWindow>({"open", "a.ilv", "--lang", "en"}).language, "en");
    EXPECT_THAT(refusal({"--lang", "klingon"}), HasSubstr("klingon"));
}

TEST(CommandLine, RunLeavesToTheScenarioWhatIsNotSaid) {
    const auto run = command<RunScenario>({"run", "locks/deadlock"});
    EXPECT_EQ(run.scenario, "locks/deadlock");
    EXPECT_FALSE(run.runtime || run.pace || run.seed || run.cores || run.tempo || run.timeout || run.save);
    EXPECT_EQ(run.repeat, 1u);
    EXPECT_FALSE(run.json);
    EXPECT_TRUE(run.picture.caption);
    EXPECT_EQ(run.picture.size, QSize(1920, 1080));
}

TEST(CommandLine, ALessonIsCheckedInsteadOfASummaryAndNotBesideTheJson) {
    EXPECT_FALSE(command<RunScenario>({"run", "threads/race"}).lesson);
    EXPECT_TRUE(command<RunScenario>({"run", "threads/race", "--lesson"}).lesson);
    EXPECT_THAT(refusal({"run", "threads/race", "--lesson", "--json"}), HasSubstr("--lesson"));
}

TEST(CommandLine, RunTakesEveryOption) {
    const auto run = command<RunScenario>({"run",          "threads/race",
                                           "--runtime",    "threads",
                                           "--set",        "count=10",
                                           "--set",        "name=a=b",
                                           "--seed",       "18446744073709551615",
                                           "--cores",      "2",
                                           "--pace",       "free",
                                           "--repeat",     "100",
                                           "--tempo",      "0.5",
                                           "--timeout",    "2.5",
                                           "--save",       "r.ilv",
                                           "--export",     "a.png",
                                           "--export",     "b.svg",
                                           "--size",       "1280x720",
                                           "--scale",      "2",
                                           "--theme",      "print",
                                           "--lang",       "zh_CN",
                                           "--picture",    "window",
                                           "--no-caption", "--json"});
    EXPECT_EQ(run.runtime, RuntimeKind::threads);
    EXPECT_THAT(run.params, ElementsAre(Pair("count", "10"), Pair("name", "a=b")));
    EXPECT_EQ(run.seed, ~std::uint64_t{0});
    EXPECT_EQ(run.cores, 2u);
    EXPECT_EQ(run.pace, Pace::free);
    EXPECT_EQ(run.repeat, 100u);
    EXPECT_EQ(run.tempo, 0.5);
    EXPECT_EQ(run.timeout, Duration{2'500'000'000});
    EXPECT_EQ(run.save, "r.ilv");
    EXPECT_THAT(run.exports, ElementsAre("a.png", "b.svg"));
    EXPECT_EQ(run.picture.size, QSize(1280, 720));
    EXPECT_EQ(run.picture.scale, 2.0);
    EXPECT_EQ(run.picture.theme, ui::ThemeName::print);
    EXPECT_EQ(run.picture.subject, ui::PictureSubject::window);
    EXPECT_FALSE(run.picture.caption);
    EXPECT_EQ(run.language, "zh_CN");
    EXPECT_TRUE(run.json);
}

TEST(CommandLine, AnExportDoesNotSwallowTheScenario) {
    const auto run = command<RunScenario>({"run", "--export", "a.png", "--set", "n=1", "locks/mutex"});
    EXPECT_EQ(run.scenario, "locks/mutex");
    EXPECT_THAT(run.exports, ElementsAre("a.png"));
}

TEST(CommandLine, ExportTakesSeveralTargets) {
    const auto command_ = command<ExportFile>({"export", "r.ilv", "a.png", "b.csv", "--theme", "dark"});
    EXPECT_EQ(command_.file, "r.ilv");
    EXPECT_THAT(command_.exports, ElementsAre("a.png", "b.csv"));
    EXPECT_EQ(command_.picture.theme, ui::ThemeName::dark);
}

TEST(CommandLine, HelpTellsEveryCommandAndTheExitStatuses) {
    const auto help = command<PrintText>({"--help"});
    for (const char* word : {"list", "show", "run", "export", "check", "open", "Exit status: 0", "4 --timeout"})
        EXPECT_THAT(help.text, HasSubstr(word));
    EXPECT_THAT(command<PrintText>({"run", "--help"}).text, HasSubstr("--repeat"));
}

TEST(CommandLine, VersionIsOneLine) {
    EXPECT_THAT(command<PrintText>({"--version"}).text,
                ::testing::MatchesRegex("interleave [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

struct Mistake {
    std::vector<const char*> words;
    const char* said;
};

class Mistakes : public ::testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreToldInOneSentence) { EXPECT_THAT(refusal(GetParam().words), HasSubstr(GetParam().said)); }

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Mistakes,
    ::testing::Values(
        Mistake{{"frobnicate"}, "frobnicate"}, Mistake{{"run"}, "SCENARIO"},
        Mistake{{"run", "x", "--wrong"}, "--wrong"}, Mistake{{"export", "a.ilv"}, "OUT"}, Mistake{{"check"}, "FILE"},
        Mistake{{"run", "x", "--seed", "abc"}, "'abc'"}, Mistake{{"run", "x", "--seed", "-1"}, "'-1'"},
        Mistake{{"run", "x", "--seed", "18446744073709551616"}, "whole number"},
        Mistake{{"run", "x", "--seed", ""}, "--seed takes"}, Mistake{{"run", "x", "--cores", "0"}, "from 1"},
        Mistake{{"run", "x", "--repeat", "0"}, "--repeat"}, Mistake{{"run", "x", "--repeat", "2.5"}, "'2.5'"},
        Mistake{{"run", "x", "--tempo", "0"}, "--tempo"}, Mistake{{"run", "x", "--tempo", "nan"}, "'nan'"},
        Mistake{{"run", "x", "--tempo", "1,5"}, "'1,5'"}, Mistake{{"run", "x", "--timeout", "-3"}, "--timeout"},
        Mistake{{"run", "x", "--timeout", "inf"}, "'inf'"}, Mistake{{"run", "x", "--runtime", "fibers"}, "coroutines"},
        Mistake{{"run", "x", "--pace", "step"}, "free or steered"}, Mistake{{"run", "x", "--theme", "pink"}, "print"},
        Mistake{{"run", "x", "--lang", "fr"}, "zh_CN"}, Mistake{{"run", "x", "--set", "novalue"}, "name=value"},
        Mistake{{"run", "x", "--set", "=3"}, "name=value"}, Mistake{{"run", "x", "--size", "big"}, "1920x1080"},
        Mistake{{"run", "x", "--size", "1920x"}, "1920x1080"}, Mistake{{"run", "x", "--size", "100000x100000"}, "8K"},
        Mistake{{"run", "x", "--scale", "100"}, "--scale"}, Mistake{{"run", "x", "--export", "a.bmp"}, ".png, .svg"},
        Mistake{{"run", "x", "y"}, "y"}, Mistake{{"export", "a.ilv", "b.bmp"}, "b.bmp"}));

TEST(CommandLine, APresetSaysSizeAndScale) {
    const auto slide = command<ExportFile>({"export", "a.ilv", "a.png", "--preset", "slide-4k"}).picture;
    EXPECT_EQ(slide.size, QSize(1920, 1080));
    EXPECT_EQ(slide.scale, 2.0);
    EXPECT_FALSE(slide.paper);
    const auto sheet = command<ExportFile>({"export", "a.ilv", "a.pdf", "--preset", "a4-landscape"}).picture;
    ASSERT_TRUE(sheet.paper);
    EXPECT_EQ(sheet.paper->width, 297);
    EXPECT_THAT(refusal({"export", "a.ilv", "a.png", "--preset", "poster"}), HasSubstr("a4-landscape"));
    EXPECT_THAT(refusal({"export", "a.ilv", "a.png", "--preset", "a4", "--scale", "2"}), HasSubstr("--preset"));
}

TEST(CommandLine, AStripsMomentsAreANumberTimesOrPlacesOfTheRun) {
    using Choice = ui::StripMoments::Choice;
    const auto moments = [](const char* word) {
        return command<RunScenario>({"run", "x", "--picture", "strip", "--moments", word}).picture.moments;
    };
    EXPECT_EQ(moments("4").choice, Choice::spread);
    EXPECT_EQ(moments("4").count, 4);
    EXPECT_EQ(moments("steps").choice, Choice::steps);
    EXPECT_EQ(moments("turning-points").choice, Choice::turningPoints);
    EXPECT_EQ(moments("0.5s,1200ms,2").choice, Choice::chosen);
    using namespace std::chrono_literals;
    EXPECT_THAT(moments("0.5s,1200ms,2").at, ElementsAre(500ms, 1200ms, 2s));
    for (const char* wrong : {"soon", "0.5s,", "0", "13", "-1s"})
        EXPECT_THAT(refusal({"run", "x", "--picture", "strip", "--moments", wrong}),
                    ::testing::AnyOf(HasSubstr("--moments"), HasSubstr("1 to 12 moments")));
}

TEST(CommandLine, AnAnimationHasARangeALengthAndARate) {
    using namespace std::chrono_literals;
    const auto animation = command<RunScenario>({"run", "x", "--export", "a.gif", "--range", "500ms..2s", "--fps", "20",
                                                 "--seconds", "3", "--once", "--cursor-only"})
                               .picture.animation;
    ASSERT_TRUE(animation.range);
    EXPECT_EQ(animation.range->first, 500ms);
    EXPECT_EQ(animation.range->second, 2s);
    EXPECT_EQ(animation.framesPerSecond, 20);
    EXPECT_EQ(animation.seconds, 3);
    EXPECT_FALSE(animation.loops);
    EXPECT_FALSE(animation.grows);
    EXPECT_THAT(refusal({"run", "x", "--range", "2s..1s"}), HasSubstr("earlier"));
    EXPECT_THAT(refusal({"run", "x", "--range", "2s"}), HasSubstr("--range"));
    EXPECT_THAT(refusal({"run", "x", "--fps", "100"}), HasSubstr("--fps"));
}

TEST(CommandLine, WhatAGifCannotShowIsRefusedBeforeAnythingRuns) {
    EXPECT_THAT(refusal({"run", "x", "--export", "a.gif", "--picture", "window"}),
                HasSubstr("a GIF shows the timeline"));
    EXPECT_THAT(refusal({"run", "x", "--export", "a.gif", "--preset", "a4"}), HasSubstr("not for paper"));
    EXPECT_THAT(refusal({"lesson", "x", "--export", "f", "--format", "gif", "--picture", "strip"}),
                HasSubstr("a GIF shows the timeline"));
    EXPECT_EQ(command<RunScenario>({"run", "x", "--export", "a.png", "--picture", "window"}).exports.size(), 1U);
}

}  // namespace
}  // namespace interleave::app
