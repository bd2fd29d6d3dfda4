// Five processes ask a bank for units of three kinds, with the numbers of the textbook (Silberschatz, Galvin, Gagne,
// Operating System Concepts, 8.6.3). The banker grants what leaves a safe order; without it, whatever is free is given.
#include <atomic>
#include <memory>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// The most that a process claims, and its requests one after the other, which come to the same.
struct Plan {
    std::vector<Units> most;
    std::vector<std::vector<Units>> requests;
};

std::vector<Plan> plans() {
    return {
        {{7, 5, 3}, {{0, 1, 0}, {0, 2, 0}, {7, 2, 3}}},  //@ p0
        {{3, 2, 2}, {{2, 0, 0}, {1, 0, 2}, {0, 2, 0}}},  //@ p1
        {{9, 0, 2}, {{3, 0, 2}, {6, 0, 0}}},             //@ p2
        {{2, 2, 2}, {{2, 1, 1}, {0, 1, 1}}},             //@ p3
        {{4, 3, 3}, {{0, 0, 2}, {3, 3, 0}, {1, 0, 1}}},  //@ p4
    };
}

// The first requests make the textbook's table; then P1, P4 and P0 ask as it has them; then the others, and P1 again.
std::vector<Steer> asInTheBook(const std::vector<ActorHandle>& processes, Bank bank) {
    std::vector<Steer> script;
    for (const ActorHandle process : processes) script.push_back({process, Operation::acquire, bank.id()});
    for (const std::size_t next : {1U, 4U, 0U, 3U, 2U, 1U}) script.push_back({processes[next], Operation::acquire, bank.id()});
    return script;
}

void body(Lab& lab) {
    const Duration work = lab.milliseconds("work");
    const BankPolicy policy = lab.boolean("banker") ? BankPolicy::banker : BankPolicy::whatIsFree;
    const auto done = std::make_shared<std::atomic<int>>(0);
    const auto all = plans();
    const Bank bank = lab.bank("bank", {{"A", 10}, {"B", 5}, {"C", 7}}, all.size(), policy);  //@ bank

    const auto process = [=](Plan plan) {  //@ def
        return [=](Self self) -> Task {
            for (const auto& request : plan.requests) {  //@ each
                co_await self.ask(bank, request);   //@ ask
                co_await self.compute(work);        //@ work
            }
            co_await self.giveBack(bank, plan.most);  //@ give-back
            ++*done;                                  //@ done
        };
    };
    std::vector<ActorHandle> processes;
    for (const Plan& plan : all) {  //@ all
        processes.push_back(lab.spawn(fmt::format("P{}", processes.size()), process(plan)));  //@ spawn
        lab.claim(bank, processes.back(), plan.most);                                         //@ claim
    }
    lab.steer(asInTheBook(processes, bank));
    lab.afterwards([=, &lab] { lab.tell("finished", done->load()); });  //@ finished
}

}  // namespace

Scenario bankers() {
    return {
        .id = "locks/bankers",
        .runtimes = {RuntimeKind::threads, RuntimeKind::workers, RuntimeKind::virtualTime},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::steered,
        .paces = {Pace::free, Pace::steered, Pace::step},
        .params = {booleanParam("banker", true), msParam("work", 400, 0, 5000)},
        .next = {"locks/dining-philosophers", "locks/watchdog", "locks/lock-order"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
