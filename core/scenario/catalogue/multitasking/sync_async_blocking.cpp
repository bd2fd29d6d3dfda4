// Two questions to two slow devices, and work of one's own. In which order the answers are taken (synchronous: each before
// the next question) and what is done meanwhile (blocking: nothing) are two things, not one: four small runs.
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

struct Told {
    std::vector<std::int64_t> order;
    Duration idle{};
    Duration end{};
};

void body(Lab& lab) {
    const Duration slow = lab.milliseconds("slow"), quick = lab.milliseconds("quick"), piece = lab.milliseconds("piece");
    const std::string way = lab.text("way");
    const bool waits = way.ends_with("-blocking"), inTurn = way.starts_with("sync");
    const std::int64_t pieces = lab.integer("pieces");
    const BoundedQueue toSlow = lab.queue("to slow", 1);    //@ to-slow
    const BoundedQueue toQuick = lab.queue("to quick", 1);  //@ to-quick
    const BoundedQueue answers = lab.queue("answers", 2);   //@ answers
    const auto told = std::make_shared<Told>();

    const auto device = [=](BoundedQueue asked, Duration length, std::int64_t name) {
        return [=](Self self) -> Task {  //@ device
            co_await self.get(asked);           //@ asked
            co_await self.device(length);       //@ length
            co_await self.put(answers, name);   //@ answer
        };
    };
    lab.spawn("slow", device(toSlow, slow, 1));     //@ slow
    lab.spawn("quick", device(toQuick, quick, 2));  //@ quick
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        std::int64_t left = pieces;
        std::size_t asked = 0;
        for (const BoundedQueue& next : {toSlow, toQuick}) {  //@ each
            co_await self.put(next, 1);  //@ ask
            ++asked;
            if (!inTurn && asked < 2) continue;  //@ asynchronous
            while (told->order.size() < asked) {  //@ until
                const Duration before = lab.now();
                std::optional<std::int64_t> answer;
                if (waits) answer = co_await self.get(answers);      //@ block
                if (!waits) answer = co_await self.tryGet(answers);  //@ look
                if (waits) told->idle += lab.now() - before;
                if (answer) {
                    told->order.push_back(*answer);
                } else if (left > 0) {
                    --left;
                    co_await self.compute(piece);  //@ between
                    co_await self.yield();         //@ give-way
                } else {
                    co_await self.sleep(piece);    //@ nothing-left
                    told->idle += piece;
                }
            }
        }
        for (; left > 0; --left) {         //@ rest
            co_await self.compute(piece);  //@ after
        }
        told->end = lab.now();
    });
    lab.afterwards([=, &lab] {
        lab.tell("idle_ms", static_cast<double>(told->idle.count()) / kNsPerMs);
        lab.tell("wall_ms", static_cast<double>(told->end.count()) / kNsPerMs);   //@ wall
        lab.tell("as_asked", told->order == std::vector<std::int64_t>{1, 2});     //@ order
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"sync-blocking", "sync-polling", "async-blocking", "async-polling"}, params, runtime);
}

}  // namespace

Scenario syncAsyncBlocking() {
    return {
        .id = "multitasking/sync-async-blocking",
        .runtimes = {RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {msParam("slow", 1200, 1, 60'000), msParam("quick", 600, 1, 60'000), integerParam("pieces", 20, 0, 1000),
                   msParam("piece", 40, 1, 1000),
                   choiceParam("way", {"all", "sync-blocking", "sync-polling", "async-blocking", "async-polling"})},
        .next = {"multitasking/polling-vs-events", "multitasking/cpu-vs-io", "multitasking/process-states"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
