// What a trace says of generators' frames: the law of their switches, where each stood at any moment,
// and that a saved trace keeps it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/trace/chrome_export.hpp"
#include "core/trace/csv_export.hpp"
#include "core/trace/frame_history.hpp"
#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;
using Names = std::vector<std::string>;

constexpr TraceTime ms(double at) { return {static_cast<std::int64_t>(at * 1e6)}; }

class FramesInATrace : public ::testing::Test {
public:
    ObjectId frame(const char* name) {
        const ObjectId id{static_cast<std::uint32_t>(m_frames++)};
        scene.add({.actor = main.value, .object = id.value, .ticket = scene.store().addText(name).value, .line = 3,
                   .kind = EventKind::objectCreated, .detail = static_cast<std::uint8_t>(ObjectKind::frame)});
        return id;
    }
    FramesInATrace& at(double t) {
        scene.at(t);
        return *this;
    }
    void tell(EventKind kind, ObjectId of, std::int64_t value = 0, FrameInput input = {}, ObjectId other = {},
              std::uint16_t line = 0) {
        const bool hasNone = kind == EventKind::frameDelegated || kind == EventKind::frameClosed;
        const auto type = hasNone ? FrameValue::Type::none : FrameValue::Type::integer;
        scene.add({.actor = main.value, .object = of.value, .ticket = other.value, .line = line, .kind = kind,
                   .detail = frameDetail(type, input), .value = value});
    }
    void resume(ObjectId of, ObjectId by = {}, FrameInput input = {}) {
        tell(EventKind::frameResumed, of, 0, input, by);
    }
    Names broken() {
        Names names;
        for (const Violation& v : scene.store().violations()) names.emplace_back(lawName(v.law));
        return names;
    }
    FrameNow now(ObjectId of, double t) {
        FrameHistory history;
        history.follow(scene.store());
        return history.lifeOf(of)->at(ms(t));
    }

    Scene scene{RuntimeKind::coroutines};
    ActorId main = scene.actor("main", ActorKind::coroutine);

private:
    int m_frames = 0;
};

TEST_F(FramesInATrace, EverySwitchIntoOneHasASwitchOut) {
    const ObjectId g = frame("g");
    at(1).resume(g);
    tell(EventKind::frameYielded, g, 1);
    resume(g);
    tell(EventKind::frameReturned, g, 2);
    EXPECT_EQ(broken(), Names{});
    const ObjectId h = frame("h");
    resume(h);
    resume(h);
    EXPECT_EQ(broken(), Names{"switches-pair"});
}

TEST_F(FramesInATrace, NobodyYieldsWhoWasNotMadeToGoOn) {
    tell(EventKind::frameYielded, frame("g"), 1);
    EXPECT_EQ(broken(), Names{"switches-pair"});
}

TEST_F(FramesInATrace, AClosedOneDoesNothingMore) {
    const ObjectId g = frame("g");
    tell(EventKind::frameClosed, g);
    EXPECT_EQ(broken(), Names{});
    resume(g);
    EXPECT_EQ(broken(), Names{"nothing-after-the-end"});
}

TEST_F(FramesInATrace, NobodyIsAskedByOneThatStandsStill) {
    const ObjectId g = frame("g"), h = frame("h");
    resume(g);
    resume(h, g);
    tell(EventKind::frameYielded, h, 1);
    tell(EventKind::frameYielded, g, 1);
    EXPECT_EQ(broken(), Names{});
    tell(EventKind::frameClosed, h);
    const ObjectId i = frame("i");
    resume(i, h);
    EXPECT_EQ(broken(), Names{"switches-pair"});
}

TEST_F(FramesInATrace, AnActorThatEndsHasLeftThemAll) {
    scene.at(1).runs(main);
    const ObjectId g = frame("g");
    resume(g);
    scene.at(2).ends(main);
    EXPECT_EQ(broken(), Names{"switches-pair"});
}

TEST_F(FramesInATrace, StandWhereTheirEventsSayAtAnyMoment) {
    const ObjectId g = frame("g");
    at(1).resume(g);
    at(2).tell(EventKind::frameLocal, g, 7, {}, {scene.store().addText("n").value}, 4);
    at(3).tell(EventKind::frameYielded, g, 8, {}, {}, 5);
    at(4).tell(EventKind::frameResumed, g, 9, FrameInput::send);
    at(5).tell(EventKind::frameReturned, g, 10);
    scene.at(6);
    EXPECT_EQ(now(g, 0.5).state, FrameState::created);
    EXPECT_EQ(now(g, 1.5).state, FrameState::running);
    EXPECT_FALSE(now(g, 1.5).hasOut);
    EXPECT_TRUE(now(g, 1.5).locals.empty());
    EXPECT_EQ(now(g, 2.5).line, 4);
    ASSERT_EQ(now(g, 2.5).locals.size(), 1U);
    EXPECT_EQ(now(g, 2.5).locals[0].value, FrameValue::of(std::int64_t{7}));
    EXPECT_EQ(now(g, 3.5).state, FrameState::suspended);
    EXPECT_EQ(now(g, 3.5).line, 5);
    EXPECT_EQ(now(g, 3.5).out, FrameValue::of(std::int64_t{8}));
    EXPECT_EQ(now(g, 4.5).input, FrameInput::send);
    EXPECT_EQ(now(g, 4.5).in, FrameValue::of(std::int64_t{9}));
    EXPECT_EQ(now(g, 5.5).state, FrameState::closed);
    EXPECT_EQ(now(g, 5.5).end, FrameEnd::returned);
}

TEST_F(FramesInATrace, DelegateUntilWhomTheyDelegateToIsAtItsEnd) {
    const ObjectId outer = frame("outer"), inner = frame("inner");
    at(1).resume(outer);
    at(2).tell(EventKind::frameDelegated, outer, 0, {}, inner, 6);
    resume(inner, outer);
    at(3).tell(EventKind::frameReturned, inner, 5);
    resume(outer, inner, FrameInput::returned);
    scene.at(4);
    EXPECT_EQ(broken(), Names{});
    EXPECT_EQ(now(outer, 2.5).delegate, inner);
    EXPECT_EQ(now(outer, 2.5).state, FrameState::suspended);
    EXPECT_EQ(now(inner, 2.5).caller, outer);
    EXPECT_FALSE(now(outer, 3.5).delegate.exists());
    EXPECT_EQ(now(outer, 3.5).state, FrameState::running);
}

TEST_F(FramesInATrace, HaveALaneOfStatesAndAnArrowForEachSwitch) {
    const ObjectId outer = frame("outer"), inner = frame("inner");
    at(1).resume(outer);
    at(2).tell(EventKind::frameDelegated, outer, 0, {}, inner);
    resume(inner, outer);
    at(3).tell(EventKind::frameYielded, inner, 5);
    scene.at(4);
    const Store& store = scene.store();
    const auto stateAt = [&](ObjectId of, double t) {
        return store.looks()[store.object(of).owners.lookAt(ms(t))].state();
    };
    EXPECT_EQ(stateAt(inner, 1.5), StateClass::created);
    EXPECT_EQ(stateAt(outer, 1.5), StateClass::running);
    EXPECT_EQ(stateAt(outer, 2.5), StateClass::suspended);
    EXPECT_EQ(stateAt(inner, 2.5), StateClass::running);
    EXPECT_EQ(stateAt(inner, 3.5), StateClass::suspended);
    using Ends = std::pair<std::uint32_t, std::uint32_t>;
    std::vector<Ends> arrows;
    for (std::size_t i = 0; i < store.arrows().end(); ++i) {
        const Arrow& arrow = store.arrows()[i];
        if (arrow.kind == ArrowKind::frameSwitch) arrows.emplace_back(arrow.source.value, arrow.target.value);
    }
    constexpr std::uint32_t kProgram = ObjectId::kNone;
    const std::vector<Ends> expected{{kProgram, outer.value}, {outer.value, inner.value}, {inner.value, kProgram}};
    EXPECT_EQ(arrows, expected)
        << "the answer goes past who stands aside";
}

TEST_F(FramesInATrace, AreKeptByASavedTrace) {
    const ObjectId g = frame("g");
    at(1).resume(g);
    at(2).tell(EventKind::frameYielded, g, 8, {}, {}, 5);
    scene.at(3);
    const std::string name = "interleave-frames-" + std::to_string(::getpid()) + ".ilv";
    const std::string path = (std::filesystem::temp_directory_path() / name).string();
    ASSERT_TRUE(SavedTrace::save(scene.store(), path));
    const auto opened = SavedTrace::open(path);
    std::filesystem::remove(path);
    ASSERT_TRUE(opened) << opened.error().what;
    FrameHistory history;
    history.follow(*opened);
    ASSERT_EQ(history.lives().size(), 1U);
    EXPECT_EQ(history.lives()[0].at(ms(3)).out, FrameValue::of(std::int64_t{8}));
    EXPECT_EQ(opened->object(g).kind, ObjectKind::frame);
    EXPECT_EQ(opened->state().object(g).level, static_cast<std::int64_t>(FrameState::suspended));
    EXPECT_EQ(opened->arrows().end(), 2U);
    EXPECT_TRUE(checkTrace(*opened).lawful());
}

TEST_F(FramesInATrace, AreExportedWithTheirStates) {
    const ObjectId g = frame("g");
    at(1).resume(g);
    at(2).tell(EventKind::frameYielded, g, 8);
    scene.at(3);
    const auto textOf = [this](auto write) {
        std::string text;
        write(scene.store(), [&](std::string_view piece) {
            text += piece;
            return true;
        });
        return text;
    };
    EXPECT_NE(textOf(writeCsv).find("g,frame,suspended,,main,"), std::string::npos) << textOf(writeCsv);
    const std::string trace = textOf(writeChromeTrace);
    EXPECT_NE(trace.find(R"("cat":"frame","name":"suspended")"), std::string::npos) << trace;
    EXPECT_NE(trace.find("Frames"), std::string::npos);
    EXPECT_EQ(trace.find("Locks"), std::string::npos);
}

TEST_F(FramesInATrace, AreKnownToBeThereWhenTheirFirstEventsAreForgotten) {
    Scene small(RuntimeKind::coroutines, std::size_t{1} << 20);
    const ActorId actor = small.actor("main", ActorKind::coroutine);
    small.add({.actor = actor.value, .object = 0, .kind = EventKind::objectCreated,
               .detail = static_cast<std::uint8_t>(ObjectKind::frame)});
    for (int i = 0; i < 200'000; ++i) {
        small.afterUs(1).add({.actor = actor.value, .object = 0, .kind = EventKind::frameResumed});
        small.afterUs(1).add({.actor = actor.value, .object = 0, .kind = EventKind::frameYielded,
                              .detail = frameDetail(FrameValue::Type::integer), .value = i});
    }
    ASSERT_GT(small.store().totals().evicted, 0U);
    FrameHistory history;
    history.follow(small.store());
    ASSERT_EQ(history.lives().size(), 1U);
    EXPECT_EQ(history.lives()[0].owner, actor);
    EXPECT_EQ(history.lives()[0].at(small.store().now()).out, FrameValue::of(std::int64_t{199'999}));
    EXPECT_TRUE(checkTrace(small.store()).lawful());
}

}  // namespace
}  // namespace interleave
