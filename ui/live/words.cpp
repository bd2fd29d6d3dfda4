#include "ui/live/words.hpp"

#include "ui/live/duration_text.hpp"

namespace interleave::ui {
namespace {

QString fromStore(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

}  // namespace

QString Words::actor(const Store& store, ActorId id) {
    if (id.value >= store.actors().size()) return tr("somebody");
    const ActorRecord& record = store.actor(id);
    if (!record.name.empty()) return fromStore(record.name);
    return tr("actor %1", "one without a name; %1 is its number").arg(id.value);
}

QString Words::unit(std::string_view unit) {
    return unit == "items" ? tr("items", "unit of a parameter") : fromStore(unit);
}

QString Words::object(const Store& store, ObjectId id) {
    if (id.value >= store.objects().size()) return tr("something");
    const ObjectRecord& record = store.object(id);
    if (!record.name.empty()) return fromStore(record.name);
    return tr("object %1", "one without a name; %1 is its number").arg(id.value);
}

QString Words::list(const QStringList& items, int most) {
    if (items.isEmpty()) return {};
    if (items.size() == 1) return items.front();
    const bool all = items.size() <= most;
    const auto shown = all ? items.size() - 1 : qsizetype{most} - 1;
    QString text = items.front();
    for (qsizetype i = 1; i < shown; ++i)
        text = tr("%1, %2", "in a list: items so far, the next one").arg(text, items[i]);
    if (all) return tr("%1 and %2", "in a list: items so far, the last one").arg(text, items.back());
    return tr("%1 and %n others", "in a list: items so far, how many more", static_cast<int>(items.size() - shown))
        .arg(text);
}

QString Words::state(StateClass state) {
    switch (state) {
        case StateClass::created: return tr("new");
        case StateClass::ready: return tr("ready");
        case StateClass::running: return tr("running");
        case StateClass::waitingLock: return tr("waiting for a lock");
        case StateClass::sleeping: return tr("sleeping");
        case StateClass::waitingIo: return tr("waiting for I/O");
        case StateClass::waitingQueue: return tr("waiting for a queue");
        case StateClass::waitingJoin: return tr("waiting for an end or a result");
        case StateClass::waitingGil: return tr("waiting for the interpreter lock");
        case StateClass::waitingOther: return tr("waiting");
        case StateClass::held: return tr("held at the gate");
        case StateClass::suspended: return tr("suspended");
        case StateClass::ended: return tr("ended");
        case StateClass::zombie: return tr("zombie: ended, nobody has asked how");
        case StateClass::absent:
        case StateClass::count_: break;
    }
    return {};
}

namespace {

// The states below are waits; `look` says for what.
struct WaitPhrase {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString of(const Store& store, const Look& look, TraceTime t) {
        switch (static_cast<WaitReason>(look.detail)) {
            case WaitReason::lock: return forLock(store, look.object(), t);
            case WaitReason::sleep: return forSleep(look.subject);
            case WaitReason::queueFull: return tr("waiting: %1 is full").arg(Words::object(store, look.object()));
            case WaitReason::queueEmpty: return tr("waiting: %1 is empty").arg(Words::object(store, look.object()));
            case WaitReason::join: return tr("waiting for the end of %1").arg(Words::actor(store, look.actor()));
            case WaitReason::recorder: return tr("waiting for room in the record");
            case WaitReason::unknown: return tr("waiting, for what is not known");
            default: break;
        }
        const bool named = look.object().value < store.objects().size();
        return named ? tr("waiting for %1").arg(Words::object(store, look.object())) : Words::state(look.state());
    }

private:
    static QString forLock(const Store& store, ObjectId lock, TraceTime t) {
        const ActorId owner = Words::ownerAt(store, lock, t);
        const QString name = Words::object(store, lock);
        return owner.exists() ? tr("waiting for %1, held by %2").arg(name, Words::actor(store, owner))
                              : tr("waiting for %1").arg(name);
    }
    static QString forSleep(std::uint32_t microseconds) {
        if (microseconds == 0 || microseconds == ObjectId::kNone) return Words::state(StateClass::sleeping);
        return tr("sleeping, %1 asked for").arg(durationText(std::chrono::microseconds(microseconds)));
    }
};

}  // namespace

QString Words::stateInFull(const Store& store, const Look& look, TraceTime t) {
    switch (look.state()) {
        case StateClass::running: {
            const QString what = call(store, look.subject);
            return what.isEmpty() ? state(StateClass::running) : tr("running: %1", "%1 is what it does").arg(what);
        }
        case StateClass::ready: {
            const QString reason = readyReason(static_cast<ReadyReason>(look.detail));
            return reason.isEmpty() ? state(StateClass::ready) : tr("ready: %1", "%1 is why").arg(reason);
        }
        case StateClass::held: return heldBy(static_cast<HeldBy>(look.detail));
        case StateClass::absent:
        case StateClass::created:
        case StateClass::suspended:
        case StateClass::ended:
        case StateClass::zombie: return state(look.state());
        default: return WaitPhrase::of(store, look, t);
    }
}

QString Words::call(const Store& store, std::uint32_t name) {
    const auto text = store.text({name});
    // Those that every runtime names so; the others are the scenario's own words.
    if (text == "compute") return QCoreApplication::translate("Timeline", "compute");
    return text == "spin" ? tr("spin") : fromStore(text);
}

QString Words::waitReason(WaitReason reason) {
    switch (reason) {
        case WaitReason::lock: return tr("lock");
        case WaitReason::sleep: return tr("sleep");
        case WaitReason::io: return tr("I/O");
        case WaitReason::queueFull: return tr("full queue");
        case WaitReason::queueEmpty: return tr("empty queue");
        case WaitReason::join: return tr("join");
        case WaitReason::future: return tr("future");
        case WaitReason::condition: return tr("condition");
        case WaitReason::semaphore: return tr("semaphore");
        case WaitReason::event: return tr("event");
        case WaitReason::barrier: return tr("barrier");
        case WaitReason::gil: return tr("interpreter lock");
        case WaitReason::units: return tr("units of a bank");
        case WaitReason::recorder: return tr("record");
        case WaitReason::none:
        case WaitReason::unknown: break;
    }
    return {};
}

QString Words::runReason(RunReason reason) {
    switch (reason) {
        case RunReason::kernel: return tr("chosen by the kernel");
        case RunReason::firstCome: return tr("came first");
        case RunReason::nextInTurn: return tr("next in turn");
        case RunReason::shortestJob: return tr("the shortest job");
        case RunReason::shortestRemaining: return tr("the shortest time left");
        case RunReason::highestPriority: return tr("the highest priority");
        case RunReason::topQueue: return tr("first in the topmost queue");
        case RunReason::lottery: return tr("drawn by lot");
        case RunReason::stride: return tr("the smallest pass");
        case RunReason::leastVirtualTime: return tr("the least virtual run time");
        case RunReason::earliestDeadline: return tr("the earliest deadline");
        case RunReason::onlyOne: return tr("the only one ready");
        case RunReason::continued: return tr("goes on");
    }
    return {};
}

QString Words::readyReason(ReadyReason reason) {
    switch (reason) {
        case ReadyReason::created: return tr("just created");
        case ReadyReason::woken: return tr("woken");
        case ReadyReason::preempted: return tr("preempted");
        case ReadyReason::sliceOver: return tr("its time slice is over");
        case ReadyReason::yielded: return tr("it gave way");
        case ReadyReason::timedOut: return tr("its time limit is over");
    }
    return {};
}

QString Words::heldBy(HeldBy by) {
    switch (by) {
        case HeldBy::pause: return tr("held by you: the run is paused");
        case HeldBy::step: return tr("held by you until the next step");
        case HeldBy::script: return tr("held by the script until its turn");
    }
    return {};
}

QString Words::endReason(EndReason reason) {
    switch (reason) {
        case EndReason::returned: return tr("returned");
        case EndReason::failed: return tr("failed");
        case EndReason::killed: return tr("killed");
        case EndReason::cancelled: return tr("cancelled");
    }
    return {};
}

QString Words::objectKind(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::mutex: return tr("mutex");
        case ObjectKind::semaphore: return tr("semaphore");
        case ObjectKind::condition: return tr("condition");
        case ObjectKind::event: return tr("event");
        case ObjectKind::queue: return tr("queue");
        case ObjectKind::variable: return tr("variable");
        case ObjectKind::barrier: return tr("barrier");
        case ObjectKind::readerWriterLock: return tr("reader-writer lock");
        case ObjectKind::future: return tr("future");
        case ObjectKind::bank: return tr("bank");
        case ObjectKind::descriptor: return tr("descriptor");
        case ObjectKind::frame: return tr("frame");
    }
    return {};
}

QString Words::actorKind(ActorKind kind) {
    switch (kind) {
        case ActorKind::thread: return tr("thread");
        case ActorKind::process: return tr("process");
        case ActorKind::task: return tr("task");
        case ActorKind::coroutine: return tr("coroutine");
    }
    return {};
}

QString Words::runtime(RuntimeKind runtime) {
    switch (runtime) {
        case RuntimeKind::processes: return tr("processes");
        case RuntimeKind::threads: return tr("threads");
        case RuntimeKind::workers: return tr("workers");
        case RuntimeKind::coroutines: return tr("coroutines");
        case RuntimeKind::virtualTime: return tr("virtual time");
    }
    return {};
}

QString Words::pace(Pace pace) {
    switch (pace) {
        case Pace::free: return tr("free");
        case Pace::steered: return tr("steered");
        case Pace::step: return tr("step");
    }
    return {};
}

QString Words::ended(Ended ended) {
    switch (ended) {
        case Ended::notYet: return {};
        case Ended::finished: return tr("finished");
        case Ended::deadlocked: return tr("ended by a deadlock");
        case Ended::stopped: return tr("stopped by you");
        case Ended::timeout: return tr("ended by its time limit");
        case Ended::stalled: return tr("stalled: nobody could move");
        case Ended::crashed: return tr("crashed");
        case Ended::killed: return tr("killed, with everybody in it");
    }
    return {};
}

QString Words::actorsOf(RuntimeKind runtime) {
    switch (runtime) {
        case RuntimeKind::processes: return tr("processes");
        case RuntimeKind::threads: return tr("threads");
        case RuntimeKind::workers:
        case RuntimeKind::virtualTime: return tr("tasks");
        case RuntimeKind::coroutines: return tr("coroutines");
    }
    return {};
}

ActorId Words::ownerAt(const Store& store, ObjectId object, TraceTime t) {
    if (object.value >= store.objects().size()) return {};
    const Look& look = store.looks()[store.object(object).owners.lookAt(t)];
    return look.laneClass == 0 ? ActorId{} : look.actor();
}

}  // namespace interleave::ui
