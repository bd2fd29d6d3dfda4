// What a loop does in each turn: it looks at its timers and descriptors, then lets everybody go on who is ready now, once, in
// the order in which they became so. Who becomes ready meanwhile has to wait for the next turn.
#include <sys/socket.h>

#include <algorithm>
#include <cstdint>

#include "core/runtime/descriptor_operations.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Said = std::shared_ptr<std::vector<std::string>>;

void say(Self who, const Said& said, const std::string& line, int at = __builtin_LINE()) {
    who.print(line, at);
    said->push_back(line);
}

Task twice(Self self, Said said) {  //@ twice
    const std::string name{self.name()};
    say(self, said, name + " 1");   //@ first
    co_await self.yield();                    //@ give-way
    say(self, said, name + " 2");   //@ second
}

Task reader(Self self, Descriptor in, Said said) {  //@ reader
    std::int64_t number = 0;
    co_await self.receive(in, roomFor(number));                     //@ receive
    say(self, said, "got " + std::to_string(number));     //@ got
}

void body(Lab& lab) {
    const Duration step = lab.milliseconds("step");
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0)
        throw std::runtime_error("the system refuses a pair of sockets");
    const auto sockets = std::make_shared<std::pair<UniqueFd, UniqueFd>>(UniqueFd{ends[0]}, UniqueFd{ends[1]});
    const Descriptor in = lab.descriptor("socket", ends[0]), out = lab.descriptor("other end", ends[1]);
    const Said said = std::make_shared<std::vector<std::string>>();

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        say(self, said, "main 1");          //@ main-1
        for (const char* name : {"a", "b"}) {         //@ each
            self.createTask(name, [=](Self own) { return twice(own, said); });  //@ task
        }
        const auto reading = self.createTask("reader", [=](Self own) { return reader(own, in, said); });  //@ read
        self.callSoon("soon", [=](Self own) { say(own, said, "soon"); });         //@ soon
        self.callLater(step, "later", [=](Self own) { say(own, said, "later"); }); //@ later
        co_await self.yield();                        //@ main-gives-way
        say(self, said, "main 2");          //@ main-2
        co_await self.sleep(2 * step);                //@ sleep
        say(self, said, "main 3");          //@ main-3
        const std::int64_t number = 7;
        co_await self.send(out, bytesOf(number));     //@ send
        co_await self.await(reading);                 //@ await
        const std::vector<std::string> expected{"main 1", "a 1", "b 1", "soon", "main 2",
                                                "a 2", "b 2", "later", "main 3", "got 7"};
        lab.tell("in_order", *said == expected && sockets->first.open());
        const auto again = std::find(said->begin(), said->end(), "main 2");
        lab.tell("before_main", std::distance(said->begin(), again) - 1);
    });
}

}  // namespace

Scenario eventLoop() {
    return {
        .id = "coroutines/event-loop",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {msParam("step", 1000, 1, 10'000)},
        .next = {"coroutines/await-vs-tasks", "coroutines/blocking-the-loop", "coroutines/callbacks"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
