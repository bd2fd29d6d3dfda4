// What the loop panel says of a turn, a timer, a descriptor and of who kept the loop for long. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "core/trace/loop_history.hpp"

namespace interleave::ui {

class LoopWords {
    Q_DECLARE_TR_FUNCTIONS(LoopWords)

public:
    // A turn longer than this is one that others notice: asyncio's own debug mode warns from there on.
    static constexpr Duration kLong = std::chrono::milliseconds(100);

    // "turn 3 of 6", and what it began with: "begins: 2 ready · timers due: 1".
    static QString place(const LoopHistory& history, std::optional<std::size_t> turn);
    static QString begunWith(const LoopTurn& turn);
    static QString due(const LoopTimer& timer, TraceTime now);
    static QString descriptorState(const LoopDescriptor& descriptor);
    // Who has the loop, or that it sleeps.
    static QString current(const Store& store, const LoopNow& now, TraceTime at);
    // "longest turn: 1.00 s, turn 12, main"
    static QString longest(const Store& store, const LoopHistory& history);
};

}  // namespace interleave::ui
