// Code written plainly, as for a thread: it asks a server and reads the answer, and nothing in it says that others may run
// meanwhile. As it is, its wait stops the one thread and everybody on it. Once the blocking primitive is replaced by one
// that gives the event loop back, the same code switches, from the middle of the call, as under gevent.
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/side_process.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

struct Question {
    std::int64_t takes = 0;  // ns until the answer
};

// --- the world outside, a process of its own: a thread for each caller

void serveOne(int caller) {
    const UniqueFd line{caller};
    Question question;
    while (::recv(line.get(), &question, sizeof question, MSG_WAITALL) == sizeof question) {
        std::this_thread::sleep_for(Duration{question.takes});  //@ serve
        if (::send(line.get(), &question, sizeof question, MSG_NOSIGNAL) != sizeof question) return;
    }
}

void serve(int listening) {
    pollfd calls{listening, POLLIN, 0};
    while (::poll(&calls, 1, -1) > 0) {
        const int caller = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller >= 0) std::thread(serveOne, caller).detach();  // ended with the process
    }
}

// --- the program

// Plain: it sends, and reads what comes. Whoever calls it need not know that it waits.
std::int64_t ask(Descriptor server, Duration takes) {  //@ ask
    Question question{takes.count()};
    plain::write(server, bytesOf(question));   //@ send
    Question answer;
    plain::read(server, roomFor(answer));      //@ receive
    return answer.takes;
}

Task visit(Self self, Descriptor server, Duration takes, std::int64_t& answered) {  //@ def
    const auto plainly = [&] { answered = ask(server, takes); };
    co_await self.callPlain(plainly);                                                            //@ call
    self.print(fmt::format("answer after {:g} ms", static_cast<double>(answered) / kNsPerMs));  //@ told
}

struct World {
    std::unique_ptr<SideProcess> server;
    std::vector<UniqueFd> lines;
    std::vector<std::int64_t> answers;
    std::int64_t begun = 0;  // on CLOCK_MONOTONIC: the server's time is real, whatever the tempo
};

UniqueFd connectTo(const SocketAddress& address) {
    UniqueFd line{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!line.open() || ::connect(line.get(), reinterpret_cast<const sockaddr*>(&address.storage), address.length) != 0)
        throw std::system_error(errno, std::generic_category(), "the server beside the run cannot be called");
    return line;
}

void body(Lab& lab) {
    const std::int64_t callers = lab.integer("callers");
    const Duration time = lab.milliseconds("time");
    const auto world = std::make_shared<World>();
    UniqueFd listening = listenOnLoopback();
    const SocketAddress address = addressOf(listening.get());
    world->server = std::make_unique<SideProcess>(std::move(listening), serve);  //@ server
    world->answers.resize(static_cast<std::size_t>(callers));
    if (lab.text("io") == "patched") plain::patch();  //@ patch
    for (std::int64_t i = 1; i <= callers; ++i) {     //@ each
        world->lines.push_back(connectTo(address));   //@ line
        const Descriptor line = lab.descriptor(fmt::format("line {}", i), world->lines.back().get());
        std::int64_t& answer = world->answers[static_cast<std::size_t>(i - 1)];
        lab.spawn(std::to_string(i), [=, &answer](Self self) { return visit(self, line, time * i, answer); });  //@ start
    }
    world->begun = monotonicNs();
    lab.afterwards([=, &lab] {
        const auto wall = static_cast<double>(monotonicNs() - world->begun) / kNsPerMs;
        world->server->end();
        std::int64_t sum = 0;
        for (const std::int64_t answer : world->answers) sum += answer;
        lab.tell("wall_ms", wall);                                                         //@ wall
        lab.tell("longest_ms", static_cast<double>((time * callers).count()) / kNsPerMs);
        lab.tell("sum_ms", static_cast<double>(sum) / kNsPerMs);
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("io", {"plain", "patched"}, params, runtime);  //@ plain
}

}  // namespace

Scenario autoSwitchOnIo() {
    return {
        .id = "coroutines/auto-switch-on-io",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("callers", 4, 1, 16), msParam("time", 200, 1, 5000),
                   choiceParam("io", {"both", "plain", "patched"})},
        .next = {"coroutines/blocking-the-loop", "coroutines/downloader", "coroutines/ping-pong"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
