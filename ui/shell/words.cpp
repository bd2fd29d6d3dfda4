#include "ui/shell/words.hpp"

#include "ui/live/words.hpp"

#include <QCoreApplication>

#include <cmath>

namespace interleave::ui {

namespace {

struct ShellWords {
    Q_DECLARE_TR_FUNCTIONS(ShellWords)
};

}  // namespace

QString runtimeTitle(RuntimeKind runtime) {
    switch (runtime) {
        case RuntimeKind::processes: return ShellWords::tr("Processes");
        case RuntimeKind::threads: return ShellWords::tr("Threads");
        case RuntimeKind::workers: return ShellWords::tr("Workers");
        case RuntimeKind::coroutines: return ShellWords::tr("Coroutines");
        case RuntimeKind::virtualTime: return ShellWords::tr("Virtual");
    }
    return {};
}

QString runtimeExplained(RuntimeKind runtime) {
    switch (runtime) {
        case RuntimeKind::processes:
            return ShellWords::tr("Each actor is a process of its own; the kernel schedules them.");
        case RuntimeKind::threads:
            return ShellWords::tr("Each actor is a thread of one process; the kernel schedules them.");
        case RuntimeKind::workers:
            return ShellWords::tr(
                "Each actor is a task; workers, one pinned to each core, run them by a policy that you choose.");
        case RuntimeKind::coroutines:
            return ShellWords::tr("Each actor is a coroutine on the event loop of one thread.");
        case RuntimeKind::virtualTime:
            return ShellWords::tr(
                "Each actor is a task in virtual time: the same seed gives the same run, as in a textbook.");
    }
    return {};
}

QString runtimeRefused(const Scenario& scenario, RuntimeKind runtime) {
    if (scenario.runsOn(runtime)) return {};
    QStringList others;
    for (const RuntimeKind each : scenario.runtimes) others << runtimeTitle(each);
    return ShellWords::tr("This scenario does not run on: %1. It runs on: %2.")
        .arg(runtimeTitle(runtime), others.join(ShellWords::tr(", ")));
}

QString paceExplained(Pace pace) {
    switch (pace) {
        case Pace::free: return ShellWords::tr("Nothing is held back: what happens, happens.");
        case Pace::steered:
            return ShellWords::tr("The scenario's script makes the interleaving happen that shows the point.");
        case Pace::step: return ShellWords::tr("Everybody is held, and you let one move at a time.");
    }
    return {};
}

QString tempoText(double tempo) {
    if (tempo == 0.5) return QString::fromUtf8("½×");
    if (tempo == 0.25) return QString::fromUtf8("¼×");
    return QString::number(tempo, 'g', 3) + QString::fromUtf8("×");
}

QString endedText(const RunFacts& facts) {
    const bool told = !facts.endedWhy.empty() &&
                      (facts.ended == Ended::stalled || facts.ended == Ended::crashed || facts.ended == Ended::killed);
    return Words::ended(facts.ended) + (told ? ": " + QString::fromStdString(facts.endedWhy) : QString());
}

}  // namespace interleave::ui
