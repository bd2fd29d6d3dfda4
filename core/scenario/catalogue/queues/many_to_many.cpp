// Several producers, several consumers, one queue. Nobody knows who will get what, yet everything arrives, once. And how
// does a consumer learn that nothing more will come? By an item that says so: a poison pill, one for each.
#include <array>
#include <atomic>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kMostProducers = 16;
constexpr std::int64_t kMostConsumers = 16;
constexpr std::int64_t kMostItems = 1000;  // of each producer
constexpr std::int64_t kPill = -1;

// How often each item came; processes share it, too.
struct Arrivals {
    std::array<std::atomic<std::uint8_t>, kMostProducers * kMostItems> times{};
    std::atomic<std::int64_t> put{0}, outOfOrder{0};

    std::int64_t itemsThatCame(std::int64_t all, bool (*fits)(int times)) const {
        std::int64_t count = 0;
        for (std::int64_t item = 0; item < all; ++item) count += fits(times[static_cast<std::size_t>(item)].load());
        return count;
    }
};

// A consumer gets what one producer sent in the order in which it was sent.
class Senders {
public:
    explicit Senders(std::int64_t items) : m_items(items) { m_latest.fill(-1); }
    bool isInOrder(std::int64_t item) {
        std::int64_t& latest = m_latest[static_cast<std::size_t>(item / m_items)];
        const bool is = item > latest;
        latest = item;
        return is;
    }

private:
    std::int64_t m_items;
    std::array<std::int64_t, kMostProducers> m_latest{};
};

std::int64_t pillsFor(const std::string& way, std::int64_t consumers) { return way == "each" ? consumers : 1; }

void body(Lab& lab) {
    const std::int64_t producers = lab.integer("producers");
    const std::int64_t consumers = lab.integer("consumers");
    const std::int64_t items = lab.integer("items");
    const Duration make = lab.milliseconds("make");
    const Duration use = lab.milliseconds("use");
    const std::int64_t pills = pillsFor(lab.text("pills"), consumers);
    const bool passesOn = lab.text("pills") == "passed-on";
    const BoundedQueue queue = lab.queue("queue", lab.integer("capacity"));  //@ queue
    auto* const arrivals = &lab.shared<Arrivals>();

    std::vector<ActorHandle> sources, sinks;
    for (std::int64_t p = 0; p < producers; ++p) {  //@ producers
        sources.push_back(lab.spawn("P" + std::to_string(p + 1), [=](Self self) -> Task {  //@ producer
            for (std::int64_t i = 0; i < items; ++i) {       //@ each-item
                co_await self.sleep(make);                   //@ make
                co_await self.put(queue, p * items + i);     //@ put
                ++arrivals->put;
            }
        }));
    }
    for (std::int64_t c = 0; c < consumers; ++c) {  //@ consumers
        sinks.push_back(lab.spawn("C" + std::to_string(c + 1), [=](Self self) -> Task {  //@ consumer
            Senders senders(items);
            while (true) {  //@ forever
                const std::int64_t item = co_await self.get(queue);  //@ get
                if (item == kPill) {                                 //@ is-pill
                    if (passesOn) co_await self.put(queue, kPill);   //@ pass-on
                    break;                                           //@ stop
                }
                ++arrivals->times[static_cast<std::size_t>(item)];   //@ note
                if (!senders.isInOrder(item)) ++arrivals->outOfOrder;
                co_await self.compute(use);                          //@ use
            }
        }));
    }
    const ActorHandle main = lab.spawn("main", [=](Self self) -> Task {  //@ main
        for (const ActorHandle source : sources) co_await self.join(source);            //@ join
        for (std::int64_t i = 0; i < pills; ++i) {                                      //@ each-pill
            co_await self.put(queue, kPill);                                            //@ pill
        }
        for (const ActorHandle sink : sinks) co_await self.join(sink);                  //@ join-consumers
    });
    for (const auto* group : {&sources, &sinks})
        for (const ActorHandle one : *group) lab.onlyThese(queue, {one});
    lab.onlyThese(queue, {main});

    lab.afterwards([=, &lab] {
        const std::int64_t all = producers * items;
        lab.tell("put", arrivals->put.load());  //@ tell-put
        lab.tell("got", arrivals->itemsThatCame(all, [](int times) { return times > 0; }));       //@ tell-got
        lab.tell("missing", arrivals->itemsThatCame(all, [](int times) { return times == 0; }));  //@ tell-missing
        lab.tell("doubled", arrivals->itemsThatCame(all, [](int times) { return times > 1; }));   //@ tell-doubled
        lab.tell("out_of_order", arrivals->outOfOrder.load());
    });
}

}  // namespace

Scenario manyToMany() {
    return {
        .id = "queues/many-to-many",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("producers", 3, 1, static_cast<double>(kMostProducers)),
                   integerParam("consumers", 2, 1, static_cast<double>(kMostConsumers)),
                   integerParam("capacity", 4, 1, 1000, "items"),
                   integerParam("items", 8, 1, static_cast<double>(kMostItems)), msParam("make", 300, 0, 5000),
                   msParam("use", 150, 0, 5000), choiceParam("pills", {"each", "passed-on", "one"})},
        .next = {"queues/poll-many", "threads/pool", "queues/backpressure"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
