// The ready queues at one moment as rows of tokens, the next one first. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

#include "core/trace/ready_queue.hpp"

namespace interleave::ui {

struct ReadyRow {
    QString label;                 // "ready", "queue 0", "core 1"
    std::vector<ActorId> actors;   // the first is served first
};

class ReadyRows {
    Q_DECLARE_TR_FUNCTIONS(ReadyRows)

public:
    // One row for each queue that the policy has, empty ones too, so that nothing jumps: the levels of a multi-level
    // feedback queue are shelves, each core's queue is a row.
    // Levels of a priority policy that nobody stands on are left out.
    static std::vector<ReadyRow> at(const Store& store, TraceTime cursor);

private:
    static QString labelOf(const Store& store, std::uint32_t shelf);
};

// Who has a core of ours at `t`, by core; kNone where it is idle.
std::vector<ActorId> runningAt(const Store& store, TraceTime t);

}  // namespace interleave::ui
