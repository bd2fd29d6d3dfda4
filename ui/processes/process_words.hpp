// What the process tree says, in the window's language. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/processes/process_tree.hpp"

namespace interleave::ui {

class ProcessWords {
    Q_DECLARE_TR_FUNCTIONS(ProcessWords)

public:
    static QString name(const Store& store, const ProcessNode& node);
    // "pid 4211 · ppid 4210"; the shorter ones for where that finds no room.
    static QStringList numbers(const ProcessNode& node);
    // "S sleeping", "S".
    static QStringList state(const ProcessNode& node);
    // "1 thread · 0.4 MiB own · 3.1 MiB shared", then shorter ones.
    static QStringList facts(const ProcessNode& node);
    // What is special about it now: how it ended, for whom it waits, by whom it was forked; then in fewer words. Empty:
    // nothing.
    static QStringList remark(const Store& store, const ProcessTree& tree, const ProcessHistory& history,
                              const ProcessNode& node);
    static QString signal(int number);
    static QString memory(std::uint32_t kib);
    // Everything, for the tooltip.
    static QString inFull(const Store& store, const ProcessTree& tree, const ProcessHistory& history,
                          const ProcessNode& node);

private:
    static QStringList end(const Store& store, const ProcessHistory& history, const ProcessNode& node);
};

// How a state's letter is painted: as the states of actors that mean the same.
StateClass classOfLetter(char letter);

}  // namespace interleave::ui
