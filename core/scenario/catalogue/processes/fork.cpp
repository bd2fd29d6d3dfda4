// A process forks children, and each of those forks children of its own: a tree. Each begins as a copy of its parent, with a
// number of its own, and ends with an exit status that only its parent gets to know.
#include <sys/wait.h>

#include <atomic>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

void body(Lab& lab) {
    const std::int64_t children = lab.integer("children");
    const std::int64_t grandchildren = lab.integer("grandchildren");
    const Duration work = lab.milliseconds("work");
    auto* const rightParents = &lab.shared<std::atomic<std::int64_t>>();

    const auto grandchild = [=](std::int64_t forker) {  //@ grandchild
        return [=](Self self) -> Task {
            if (self.parentPid() == forker) ++*rightParents;
            co_await self.compute(work);  //@ grandchild-work
        };
    };
    const auto child = [=, &lab](std::int64_t number, std::int64_t forker) {  //@ child
        return [=, &lab](Self self) -> Task {
            if (self.parentPid() == forker) ++*rightParents;
            self.print(fmt::format("child {}: pid {}, parent {}", number, self.pid(), self.parentPid()));  //@ child-print
            std::vector<ActorHandle> own;
            for (std::int64_t i = 1; i <= grandchildren; ++i)  //@ child-each
                own.push_back(lab.spawn(fmt::format("child {}.{}", number, i), grandchild(self.pid())));  //@ child-fork
            co_await self.compute(work);  //@ child-work
            for (const ActorHandle one : own) co_await self.join(one);  //@ child-wait
            self.exit(static_cast<int>(number));  //@ exit
        };
    };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::vector<ActorHandle> forked;
        for (std::int64_t i = 1; i <= children; ++i)  //@ each
            forked.push_back(lab.spawn(fmt::format("child {}", i), child(i, self.pid())));  //@ fork
        std::int64_t statuses = 0;
        for (const ActorHandle one : forked) {  //@ wait-each
            co_await self.join(one);  //@ wait
            statuses += WEXITSTATUS(*lab.waitStatus(one));
        }
        lab.tell("exit_statuses", statuses);
        self.print(fmt::format("exit statuses {}", statuses));  //@ statuses
    });
    lab.afterwards([=, &lab] {
        lab.tell("forked", children * (1 + grandchildren));
        lab.tell("right_parents", rightParents->load());
    });
}

}  // namespace

Scenario fork() {
    return {
        .id = "processes/fork",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("children", 2, 1, 16), integerParam("grandchildren", 1, 0, 8), msParam("work", 800, 1, 5000)},
        .next = {"processes/not-shared", "processes/zombie", "processes/orphan"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
