#include "core/runtime/lab.hpp"

#include <sched.h>
#include <unistd.h>

#include <bit>
#include <charconv>
#include <chrono>
#include <numeric>
#include <stdexcept>

#include "core/base/require.hpp"
#include "core/base/sentence.hpp"
#include "core/runtime/interpreter_lock.hpp"
#include "core/runtime/process_watch.hpp"
#include "core/trace/bank_table.hpp"

namespace interleave {
namespace {

const std::string& paramOf(const RunnerOrder& order, std::string_view name) {
    for (const auto& [key, value] : order.params) {
        if (key == name) return value;
    }
    throw std::logic_error("the scenario reads a parameter that it does not declare: " + std::string(name));
}

template <class Number>
Number numberOf(const std::string& text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

Lab::Lab(Arena& arena, const RunnerOrder& order) : m_arena(arena), m_order(order) {}
Lab::~Lab() = default;

Runtime& Lab::runtime() {
    if (m_runtime) return *m_runtime;
    if (m_order.runtime == RuntimeKind::threads) {
        m_runtime = makeThreadsRuntime(m_arena, m_order, m_interpreter.get());
    } else if (m_order.runtime == RuntimeKind::processes) {
        m_runtime = makeProcessesRuntime(m_arena, m_order);
    } else if (m_order.runtime == RuntimeKind::coroutines) {
        m_runtime = makeCoroutinesRuntime(m_arena, m_order);
    } else if (m_order.runtime == RuntimeKind::workers || m_order.runtime == RuntimeKind::virtualTime) {
        const auto make = m_order.runtime == RuntimeKind::workers ? makeWorkersRuntime : makeVirtualRuntime;
        auto scheduled = make(m_arena, m_order, m_scheduling);
        if (!scheduled) throw std::runtime_error(scheduled.error().what);
        m_runtime = std::move(*scheduled);
    }
    return *m_runtime;
}

void Lab::declarePartner(ObjectId object, ActorHandle partner) {
    Runtime::ring().write({.actor = partner.id.value, .object = object.value, .kind = EventKind::partnerDeclared});
}

ObjectId Lab::announce(std::string_view name, ObjectKind kind, std::int64_t initial) {
    const ObjectId id = m_arena.newObject();
    if (!id.exists())
        throw std::runtime_error(Sentence("Running", "there is no room for more objects in one run (65,536)"));
    const StringId text = m_arena.addString(name);
    m_arena.name(id, text);
    Runtime::ring().write({.object = id.value, .ticket = text.value, .kind = EventKind::objectCreated,
                           .detail = static_cast<std::uint8_t>(kind), .value = initial});
    return id;
}

Mutex Lab::mutex(std::string_view name, const MutexOptions& options) {
    return Mutex::make(m_arena, announce(name, ObjectKind::mutex, options.recorded()), options);
}

ReaderWriterLock Lab::readerWriterLock(std::string_view name, Preference preference) {
    const ObjectId id = announce(name, ObjectKind::readerWriterLock, static_cast<std::int64_t>(preference));
    return ReaderWriterLock::make(m_arena, id, preference);
}

Barrier Lab::barrier(std::string_view name, std::uint32_t parties) {
    return Barrier::make(m_arena, announce(name, ObjectKind::barrier, parties), parties);
}

Semaphore Lab::semaphore(std::string_view name, std::int64_t permits) {
    return Semaphore::make(m_arena, announce(name, ObjectKind::semaphore, permits), permits);
}

Condition Lab::condition(std::string_view name, std::optional<Mutex> mutex) {
    return Condition::make(m_arena, announce(name, ObjectKind::condition, 0), mutex);
}

EventFlag Lab::event(std::string_view name) { return EventFlag::make(m_arena, announce(name, ObjectKind::event, 0)); }

BoundedQueue Lab::queue(std::string_view name, std::int64_t capacity, QueueOrder order) {
    if (capacity < 0 || capacity > kMostQueueItems)
        throw std::runtime_error(
            Sentence("Running", "a queue has room for 1 to 1,048,576 items; 0 is as many as come"));
    const QueueKind kind{capacity, order};
    const BoundedQueue queue = BoundedQueue::make(m_arena, announce(name, ObjectKind::queue, kind.packed()), kind);
    if (!queue.hasRoom())
        throw std::runtime_error(
            Sentence("Running", "there is no room for more queues in the shared memory of the run"));
    return queue;
}

Variable Lab::variable(std::string_view name, std::int32_t value) {
    return Variable::make(m_arena, announce(name, ObjectKind::variable, value), value);
}

Future Lab::future(std::string_view name) {
    if (m_order.runtime == RuntimeKind::processes) throw std::logic_error("processes do not share a future");
    return Future::make(m_arena, Runtime::ring(), name);
}

Descriptor Lab::descriptor(std::string_view name, int fd) { return {announce(name, ObjectKind::descriptor, fd), fd}; }

Bank Lab::bank(std::string_view name, const std::vector<BankKind>& kinds, std::size_t parties, BankPolicy policy) {
    if (kinds.empty() || kinds.size() > kMostBankKinds || parties == 0 || parties > kMostBankParties)
        throw std::logic_error("a bank has 1 to 64 kinds of units and 1 to 64 parties");
    // One who was killed while it used the bank could not be made up for.
    if (m_order.runtime == RuntimeKind::processes) throw std::logic_error("there is no bank for processes");
    std::vector<Units> units;
    for (const BankKind& kind : kinds) units.push_back(kind.units);
    const ObjectId id = announce(name, ObjectKind::bank, std::accumulate(units.begin(), units.end(), std::int64_t{0}));
    const std::uint8_t unchecked = policy == BankPolicy::whatIsFree ? kUnchecked : 0;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        Runtime::ring().write({.object = id.value,
                               .ticket = m_arena.addString(kinds[i].name).value,
                               .kind = EventKind::bankKind,
                               .detail = static_cast<std::uint8_t>(i | unchecked),
                               .value = kinds[i].units});
    }
    return Bank::make(m_arena, id, units, static_cast<std::uint32_t>(parties), policy);
}

void Lab::claim(Bank bank, ActorHandle party, const std::vector<Units>& most) {
    const Caller caller{party.id, m_arena, Runtime::ring(), runtime()};
    if (most.size() != bank.kinds(m_arena) || !bank.claim(caller, most))
        throw std::logic_error("a party claims once, and no more than there is");
}

Variable Lab::sharedVariable(std::string_view name, std::int32_t value) {
    return Variable::makeShared(m_arena, announce(name, ObjectKind::variable, value), value);
}

ActorHandle Lab::spawn(std::string_view name, Body body, const SpawnOptions& options) {
    return {runtime().spawn(std::string(name), std::move(body), options).id};
}

ActorHandle Lab::spawnFresh(std::string_view name, std::int64_t argument) {
    if (m_order.runtime != RuntimeKind::processes)
        throw std::logic_error("only a process can be a program started anew");
    SpawnOptions options;
    options.fresh = argument;
    return spawn(name, nullptr, options);
}

std::string Lab::temporaryFolder() {
    if (!m_folder) {
        auto folder = makeSweptFolder(m_arena.header().sweeper);
        if (!folder) throw std::runtime_error(folder.error().what);
        m_folder = std::move(*folder);
    }
    return m_folder->path;
}

void Lab::liveAs(const FreshStart& start, Task (*program)(Lab&, Self, std::int64_t)) {
    const std::int64_t argument = start.argument;
    runtime().liveAs(start, [this, program, argument](Self self) { return program(*this, self, argument); });
    ::_exit(0);
}

std::int64_t Lab::integer(std::string_view param) const { return numberOf<std::int64_t>(paramOf(m_order, param)); }
double Lab::real(std::string_view param) const { return numberOf<double>(paramOf(m_order, param)); }
bool Lab::boolean(std::string_view param) const { return paramOf(m_order, param) == "true"; }
const std::string& Lab::text(std::string_view param) const { return paramOf(m_order, param); }

Duration Lab::milliseconds(std::string_view param) const {
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::milli>(real(param)));
}

void* Lab::sharedMemory(std::size_t bytes) {
    const std::uint32_t at = m_arena.allocate(bytes);
    if (at == ObjectId::kNone)
        throw std::runtime_error(Sentence("Running", "there is no room for more in the shared memory of the run"));
    return m_arena.heap(at);
}

char Lab::stateOf(ActorHandle actor) const {
    const std::int64_t number = pid(actor);
    const auto look = number == 0 ? std::nullopt : lookAtProcess(static_cast<pid_t>(number));
    return look ? look->state : '-';
}

std::optional<int> Lab::waitStatus(ActorHandle actor) const {
    const std::int32_t status = m_arena.slot(actor.id).waitStatus.load();
    return status < 0 ? std::nullopt : std::optional<int>{status};
}

void Lab::schedule(Scheduling scheduling) {
    IL_REQUIRE(m_runtime == nullptr);
    m_scheduling = std::move(scheduling);
}

void Lab::schedule(std::string_view policy, Duration quantum) {
    auto options = readPolicyOptions(policy, {}, m_order.seed);
    if (!options) throw std::runtime_error(options.error().what);
    if (quantum.count() > 0) options->quantum = {quantum};
    Scheduling scheduling;
    scheduling.policy = std::move(*options);
    schedule(std::move(scheduling));
}

void Lab::interpreterLock(Duration switchInterval) {
    IL_REQUIRE(m_runtime == nullptr && m_interpreter == nullptr);
    if (m_order.runtime != RuntimeKind::threads) throw std::logic_error("only threads share an interpreter");
    m_interpreter = std::make_unique<InterpreterLock>(m_arena, announce("GIL", ObjectKind::mutex, 0), switchInterval);
}

std::int64_t Lab::interpreterSwitches() const {
    return m_interpreter ? static_cast<std::int64_t>(m_interpreter->switches()) : 0;
}

std::uint32_t Lab::useCores(std::uint32_t most) {
    IL_REQUIRE(m_runtime == nullptr && most > 0);
    if (m_order.runtime == RuntimeKind::virtualTime) return m_order.cores = most;
    cpu_set_t usable;
    CPU_ZERO(&usable);
    if (::sched_getaffinity(0, sizeof usable, &usable) != 0) return m_order.cores;
    std::uint32_t kept = 0;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (!CPU_ISSET(core, &usable)) continue;
        if (kept < most) ++kept;
        else CPU_CLR(core, &usable);
    }
    // Refused in some sandboxes: then the kernel chooses among all.
    (void)::sched_setaffinity(0, sizeof usable, &usable);
    return m_order.cores = kept;
}

void Lab::steer(std::vector<Steer> script) {
    if (isSteered()) m_script = std::move(script);
}

void Lab::afterwards(std::function<void()> look) { m_afterwards.push_back(std::move(look)); }

void Lab::tell(std::string_view name, ResultType type, std::int64_t value) {
    Runtime::ring().write({.object = m_arena.addString(name).value, .kind = EventKind::result,
                           .detail = static_cast<std::uint8_t>(type), .value = value});
}

void Lab::tell(std::string_view name, std::int64_t value) { tell(name, ResultType::integer, value); }
void Lab::tell(std::string_view name, double value) {
    tell(name, ResultType::real, std::bit_cast<std::int64_t>(value));
}
void Lab::tellDigits(std::string_view name, std::int64_t digits) { tell(name, ResultType::digits, digits); }
void Lab::tell(std::string_view name, bool value) { tell(name, ResultType::boolean, value ? 1 : 0); }

Expected<void> Lab::run(void (*body)(Lab&)) {
    RingWriter ring{m_arena};
    Runtime::useRing(&ring);
    try {
        body(*this);
        std::vector<SteeringStep> steps;
        for (const Steer& step : m_script) steps.push_back({step.actor.id.value, step.operation, step.object.value});
        runtime().gate().setScript(steps.data(), static_cast<std::uint32_t>(steps.size()));
        runtime().runAll();
        for (const auto& look : m_afterwards) look();
    } catch (const std::exception& error) {
        Runtime::useRing(nullptr);
        return refused(error.what());
    }
    Runtime::useRing(nullptr);
    return {};
}

}  // namespace interleave
