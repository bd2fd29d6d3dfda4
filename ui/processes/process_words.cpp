#include "ui/processes/process_words.hpp"

#include <cstring>

#include <sys/wait.h>

#include "ui/live/words.hpp"

namespace interleave::ui {

StateClass classOfLetter(char letter) {
    switch (letter) {
        case 'R': return StateClass::running;
        case 'S':
        case 'I': return StateClass::sleeping;
        case 'D': return StateClass::waitingIo;
        case 'T':
        case 't': return StateClass::held;
        case 'Z': return StateClass::zombie;
        default: return StateClass::created;
    }
}

QString ProcessWords::name(const Store& store, const ProcessNode& node) {
    switch (node.role) {
        case ProcessRole::starter: return QStringLiteral("interleave");
        case ProcessRole::runner: return QStringLiteral("interleave-runner");
        case ProcessRole::actor: break;
    }
    return Words::actor(store, node.actor);
}

QStringList ProcessWords::numbers(const ProcessNode& node) {
    const QString pid = QStringLiteral("pid %1").arg(node.pid);
    if (!node.isKnown || node.isGone) return {pid, QString::number(node.pid)};
    return {QStringLiteral("%1 · ppid %2").arg(pid).arg(node.sample.parent), pid, QString::number(node.pid)};
}

QStringList ProcessWords::state(const ProcessNode& node) {
    if (node.isGone) return {tr("reaped"), QStringLiteral("–")};
    const auto both = [&](const QString& word) {
        const QString letter(QLatin1Char(node.sample.state));
        return QStringList{letter + QLatin1Char(' ') + word, letter};
    };
    switch (node.sample.state) {
        case 'R': return both(tr("runs", "state R of a process: runs or is ready to"));
        case 'S': return both(tr("sleeps", "state S of a process"));
        case 'I': return both(tr("idle", "state I of a process"));
        case 'D': return both(tr("disk", "state D of a process: sleeps and cannot be disturbed"));
        case 'T':
        case 't': return both(tr("stopped", "state T of a process"));
        case 'Z': return both(tr("zombie", "state Z of a process"));
        case '\0': return {};
        default: return {QString(QLatin1Char(node.sample.state))};
    }
}

QString ProcessWords::memory(std::uint32_t kib) {
    constexpr double kKiBPerMiB = 1024;
    constexpr std::uint32_t kLargeNumber = 1000;
    if (kib < kLargeNumber) return tr("%1 KiB").arg(kib);
    const double mib = kib / kKiBPerMiB;
    return tr("%1 MiB").arg(mib, 0, 'f', mib < 100 ? 1 : 0);
}

QStringList ProcessWords::facts(const ProcessNode& node) {
    if (!node.isKnown || node.isGone || node.sample.state == 'Z') return {};
    const auto count = static_cast<int>(node.sample.threads);
    const QString threads = count == 1 ? tr("1 thread") : tr("%n threads", "", count);
    const QString own = memory(node.sample.privateKiB);
    const QString shared = memory(node.sample.sharedKiB);
    return {tr("%1 · %2 own · %3 shared", "threads, memory").arg(threads, own, shared),
            tr("%1 own · %2 shared", "memory").arg(own, shared), tr("%1 own", "memory").arg(own)};
}

QString ProcessWords::signal(int number) {
    const char* const name = ::sigabbrev_np(number);
    return name != nullptr ? QStringLiteral("SIG") + QLatin1String(name) : tr("signal %1").arg(number);
}

QStringList ProcessWords::end(const Store& store, const ProcessHistory& history, const ProcessNode& node) {
    if (!WIFSIGNALED(node.waitStatus)) return {tr("exit status %1").arg(WEXITSTATUS(node.waitStatus))};
    const int number = WTERMSIG(node.waitStatus);
    QStringList words{tr("killed by %1").arg(signal(number)), signal(number)};
    if (node.signal && history.sentSignals()[*node.signal].number == number)
        words.prepend(tr("%1 from %2", "a signal, who sent it")
                          .arg(signal(number), Words::actor(store, history.sentSignals()[*node.signal].from)));
    return words;
}

QStringList ProcessWords::remark(const Store& store, const ProcessTree& tree, const ProcessHistory& history,
                                 const ProcessNode& node) {
    const auto actorOr = [&](ActorId actor) { return actor.exists() ? Words::actor(store, actor) : tr("the runner"); };
    if (node.role == ProcessRole::starter) return {tr("began the run")};
    if (node.role == ProcessRole::runner) return {tr("makes the run, looks after its processes"), tr("makes the run")};
    if (node.isGone || node.sample.state == 'Z') {
        QStringList words = end(store, history, node);
        if (!node.isGone) words.prepend(tr("%1, nobody has asked yet", "how it ended").arg(words.front()));
        else if (!node.reaper.exists())
            words.prepend(tr("%1, reaped by the runner", "how it ended").arg(words.front()));
        else
            words.prepend(
                tr("%1, reaped by %2", "how it ended, by whom it was asked").arg(words.front(), actorOr(node.reaper)));
        return words;
    }
    if (node.isOrphan)
        return {tr("orphan, forked by %1").arg(actorOr(node.forker)), tr("orphan of %1").arg(actorOr(node.forker)),
                tr("orphan")};
    if (node.waitsFor) return {tr("waits for %1").arg(Words::actor(store, tree.rows[*node.waitsFor].actor))};
    if (!node.signal) return {};
    const ProcessSignal& sent = history.sentSignals()[*node.signal];
    return {tr("got %1 from %2", "a signal, who sent it").arg(signal(sent.number), Words::actor(store, sent.from)),
            tr("got %1", "a signal").arg(signal(sent.number))};
}

QString ProcessWords::inFull(const Store& store, const ProcessTree& tree, const ProcessHistory& history,
                             const ProcessNode& node) {
    QStringList lines{name(store, node) + QStringLiteral(" · ") + numbers(node).front()};
    for (const QStringList& each : {state(node), facts(node), remark(store, tree, history, node)})
        if (!each.isEmpty()) lines << each.front();
    return lines.join(QLatin1Char('\n'));
}

}  // namespace interleave::ui
