// A server forks its workers before anybody calls. All of them wait for connections at one socket, which they have
// inherited, and of those who wait the kernel wakes one. A worker stays with its caller until that one hangs up, or, with
// an event loop, serves whichever of its callers has said something.
#include <algorithm>
#include <array>
#include <atomic>
#include <map>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::size_t kMostWorkers = 4;

struct Request {
    std::int64_t number = 0;
};
struct Answer {
    std::int64_t square = 0;
};

struct Tally {
    std::array<std::atomic<std::int64_t>, kMostWorkers> byWorker{};
    std::atomic<std::int64_t> asked{0}, answered{0}, atOnce{0}, longest{0};
};

void raiseTo(std::atomic<std::int64_t>& most, std::int64_t value) {
    std::int64_t seen = most.load();
    while (value > seen && !most.compare_exchange_weak(seen, value)) {
    }
}

struct Server {
    UniqueFd socket;
    Descriptor listening;
    Duration work{}, pause{};
    std::int64_t requests = 0;  // of each client
    Tally* tally = nullptr;
};
using TheServer = std::shared_ptr<Server>;

// One caller from beginning to end, then the next.
Task serve(Self self, TheServer server, std::size_t me, Descriptor line) {  //@ serve
    while (true) {  //@ serve-loop
        const UniqueFd caller = co_await self.accept(server->listening);  //@ accept
        line.fd = caller.get();
        raiseTo(server->tally->atOnce, 1);
        Request request;
        while (co_await self.receive(line, roomFor(request))) {  //@ read
            co_await self.compute(server->work);  //@ work
            const Answer answer{request.number * request.number};
            ++server->tally->byWorker[me];  // before: once all are answered it is ended
            co_await self.send(line, bytesOf(answer));  //@ answer
        }
    }
}

// Whoever has something to say, as the kernel tells.
Task serveAll(Self self, TheServer server, std::size_t me, Descriptor line) {  //@ serve-all
    Poller poller;                                 //@ poller
    poller.addShared(server->listening.fd);        //@ watch-door
    const Descriptor events{line.object, poller.fd()};
    std::map<int, UniqueFd> callers;
    while (true) {  //@ events-loop
        const std::vector<int> said = co_await self.poll(events, poller);  //@ poll
        for (const int ready : said) {
            if (ready == server->listening.fd) {  //@ is-door
                UniqueFd caller = acceptIfAny(ready);  //@ accept-one
                if (!caller.open()) continue;  // another worker was faster
                poller.add(caller.get());      //@ watch
                callers.emplace(caller.get(), std::move(caller));
                raiseTo(server->tally->atOnce, static_cast<std::int64_t>(callers.size()));
                continue;
            }
            line.fd = ready;
            Request request;
            if (co_await self.receive(line, roomFor(request))) {  //@ read-ready
                co_await self.compute(server->work);  //@ work-ready
                const Answer answer{request.number * request.number};
                ++server->tally->byWorker[me];  // before: once all are answered it is ended
                co_await self.send(line, bytesOf(answer));  //@ answer-ready
            } else {
                callers.erase(ready);  //@ hang-up
            }
        }
    }
}

// Calls, and asks again and again over the same connection; before each question it takes its time.
Task ask(Self self, TheServer server, SocketAddress address, Descriptor line) {  //@ client
    const UniqueFd socket = makeSocketFor(address);
    line.fd = socket.get();
    co_await self.connect(line, address);  //@ connect
    for (std::int64_t i = 1; i <= server->requests; ++i) {  //@ client-loop
        co_await self.sleep(server->pause);    //@ think
        const Request request{i};
        const std::int64_t askedAt = monotonicNs();
        ++server->tally->asked;
        co_await self.send(line, bytesOf(request));  //@ ask
        Answer answer;
        const bool came = co_await self.receive(line, roomFor(answer));  //@ hear
        raiseTo(server->tally->longest, monotonicNs() - askedAt);
        server->tally->answered += came && answer.square == i * i ? 1 : 0;
    }
}

void tellOf(Lab& lab, const Tally& tally, std::size_t workers) {
    lab.tell("asked", tally.asked.load());
    lab.tell("answered", tally.answered.load());
    lab.tell("wall_ms", static_cast<double>(lab.now().count()) / 1e6);
    lab.tell("longest_ms", static_cast<double>(tally.longest.load()) / 1e6);
    lab.tell("at_once", tally.atOnce.load());
    if (workers > 0) lab.tell("worker_1", tally.byWorker[0].load());
    if (workers > 1) lab.tell("worker_2", tally.byWorker[1].load());
    if (workers > 2) lab.tell("worker_3", tally.byWorker[2].load());
    if (workers > 3) lab.tell("worker_4", tally.byWorker[3].load());
}

void body(Lab& lab) {
    const auto workers = static_cast<std::size_t>(lab.integer("workers"));
    const std::int64_t clients = lab.integer("clients");
    const bool hasLoop = lab.boolean("event-loop");
    const auto server = std::make_shared<Server>();
    server->work = lab.milliseconds("work");
    server->pause = lab.milliseconds("pause");
    server->requests = lab.integer("requests");
    server->tally = &lab.shared<Tally>();

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        server->socket = listenOnLoopback();  //@ listen
        server->listening = lab.descriptor("listening socket", server->socket.get());
        const SocketAddress address = addressOf(server->socket.get());
        std::vector<ActorHandle> forked, calling;
        for (std::size_t i = 0; i < workers; ++i) {
            const std::string name = "W" + std::to_string(i + 1);
            const Descriptor line = lab.descriptor(name + "'s callers", -1);
            const auto work = hasLoop ? serveAll : serve;  //@ which
            forked.push_back(lab.spawn(name, [=](Self each) { return work(each, server, i, line); }));  //@ fork
        }
        server->socket.reset();  // once no worker is left, nobody waits for one at the door
        for (std::int64_t i = 1; i <= clients; ++i) {
            const std::string name = "C" + std::to_string(i);
            const Descriptor line = lab.descriptor(name + "'s call", -1);
            calling.push_back(lab.spawn(name, [=](Self each) { return ask(each, server, address, line); }));  //@ call
        }
        for (const ActorHandle each : calling) co_await self.join(each);     //@ join-clients
        for (const ActorHandle each : forked) co_await self.terminate(each);  //@ stop
        for (const ActorHandle each : forked) co_await self.join(each);      //@ join-workers
    });
    lab.afterwards([=, &lab] { tellOf(lab, *server->tally, workers); });
}

}  // namespace

Scenario preforkServer() {
    return {
        .id = "processes/prefork-server",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("workers", 2, 1, kMostWorkers), integerParam("clients", 6, 1, 32),
                   integerParam("requests", 3, 1, 1000), msParam("pause", 400, 0, 5000), msParam("work", 60, 0, 5000),
                   booleanParam("event-loop", false)},
        .next = {"processes/queue-manager", "processes/ipc", "coroutines/select-epoll"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
