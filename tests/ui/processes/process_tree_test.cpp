// Who stands below whom at a moment, and what is said of each.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>

#include "tests/support/process_trace.hpp"
#include "tests/support/trace_look.hpp"
#include "ui/processes/process_words.hpp"

namespace interleave::ui {
namespace {

using testing::ElementsAre;

constexpr std::int64_t kStarter = 90, kRunner = 100, kParent = 101, kChild = 102;

// interleave → runner → parent → child; the parent ends at 10 ms, and the child has the runner for a parent then.
struct Family {
    ProcessTrace trace;
    ActorId parent, child;
    ProcessHistory history;

    Family() {
        trace.sampled(ms(0), {}, kRunner, kStarter, '\0');
        trace.sampled(ms(0), {}, kStarter, 1, 'S', 5000);
        parent = trace.actor("parent", -1);
        trace.forked(ms(1), {}, parent, kParent);
        trace.sampled(ms(2), parent, kParent, kRunner, 'R', 100);
        child = trace.actor("child", parent.value);
        trace.forked(ms(3), parent, child, kChild);
        trace.sampled(ms(4), child, kChild, kParent, 'S', 40);
    }
    void endParent() {
        trace.exited(ms(10), parent, 7 << 8);
        trace.add(ms(10), {.actor = child.value, .kind = EventKind::processOrphaned, .value = kRunner});
    }
    ProcessTree at(TraceTime t) {
        history.follow(trace.store());
        return ProcessTree::at(trace.store(), history, t);
    }
    std::vector<std::string> names(const ProcessTree& tree) const {
        std::vector<std::string> all;
        for (const ProcessNode& row : tree.rows)
            all.push_back(std::string(static_cast<std::size_t>(row.depth), ' ') +
                          ProcessWords::name(store(), row).toStdString());
        return all;
    }
    const Store& store() const { return const_cast<Family*>(this)->trace.store(); }
    std::string remark(const ProcessTree& tree, ActorId actor) const {
        const QStringList words = ProcessWords::remark(store(), tree, history, tree.rows[*tree.rowOf(actor)]);
        return words.isEmpty() ? std::string() : words.front().toStdString();
    }
};

TEST(ProcessTree, EachStandsBelowItsParent) {
    Family family;
    const ProcessTree tree = family.at(ms(5));
    EXPECT_THAT(family.names(tree), ElementsAre("interleave", " interleave-runner", "  parent", "   child"));
    EXPECT_EQ(tree.rows[0].role, ProcessRole::starter);
    EXPECT_EQ(tree.rows[1].role, ProcessRole::runner);
    EXPECT_EQ(tree.rows[3].parent, 2U);
    EXPECT_FALSE(tree.rows[3].isOrphan);
}

TEST(ProcessTree, NobodyStandsThereBeforeHeIsForked) {
    Family family;
    EXPECT_THAT(family.names(family.at(ms(2))), ElementsAre("interleave", " interleave-runner", "  parent"));
}

TEST(ProcessTree, BeforeAnybodyLookedTheForkerIsTheParent) {
    Family family;
    const ProcessTree tree = family.at(ms(3));
    const ProcessNode& child = tree.rows[*tree.rowOf(family.child)];
    EXPECT_FALSE(child.isKnown);
    EXPECT_EQ(child.parent, tree.rowOf(family.parent));
    EXPECT_TRUE(ProcessWords::state(child).isEmpty()) << "what was not seen is not said";
}

TEST(ProcessTree, AnOrphanMovesToItsNewParentAndTheFormerIsNamed) {
    Family family;
    family.endParent();
    const ProcessTree tree = family.at(ms(11));
    EXPECT_THAT(family.names(tree), ElementsAre("interleave", " interleave-runner", "  parent", "  child"));
    const ProcessNode& child = tree.rows[*tree.rowOf(family.child)];
    EXPECT_TRUE(child.isOrphan);
    EXPECT_EQ(child.sample.parent, kRunner);
    EXPECT_EQ(family.remark(tree, family.child), "orphan, forked by parent");
    EXPECT_FALSE(family.at(ms(9)).rows[3].isOrphan) << "and back again";
}

TEST(ProcessTree, AZombieKeepsItsPlaceUntilItIsReaped) {
    Family family;
    family.endParent();
    family.trace.add(ms(20), {.actor = family.parent.value, .kind = EventKind::processReaped, .value = 7 << 8});
    const ProcessTree zombie = family.at(ms(15));
    EXPECT_EQ(zombie.rows[2].sample.state, 'Z');
    EXPECT_FALSE(zombie.rows[2].isGone);
    EXPECT_EQ(family.remark(zombie, family.parent), "exit status 7, nobody has asked yet");
    const ProcessTree gone = family.at(ms(20));
    EXPECT_TRUE(gone.rows[2].isGone);
    EXPECT_EQ(family.remark(gone, family.parent), "exit status 7, reaped by the runner");
}

TEST(ProcessTree, WhoJoinsWaitsForThatProcess) {
    Family family;
    family.trace.add(ms(6), {.actor = family.parent.value, .object = family.child.value, .kind = EventKind::waiting,
                             .detail = static_cast<std::uint8_t>(WaitReason::join)});
    const ProcessTree tree = family.at(ms(7));
    EXPECT_EQ(tree.rows[2].waitsFor, 3U);
    EXPECT_EQ(family.remark(tree, family.parent), "waits for child");
    EXPECT_FALSE(family.at(ms(5)).rows[2].waitsFor);
}

TEST(ProcessTree, ASignalIsToldWithItsSender) {
    Family family;
    family.trace.add(ms(6), {.actor = family.parent.value,
                             .object = family.child.value,
                             .kind = EventKind::processSignalled,
                             .value = SIGTERM});
    EXPECT_EQ(family.remark(family.at(ms(6)), family.child), "got SIGTERM from parent");
    EXPECT_FALSE(family.at(ms(5)).rows[3].signal);
    family.trace.exited(ms(8), family.child, SIGTERM);
    EXPECT_EQ(family.remark(family.at(ms(8)), family.child), "SIGTERM from parent, nobody has asked yet");
}

TEST(ProcessTree, OfTwoWithOneNumberTheLaterIsTheParent) {
    Family family;
    family.trace.exited(ms(10), family.parent, 0);
    family.trace.add(ms(10), {.actor = family.parent.value, .kind = EventKind::processReaped});
    const ActorId again = family.trace.actor("again", -1);
    family.trace.forked(ms(12), {}, again, kParent);
    const ActorId its = family.trace.actor("its", again.value);
    family.trace.forked(ms(13), again, its, 103);
    family.trace.sampled(ms(14), its, 103, kParent, 'S');
    const ProcessTree tree = family.at(ms(14));
    EXPECT_EQ(tree.rows[*tree.rowOf(its)].parent, tree.rowOf(again));
}

TEST(ProcessTree, WhereThereIsNoRoomThoseThatAreGoneAreLeftOutFirst) {
    Family family;
    family.endParent();
    family.trace.add(ms(20), {.actor = family.parent.value, .kind = EventKind::processReaped, .value = 0});
    const ProcessTree tree = family.at(ms(21));
    EXPECT_THAT(shownProcesses(tree, 4), ElementsAre(0U, 1U, 2U, 3U));
    EXPECT_THAT(shownProcesses(tree, 3), ElementsAre(0U, 1U, 3U));
    EXPECT_THAT(shownProcesses(tree, 2), ElementsAre(0U, 1U));
}

TEST(ProcessWords, ParentsNumberAndMemoryHaveTheirUnits) {
    Family family;
    const ProcessTree tree = family.at(ms(5));
    EXPECT_EQ(ProcessWords::numbers(tree.rows[3]).front(), "pid 102 · ppid 101");
    EXPECT_EQ(ProcessWords::facts(tree.rows[3]).front(), "1 thread · 40 KiB own · 10 KiB shared");
    EXPECT_EQ(ProcessWords::memory(20'480), "20.0 MiB");
    EXPECT_EQ(ProcessWords::state(tree.rows[3]).front(), "S sleeps");
}

}  // namespace
}  // namespace interleave::ui
