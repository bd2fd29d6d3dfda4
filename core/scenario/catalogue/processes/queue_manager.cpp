// A producer and a consumer that are processes share a queue in three ways. They inherit it by fork, and it lies in memory
// that both have. Or a manager process owns it, and every put and get is a request to that one. Or it is handed to the
// worker of a pool that was forked before the queue was made: then what the worker gets is the number of a descriptor, and
// nothing is open by that number there. The worker fails, and whoever handed the queue over hears of it only on asking for
// the result.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <deque>
#include <system_error>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

enum class Wish : std::int64_t { put, get };
struct Request {
    Wish wish{};
    std::int64_t item = 0;
};
struct Answer {
    std::int64_t item = 0;
};
struct Job {
    int queue = -1;  // the number of a descriptor
    std::int64_t item = 0;
};
struct Result {
    int error = 0;  // errno
};

struct Tally {
    std::atomic<std::int64_t> delivered{0}, inOrder{0}, requests{0}, failed{0};
};

struct Plan {
    std::string kind;
    std::int64_t items = 0;
    Duration pause{};
    Tally* tally = nullptr;
    BoundedQueue queue;            // inherited
    Channel producers, consumers;  // lines to the manager: it reads at the reading ends, and answers there
    Descriptor putting, getting, asked;

    bool isManaged() const { return kind == "manager"; }
};
using ThePlan = std::shared_ptr<Plan>;

// What handing an item over takes, the middle one of all.
class HandOvers {
public:
    void begin() { m_begun = monotonicNs(); }
    void end() { m_took.push_back(monotonicNs() - m_begun); }
    double middleUs() {
        const auto middle = m_took.begin() + static_cast<std::ptrdiff_t>(m_took.size() / 2);
        std::ranges::nth_element(m_took, middle);
        return static_cast<double>(*middle) / 1e3;
    }

private:
    std::int64_t m_begun = 0;
    std::vector<std::int64_t> m_took;
};

Task askManager(Self self, Tally& tally, Descriptor line, const Request& request, Answer& answer) {
    ++tally.requests;
    co_await self.send(line, bytesOf(request));  //@ ask
    const bool came = co_await self.receive(line, roomFor(answer));  //@ reply
    // Not in one statement: g++ 12 resumes a coroutine wrongly that throws where the condition was awaited.
    if (!came) throw std::system_error(ECONNRESET, std::generic_category(), "the manager has gone");
}

Task produce(Self self, Lab& lab, ThePlan plan) {  //@ producer
    HandOvers handOvers;
    for (std::int64_t item = 0; item < plan->items; ++item) {  //@ each-item
        co_await self.sleep(plan->pause);  //@ pause
        handOvers.begin();
        if (plan->isManaged()) {
            const Request request{Wish::put, item};
            Answer done;
            co_await askManager(self, *plan->tally, plan->putting, request, done);
        } else {
            co_await self.put(plan->queue, item);  //@ put
        }
        handOvers.end();
    }
    lab.tell("hand_over_us", handOvers.middleUs());
}

// A process with an ordinary queue of its own. A get that finds nothing there is answered once there is something.
Task manage(Self self, ThePlan plan) {  //@ manager
    std::deque<std::int64_t> items;
    Poller lines;
    lines.add(plan->producers.reading.get());
    lines.add(plan->consumers.reading.get());
    bool isWaitedFor = false;
    while (true) {
        const std::vector<int> said = co_await self.poll({plan->asked.object, lines.fd()}, lines);  //@ poll
        for (const int ready : said) {
            const Descriptor line{plan->asked.object, ready};
            Request request;
            if (!co_await self.receive(line, roomFor(request))) co_return;  //@ request
            if (request.wish == Wish::get) {
                isWaitedFor = true;  //@ want
                continue;
            }
            items.push_back(request.item);  //@ keep
            const Answer done;
            co_await self.send(line, bytesOf(done));  //@ stored
        }
        if (!isWaitedFor || items.empty()) continue;  //@ if-any
        const Answer answer{items.front()};
        items.pop_front();
        isWaitedFor = false;
        co_await self.send({plan->asked.object, plan->consumers.reading.get()}, bytesOf(answer));  //@ answer
    }
}

void connectManager(Lab& lab, Plan& plan) {
    plan.producers = makeSocketPair();
    plan.consumers = makeSocketPair();
    plan.putting = lab.descriptor("producer's line", plan.producers.writing.get());
    plan.getting = lab.descriptor("main's line", plan.consumers.writing.get());
    plan.asked = lab.descriptor("manager's lines", -1);
}

// main takes out what the producer puts in.
Task share(Self self, Lab& lab, ThePlan plan) {  //@ share
    if (plan->isManaged()) {
        connectManager(lab, *plan);
        lab.spawn("manager", [=](Self each) { return manage(each, plan); }, {.daemon = true});  //@ fork-manager
        // Only the manager has these ends now: should it be killed, whoever waits for its answer hears of it.
        plan->producers.reading.reset();
        plan->consumers.reading.reset();
    }
    lab.spawn("producer", [=, &lab](Self each) { return produce(each, lab, plan); });  //@ fork-producer
    for (std::int64_t i = 0; i < plan->items; ++i) {  //@ each-got
        const Request request{Wish::get};
        Answer answer;
        if (plan->isManaged()) co_await askManager(self, *plan->tally, plan->getting, request, answer);
        else answer.item = co_await self.get(plan->queue);  //@ get
        if (plan->tally->delivered++ == answer.item) ++plan->tally->inOrder;
    }
}

// In the worker the queue is what it was handed: the number of a descriptor.
Task work(Self self, Descriptor jobs, Descriptor queue) {
    Job job;
    if (!co_await self.receive(jobs, roomFor(job))) co_return;  //@ job
    Result result;
    try {
        queue.fd = job.queue;
        co_await self.send(queue, bytesOf(job.item));  //@ use
    } catch (const std::system_error& error) {
        result.error = error.code().value();
    }
    co_await self.send(jobs, bytesOf(result));  //@ give-result
}

Task handToPool(Self self, Lab& lab, ThePlan plan) {
    Channel line = makeSocketPair();
    const Descriptor jobs = lab.descriptor("worker's jobs", line.reading.get());
    const Descriptor unknown = lab.descriptor("the number it was given", -1);
    const int mine = line.writing.get();
    lab.spawn("worker", [=](Self each) { ::close(mine); return work(each, jobs, unknown); });  //@ fork-worker
    // Nothing has been closed here since the fork: whose number the queue got might be open in the worker.
    const Channel queue = makePipe();  //@ late-queue
    line.reading.reset();  // should the worker be killed, main hears of it
    const Descriptor pool = lab.descriptor("pool", line.writing.get());
    const Job job{queue.writing.get(), 0};
    HandOvers handOvers;
    handOvers.begin();
    co_await self.send(pool, bytesOf(job));  //@ apply-async
    handOvers.end();
    co_await self.sleep(plan->items * plan->pause);  //@ meanwhile
    self.print("handed over, no error so far");      //@ no-error
    Result result;
    if (!co_await self.receive(pool, roomFor(result))) co_return;  //@ result
    if (result.error != 0) self.print(std::string("get: ") + std::strerror(result.error));  //@ error
    plan->tally->failed += result.error == EBADF ? 1 : 0;
    lab.tell("hand_over_us", handOvers.middleUs());
}

void body(Lab& lab) {
    const auto plan = std::make_shared<Plan>();
    const std::string& kind = lab.text("kind");
    plan->kind = kind == "all" ? "inherited" : kind;  // a run is of one kind; the others are runs of their own
    plan->items = lab.integer("items");
    plan->pause = lab.milliseconds("pause");
    plan->tally = &lab.shared<Tally>();
    if (plan->kind == "inherited") plan->queue = lab.queue("queue", plan->items);  //@ queue
    const auto main = plan->kind == "pool" ? handToPool : share;
    lab.spawn("main", [=, &lab](Self self) { return main(self, lab, plan); });  //@ main
    lab.afterwards([=, &lab] {
        lab.tell("delivered", plan->tally->delivered.load());
        lab.tell("requests", plan->tally->requests.load());
        lab.tell("failed", plan->tally->failed.load());
        lab.tell("in_order", plan->tally->inOrder.load());
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("kind", {"inherited", "manager", "pool"}, params, runtime);
}

}  // namespace

Scenario queueManager() {
    return {
        .id = "processes/queue-manager",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {choiceParam("kind", {"all", "inherited", "manager", "pool"}), integerParam("items", 12, 1, 1000),
                   msParam("pause", 150, 0, 5000)},
        .next = {"queues/producer-consumer", "processes/ipc", "processes/prefork-server"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
