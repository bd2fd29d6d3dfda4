// N philosophers around a table, a fork between each two; to eat, one needs both neighbouring forks (Dijkstra 1965). Naive:
// all take the left one first. Cures: one takes the right one first; a waiter lets only N - 1 of them sit down; a banker, to
// whom each fork is a resource of one, allows a fork to be taken only if all can still eat, one after the other.
#include <atomic>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// Everybody's left fork, then everybody's right one.
std::vector<Steer> allAtOnce(const std::vector<ActorHandle>& seats, const std::vector<Mutex>& forks) {
    std::vector<Steer> script;
    for (std::size_t i = 0; i < seats.size(); ++i) script.push_back({seats[i], Operation::lock, forks[i].id()});
    for (std::size_t i = 0; i < seats.size(); ++i)
        script.push_back({seats[i], Operation::lock, forks[(i + 1) % forks.size()].id()});
    return script;
}

std::string forkName(std::size_t i) { return fmt::format("F{}", i + 1); }

// Of those forks one each, as a bank counts them.
std::vector<Units> unitsOf(const std::vector<std::size_t>& forks, std::size_t count) {
    std::vector<Units> units(count, 0);
    for (const std::size_t fork : forks) units[fork] = 1;
    return units;
}

void body(Lab& lab) {
    const auto count = static_cast<std::size_t>(lab.integer("philosophers"));
    const std::int64_t rounds = lab.integer("rounds");
    const Duration think = lab.milliseconds("think");
    const Duration eat = lab.milliseconds("eat");
    const bool leftHanded = lab.text("solution") == "left-handed";
    const bool hasWaiter = lab.text("solution") == "waiter";
    const bool hasBanker = lab.text("solution") == "banker";
    auto* const meals = &lab.shared<std::atomic<std::int64_t>>();

    std::vector<Mutex> forks;
    for (std::size_t i = 0; i < count; ++i) forks.push_back(lab.mutex(forkName(i)));  //@ forks
    Semaphore seats;
    if (hasWaiter) seats = lab.semaphore("seats", static_cast<std::int64_t>(count) - 1);  //@ seats

    Bank bank;
    std::vector<BankKind> kinds;
    for (std::size_t i = 0; i < count; ++i) kinds.push_back({forkName(i), 1});
    if (hasBanker) bank = lab.bank("banker", kinds, count, BankPolicy::banker);  //@ bank

    const auto dine = [=](std::size_t first, std::size_t second) {  //@ def
        return [=](Self self) -> Task {
            const std::vector<Units> fork1 = unitsOf({first}, count);
            const std::vector<Units> fork2 = unitsOf({second}, count);
            for (std::int64_t i = 0; i < rounds; ++i) {  //@ rounds
                co_await self.compute(think);     //@ think
                if (hasWaiter) co_await self.acquire(seats);  //@ sit
                if (hasBanker) co_await self.ask(bank, fork1);       //@ ask-first
                co_await self.lock(forks[first]);    //@ first
                if (hasBanker) co_await self.ask(bank, fork2);       //@ ask-second
                co_await self.lock(forks[second]);   //@ second
                co_await self.compute(eat);       //@ eat
                ++*meals;                         //@ count
                co_await self.unlock(forks[second]);  //@ put-second
                if (hasBanker) co_await self.giveBack(bank, fork2);  //@ back-second
                co_await self.unlock(forks[first]);   //@ put-first
                if (hasBanker) co_await self.giveBack(bank, fork1);  //@ back-first
                if (hasWaiter) co_await self.release(seats);  //@ rise
            }
        };
    };
    std::vector<ActorHandle> philosophers;
    for (std::size_t i = 0; i < count; ++i) {  //@ each
        const std::size_t left = i;
        const std::size_t right = (i + 1) % count;
        const bool turned = leftHanded && i == 0;  //@ turned
        philosophers.push_back(lab.spawn(fmt::format("P{}", i + 1), turned ? dine(right, left) : dine(left, right)));  //@ spawn
        if (hasBanker) lab.claim(bank, philosophers.back(), unitsOf({left, right}, count));  //@ claim
    }
    if (!leftHanded && !hasWaiter && !hasBanker) lab.steer(allAtOnce(philosophers, forks));
    lab.afterwards([=, &lab] { lab.tell("meals", meals->load()); });  //@ meals
}

}  // namespace

Scenario diningPhilosophers() {
    return {
        .id = "locks/dining-philosophers",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::coroutines,
                     RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {integerParam("philosophers", 5, 3, 50), choiceParam("solution", {"naive", "left-handed", "waiter", "banker"}),
                   integerParam("rounds", 3, 1, 100), msParam("think", 200, 0, 5000), msParam("eat", 200, 0, 5000)},
        .next = {"locks/lock-order", "locks/three-locks", "locks/semaphore"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
