// One consumer serves several queues. It asks each in turn, without a rest or with one; or whoever puts an item in says so
// in one more queue, and the consumer sleeps there until something has come.
#include <algorithm>
#include <memory>
#include <random>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;

// From the put to the get of each item. The queue hands the item over, and with it the right to look when it was put.
class Delays {
public:
    explicit Delays(std::int64_t items) : m_put(static_cast<std::size_t>(items)) {}
    void put(std::int64_t item, Duration now) { m_put[static_cast<std::size_t>(item)] = now; }
    void got(std::int64_t item, Duration now) {
        const Duration delay = now - m_put[static_cast<std::size_t>(item)];
        m_sum += delay;
        m_longest = std::max(m_longest, delay);
        ++m_count;
    }
    std::int64_t count() const { return m_count; }
    double meanMs() const {
        return m_count == 0 ? 0 : static_cast<double>(m_sum.count()) / static_cast<double>(m_count) / kNsPerMs;
    }
    double longestMs() const { return static_cast<double>(m_longest.count()) / kNsPerMs; }

private:
    std::vector<Duration> m_put;
    std::int64_t m_count = 0;
    Duration m_sum{}, m_longest{};
};

// Half to one and a half times `every`, another for each, the same in each run of a seed.
Duration gap(std::minstd_rand& random, Duration every) {
    constexpr std::int64_t kParts = 1000;
    return every / 2 + every * static_cast<std::int64_t>(random() % kParts) / kParts;
}

void body(Lab& lab) {
    const std::int64_t sources = lab.integer("queues");
    const std::int64_t items = lab.integer("items");
    const Duration every = lab.milliseconds("every");
    const Duration look = lab.milliseconds("look");
    const Duration rest = lab.milliseconds("rest");
    const std::string way = lab.text("way");
    const std::int64_t all = sources * items;
    std::vector<BoundedQueue> queues;
    for (std::int64_t i = 0; i < sources; ++i) {  //@ each-queue
        queues.push_back(lab.queue("queue " + std::to_string(i + 1), 0));  //@ queue
    }
    const BoundedQueue news = lab.queue("news", 0);  //@ news
    const auto delays = std::make_shared<Delays>(all);
    const std::uint64_t seed = lab.order().seed;

    for (std::int64_t p = 0; p < sources; ++p) {  //@ producers
        lab.spawn("P" + std::to_string(p + 1), [=, &lab](Self self) -> Task {  //@ producer
            std::minstd_rand random(static_cast<unsigned>(seed * 31 + static_cast<std::uint64_t>(p) + 1));
            for (std::int64_t i = p * items; i < (p + 1) * items; ++i) {   //@ each-item
                co_await self.sleep(gap(random, every));                   //@ every
                delays->put(i, lab.now());                                 //@ put-at
                co_await self.put(queues[static_cast<std::size_t>(p)], i); //@ put
                if (way == "wake") co_await self.put(news, p);             //@ tell
            }
        });
    }
    const ActorHandle consumer = lab.spawn("consumer", [=, &lab](Self self) -> Task {  //@ consumer
        while (way == "wake" && delays->count() < all) {  //@ until-told
            const std::int64_t which = co_await self.get(news);                                        //@ wait
            const std::int64_t item = co_await self.get(queues[static_cast<std::size_t>(which)]);      //@ get
            delays->got(item, lab.now());                                                              //@ got
        }
        while (delays->count() < all) {  //@ until-found
            bool found = false;
            for (const BoundedQueue& queue : queues) {  //@ ask-each
                const auto item = co_await self.tryGet(queue);  //@ ask
                if (item) delays->got(*item, lab.now());        //@ found
                found = found || item;
            }
            if (!found && way == "busy") co_await self.compute(look);  //@ look
            if (!found && way == "poll") co_await self.sleep(rest);    //@ rest
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("got", delays->count());
        lab.tell("mean_delay_ms", delays->meanMs());        //@ tell-mean
        lab.tell("longest_delay_ms", delays->longestMs());  //@ tell-longest
        lab.tell("cpu_ms", static_cast<double>(lab.cpuTime(consumer).count()) / kNsPerMs);  //@ tell-cpu
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"busy", "poll", "wake"}, params, runtime);
}

}  // namespace

Scenario pollMany() {
    return {
        .id = "queues/poll-many",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("queues", 3, 1, 16), integerParam("items", 6, 1, 1000), msParam("every", 400, 1, 5000),
                   msParam("look", 2, 1, 1000), msParam("rest", 200, 1, 5000),
                   choiceParam("way", {"all", "busy", "poll", "wake"})},
        .next = {"multitasking/polling-vs-events", "coroutines/select-epoll", "queues/producer-consumer"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
