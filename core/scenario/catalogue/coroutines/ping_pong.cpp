// Two bodies take turns. First each gives its turn back to the program by a yield, and the program lets the other one go on.
// Then each switches to the other by name, and the program gets no turn until one is at its end.
#include "core/coro/generator.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

using Body = Generator<std::int64_t>;

struct Game {
    Self self;
    std::int64_t turns;
    Duration pause;
    std::string said;  // a letter for each turn
};

void say(Game& game, const std::string& name, std::int64_t turn, int line) {
    game.self.print(name + " " + std::to_string(turn), line);  //@ say
    game.said += name[1];
}

Body speaker(Frame frame, Game& game, std::string name) {  //@ speaker
    for (std::int64_t turn = 0; turn < game.turns; ++turn) {  //@ turns
        frame.local("turn", turn);
        say(game, name, turn, __builtin_LINE());  //@ says
        co_await game.self.sleep(game.pause);     //@ rest
        co_yield turn;  //@ yield
    }
    co_return std::nullopt;
}

Body partner(Frame frame, Game& game, std::string name, Body& other) {  //@ partner
    for (std::int64_t turn = 0; turn < game.turns; ++turn) {  //@ turns-2
        frame.local("turn", turn);
        say(game, name, turn, __builtin_LINE());  //@ says-2
        co_await game.self.sleep(game.pause);     //@ rest-2
        co_await switchTo(other);  //@ switch
    }
    co_return std::nullopt;
}

// How often the program got its turn back.
Task byYield(Game& game, std::int64_t& back) {  //@ by-yield
    Body ping = speaker(game.self.frame("ping"), game, "ping");  //@ ping
    Body pong = speaker(game.self.frame("pong"), game, "pong");  //@ pong
    for (std::int64_t round = 0; round < game.turns; ++round) {  //@ rounds
        co_await ping.next();  //@ next-ping
        co_await pong.next();  //@ next-pong
        back += 2;
    }
}

Task bySwitch(Game& game, std::int64_t& back) {  //@ by-switch
    Body ping, pong;
    ping = partner(game.self.frame("ping by switch"), game, "ping", pong);  //@ ping-2
    pong = partner(game.self.frame("pong by switch"), game, "pong", ping);  //@ pong-2
    if (!co_await ping.advance()) ++back;  //@ begin
}

bool alternates(const std::string& said) {
    return said.find("ii") == std::string::npos && said.find("oo") == std::string::npos;
}

void body(Lab& lab) {
    const std::int64_t turns = lab.integer("turns");
    const Duration pause = lab.milliseconds("pause");
    struct Found {
        std::int64_t byYield = 0, bySwitch = 0;
        bool alternated = true;
    };
    const auto found = std::make_shared<Found>();
    lab.spawn("main", [=](Self self) -> Task {  //@ main
        Game game{self, turns, pause, {}};
        self.print("by yield");  //@ title
        co_await byYield(game, found->byYield);  //@ call
        self.print("by switch");  //@ title-2
        co_await bySwitch(game, found->bySwitch);  //@ call-2
        found->alternated = alternates(game.said) && std::ssize(game.said) == 4 * turns;
    });
    lab.afterwards([=, &lab] {
        lab.tell("alternated", found->alternated);
        lab.tell("back_by_yield", found->byYield);
        lab.tell("back_by_switch", found->bySwitch);
    });
}

}  // namespace

Scenario pingPong() {
    return {
        .id = "coroutines/ping-pong",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("turns", 3, 1, 100'000), msParam("pause", 200, 0, 5000)},
        .next = {"coroutines/yield-from", "multitasking/switch-cost", "coroutines/generator"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
