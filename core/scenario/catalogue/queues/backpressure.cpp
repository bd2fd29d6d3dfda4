// A producer that is faster than its consumer. Into a queue without a limit it pours, and everything that is not used yet
// stays in memory; a queue with a limit makes it wait, and so holds it to the consumer's pace.
#include <algorithm>
#include <atomic>
#include <memory>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr double kNsPerMs = 1e6;
constexpr double kBlocksPerMiB = 4;
constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

// The blocks that the items stand for, really there from their making to their use. A block is its maker's until it is put,
// and its taker's from then on: the queue hands it over.
class Blocks {
public:
    explicit Blocks(std::int64_t items) : m_blocks(count(items)), m_put(count(items)) {}

    void make(std::int64_t item, Duration now) {
        auto& block = m_blocks[static_cast<std::size_t>(item)];
        block = std::make_unique<char[]>(kBlockBytes);  // zeroed: its pages are touched
        m_put[static_cast<std::size_t>(item)] = now;
        raise(m_most, ++m_alive);
    }
    void taken(std::int64_t item, Duration now) {
        raise(m_longestWait, (now - m_put[static_cast<std::size_t>(item)]).count());
    }
    void use(std::int64_t item) {
        m_blocks[static_cast<std::size_t>(item)].reset();
        --m_alive;
    }
    double mostMiB() const { return static_cast<double>(m_most.load()) / kBlocksPerMiB; }
    double longestWaitMs() const { return static_cast<double>(m_longestWait.load()) / kNsPerMs; }

private:
    static std::size_t count(std::int64_t items) { return static_cast<std::size_t>(items); }
    static void raise(std::atomic<std::int64_t>& most, std::int64_t value) {
        std::int64_t seen = most.load();
        while (seen < value && !most.compare_exchange_weak(seen, value)) {
        }
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::vector<Duration> m_put;
    std::atomic<std::int64_t> m_alive{0}, m_most{0}, m_longestWait{0};
};

void body(Lab& lab) {
    const std::int64_t items = lab.integer("items");
    const Duration make = lab.milliseconds("make");
    const Duration use = lab.milliseconds("use");
    const std::int64_t capacity = lab.text("way") == "unbounded" ? 0 : lab.integer("capacity");
    const BoundedQueue queue = lab.queue("queue", capacity);  //@ queue
    const auto blocks = std::make_shared<Blocks>(items);
    const auto mostWaiting = std::make_shared<std::atomic<std::int64_t>>(0);

    lab.spawn("fast", [=, &lab](Self self) -> Task {  //@ fast
        for (std::int64_t i = 0; i < items; ++i) {  //@ each-made
            co_await self.sleep(make);                                  //@ make
            blocks->make(i, lab.now());                                 //@ block
            co_await self.put(queue, i);                                //@ put
            const std::int64_t waiting = co_await self.size(queue);     //@ size
            *mostWaiting = std::max(mostWaiting->load(), waiting);      //@ most
        }
    });
    lab.spawn("slow", [=, &lab](Self self) -> Task {  //@ slow
        for (std::int64_t i = 0; i < items; ++i) {  //@ each-used
            const std::int64_t item = co_await self.get(queue);  //@ get
            blocks->taken(item, lab.now());
            co_await self.device(use);                           //@ use
            blocks->use(item);                                   //@ forget
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("most_waiting", mostWaiting->load());  //@ tell-most
        lab.tell("most_mib", blocks->mostMiB());
        lab.tell("longest_wait_ms", blocks->longestWaitMs());  //@ tell-longest
        lab.tell("wall_ms", static_cast<double>(lab.now().count()) / kNsPerMs);  //@ tell-wall
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("way", {"unbounded", "bounded"}, params, runtime);
}

}  // namespace

Scenario backpressure() {
    return {
        .id = "queues/backpressure",
        .runtimes = {RuntimeKind::threads, RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("items", 40, 1, 2000), msParam("make", 30, 0, 5000), msParam("use", 90, 0, 5000),
                   integerParam("capacity", 5, 1, 1000, "items"), choiceParam("way", {"both", "unbounded", "bounded"})},
        .next = {"queues/producer-consumer", "queues/poll-many", "queues/many-to-many"},
        .body = body,
        .variants = variants,
    };
}

}  // namespace interleave::catalogue
