// The same numbers go into a queue, and come out: the oldest first, the newest first, or the smallest first. Who takes them
// out while they come in leaves the queue nothing to choose from.
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kNumbers[] = {5, 2, 8, 1, 9, 3, 7, 4, 6};  // a digit each: a result says them in a row
constexpr std::int64_t kTen = 10;

QueueOrder orderNamed(std::string_view name) {
    if (name == "lifo") return QueueOrder::lifo;
    return name == "priority" ? QueueOrder::priority : QueueOrder::fifo;
}

void body(Lab& lab) {
    const std::int64_t items = lab.integer("items");
    const Duration pause = lab.milliseconds("pause");
    const bool patient = lab.boolean("patient");
    const BoundedQueue queue = lab.queue("queue", 0, orderNamed(lab.text("order")));  //@ queue
    const EventFlag allIn = lab.event("all in");                                      //@ event
    auto* const in = &lab.shared<std::atomic<std::int64_t>>();
    auto* const out = &lab.shared<std::atomic<std::int64_t>>();

    lab.spawn("puts", [=](Self self) -> Task {  //@ puts
        for (std::int64_t i = 0; i < items; ++i) {  //@ each-put
            co_await self.put(queue, kNumbers[i]);  //@ put
            *in = *in * kTen + kNumbers[i];
            co_await self.sleep(pause);             //@ pause
        }
        co_await self.set(allIn);  //@ set
    });
    lab.spawn("takes", [=](Self self) -> Task {  //@ takes
        if (patient) co_await self.wait(allIn);  //@ wait
        for (std::int64_t i = 0; i < items; ++i) {                //@ each-get
            const std::int64_t item = co_await self.get(queue);   //@ get
            *out = *out * kTen + item;                            //@ note
            co_await self.sleep(pause);                           //@ use
        }
    });
    lab.afterwards([=, &lab] {
        lab.tellDigits("in", in->load());
        lab.tellDigits("out", out->load());  //@ out
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("order", {"fifo", "lifo", "priority"}, params, runtime);
}

}  // namespace

Scenario fifoLifoPriority() {
    return {
        .id = "queues/fifo-lifo-priority",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("items", 6, 1, static_cast<double>(std::size(kNumbers))), msParam("pause", 300, 0, 5000),
                   booleanParam("patient", true), choiceParam("order", {"all", "fifo", "lifo", "priority"})},
        .next = {"queues/producer-consumer", "queues/many-to-many", "multitasking/policy-race"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
