// Banks in a trace: their laws, their tables at any moment, the deadlocks through them, and all that in a saved file.
#include <unistd.h>

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/support/scenes.hpp"
#include "tests/support/trace_look.hpp"

namespace interleave {
namespace {

using testing::ElementsAre;

// Two parties at a bank with 2 units of A and 2 of B; each claims all of both.
class Lending {
public:
    explicit Lending(BankPolicy policy) : bank(scene.object("bank", ObjectKind::bank, 4)) {
        const auto unchecked = static_cast<std::uint8_t>(policy == BankPolicy::whatIsFree ? kUnchecked : 0);
        for (const char* name : {"A", "B"}) {
            const auto kind = static_cast<std::uint8_t>(m_kinds++ | unchecked);
            const StringId text = scene.store().addText(name);
            scene.add(
                {.object = bank.value, .ticket = text.value, .kind = EventKind::bankKind, .detail = kind, .value = 2});
        }
        for (const char* name : {"P0", "P1", "P2"}) scene.runs(scene.actor(name));
        for (const ActorId party : {p0, p1})
            for (std::uint8_t kind = 0; kind < 2; ++kind) add(EventKind::bankClaimed, party, kind, 2);
    }
    void add(EventKind kind, ActorId who, std::uint8_t detail, std::int64_t value) {
        const bool ticketed = kind != EventKind::bankClaimed;
        scene.add({.actor = who.value, .object = bank.value, .ticket = ticketed ? ++m_ticket : 0, .kind = kind,
                   .detail = detail, .value = value});
    }
    void asks(ActorId who, std::uint8_t kind, std::int64_t units) { add(EventKind::bankAsked, who, kind, units); }
    void told(ActorId who, BankAnswer answer, std::int64_t free) {
        add(EventKind::bankAnswered, who, static_cast<std::uint8_t>(answer), free);
    }
    void gets(ActorId who, std::uint8_t kind, std::int64_t units, std::int64_t free) {
        asks(who, kind, units);
        told(who, BankAnswer::granted, free);
    }
    void waits(ActorId who, std::uint8_t kind, std::int64_t units, std::int64_t free) {
        asks(who, kind, units);
        told(who, BankAnswer::tooFew, free);
        scene.waits(who, WaitReason::units, bank);
    }
    std::vector<Law> broken() {
        std::vector<Law> laws;
        for (const Violation& violation : scene.store().violations()) laws.push_back(violation.law);
        return laws;
    }

    scenes::Scene scene;
    ObjectId bank;
    ActorId p0{0}, p1{1}, p2{2};

private:
    std::uint8_t m_kinds = 0;
    std::uint32_t m_ticket = 0;
};

TEST(BankTrace, KnowsTheTablesAtAnyMoment) {
    Lending s(BankPolicy::banker);
    s.scene.at(10);
    s.gets(s.p0, 0, 2, 2);
    s.scene.at(20);
    s.add(EventKind::bankReturned, s.p0, 0, 1);
    const auto before = bankTableAt(s.scene.store(), s.bank, ms(5));
    const auto lent = bankTableAt(s.scene.store(), s.bank, ms(15));
    const auto after = bankTableAt(s.scene.store(), s.bank, ms(25));
    ASSERT_TRUE(before && lent && after);
    EXPECT_THAT(before->available(), ElementsAre(2, 2));
    EXPECT_THAT(lent->available(), ElementsAre(0, 2));
    EXPECT_THAT(after->available(), ElementsAre(1, 2));
    EXPECT_EQ(after->allocated(0, 0), 1);
    EXPECT_EQ(after->need(0, 0), 1);
    EXPECT_EQ(s.scene.store().object(s.bank).levels.valueAt(ms(15)), 2) << "free units of all kinds";
    EXPECT_THAT(holdersAt(s.scene.store(), s.bank, ms(15)), ElementsAre(s.p0));
    EXPECT_THAT(s.broken(), ElementsAre());
}

TEST(BankTrace, NoUnitsComeFromNowhere) {
    Lending s(BankPolicy::whatIsFree);
    s.scene.at(10);
    s.gets(s.p0, 0, 2, 2);
    s.gets(s.p1, 0, 1, 1);
    EXPECT_THAT(s.broken(), ElementsAre(Law::unitsAddUp)) << "the third of two";
}

TEST(BankTrace, NobodyReturnsWhatItHasNot) {
    Lending s(BankPolicy::banker);
    s.scene.at(10);
    s.add(EventKind::bankReturned, s.p1, 0, 1);
    EXPECT_THAT(s.broken(), ElementsAre(Law::unitsAddUp));
}

TEST(BankTrace, WhatIsLeftIsToldRightly) {
    Lending s(BankPolicy::banker);
    s.scene.at(10);
    s.gets(s.p0, 0, 1, 2);
    EXPECT_THAT(s.broken(), ElementsAre(Law::unitsAddUp)) << "3 are free, not 2";
}

TEST(BankTrace, ABankerWhoGrantsAnUnsafeRequestBreaksItsLaw) {
    for (const BankPolicy policy : {BankPolicy::banker, BankPolicy::whatIsFree}) {
        Lending s(policy);
        s.scene.at(10);
        s.gets(s.p0, 0, 1, 3);
        s.gets(s.p1, 1, 1, 2);  // now neither can be served to its most
        if (policy == BankPolicy::banker) {
            EXPECT_THAT(s.broken(), ElementsAre(Law::bankStaysSafe));
        } else {
            EXPECT_THAT(s.broken(), ElementsAre()) << "it promised nothing";
        }
        EXPECT_FALSE(bankTableAt(s.scene.store(), s.bank, ms(10))->safeOrder());
    }
}

TEST(BankTrace, WhoHasNoClaimHasNothing) {
    Lending s(BankPolicy::banker);
    s.scene.at(10);
    s.told(s.p2, BankAnswer::granted, 4);
    EXPECT_THAT(s.broken(), ElementsAre(Law::claimsKept));
}

// P0 has all of A and wants B, P1 has all of B and wants A.
Lending lockedUp() {
    Lending s(BankPolicy::whatIsFree);
    s.scene.at(10);
    s.gets(s.p0, 0, 2, 2);
    s.gets(s.p1, 1, 2, 0);
    s.scene.at(20);
    s.waits(s.p0, 1, 1, 0);
    s.scene.at(30);
    s.waits(s.p1, 0, 1, 0);
    s.scene.at(40);
    return s;
}

TEST(BankTrace, ThoseWhoWaitForEachOthersUnitsAreADeadlock) {
    Lending s = lockedUp();
    const Store& store = s.scene.store();
    ASSERT_EQ(store.deadlocks().size(), 1U);
    EXPECT_EQ(store.deadlocks()[0].at, ms(30)) << "as the last of them began to wait";
    EXPECT_THAT(store.deadlocks()[0].actors, ElementsAre(s.p0, s.p1));
    EXPECT_TRUE(store.state().isStuck(s.p0));
    EXPECT_TRUE(waitForGraphAt(store, ms(35)).hasCycle());
    EXPECT_FALSE(waitForGraphAt(store, ms(25)).hasCycle());
    EXPECT_THAT(s.broken(), ElementsAre());
}

TEST(BankTrace, WaitingForOneWhoGoesOnIsNoDeadlock) {
    Lending s(BankPolicy::whatIsFree);
    s.scene.at(10);
    s.gets(s.p0, 0, 2, 2);
    s.scene.at(20);
    s.waits(s.p1, 0, 1, 2);
    EXPECT_TRUE(s.scene.store().deadlocks().empty());
    EXPECT_FALSE(s.scene.store().state().isStuck(s.p1));
}

TEST(BankTrace, SurvivesBeingSavedAndOpened) {
    Lending s = lockedUp();
    const Store store = s.scene.finish(Ended::deadlocked);
    const auto file =
        std::filesystem::temp_directory_path() / ("interleave-bank-" + std::to_string(::getpid()) + ".ilv");
    ASSERT_TRUE(SavedTrace::save(store, file.string()));
    const auto opened = SavedTrace::open(file.string());
    std::filesystem::remove(file);
    ASSERT_TRUE(opened) << opened.error().what;
    ASSERT_NE(opened->state().bank(s.bank), nullptr);
    EXPECT_EQ(opened->state().bank(s.bank)->numbers(), store.state().bank(s.bank)->numbers());
    EXPECT_TRUE(opened->state().isStuck(s.p1));
    EXPECT_TRUE(checkTrace(*opened).lawful());
    EXPECT_THAT(checkTrace(*opened).deadlocks[0].actors, ElementsAre(s.p0, s.p1));
}

}  // namespace
}  // namespace interleave
