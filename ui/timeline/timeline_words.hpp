// The timeline's words: names of lanes and states, labels of bars, what a tooltip says. Pure but for translation.
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

#include "core/trace/loop_history.hpp"
#include "core/trace/store.hpp"
#include "ui/timeline/lane_layout.hpp"

namespace interleave::ui::words {

QString section(SectionKind kind);
QString laneName(const Store& store, const Lane& lane);
// Below the name: "tid 4211", "tid 4211 · killed", "capacity 4"; empty where there is nothing to say.
QString laneDetail(const Store& store, const Lane& lane);

// "running", "waiting: lock": as the legend has it.
QString state(StateClass state);
// What a bar of this lane says, from the fullest to the shortest; the first that fits is written.
QStringList barLabels(const Store& store, const Lane& lane, const Interval& interval);

// Why the lane looks like this: "woken by T2", "for lock B, held by T2". Empty where there is no reason.
QString reason(const Store& store, const Lane& lane, const Interval& interval);
// What the interval is: "T1 is waiting: lock", "A is held by T1".
QString title(const Store& store, const Lane& lane, const Interval& interval);

QString deadlock(const Store& store, const Deadlock& deadlock);
// "blocked the loop for 1.00 s"
QString blockedLoop(const LongTurn& turn);
// "kernel truth: switch records", "own events".
QString kernelTruth(const RunFacts& facts);
// "and 12 more": lanes that are there and find no room.
QString lanesLeftOut(std::size_t count);
QString eventsLost(std::uint64_t lost);

QString actorName(const Store& store, ActorId actor);
QString objectName(const Store& store, ObjectId object);

}  // namespace interleave::ui::words
