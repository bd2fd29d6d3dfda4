// One process sends messages to another, by five ways: through the kernel (a pipe, one that had a name, a UNIX socket),
// in memory that both share, and through a queue that lies there. First one at a time, to see how long one is under way;
// then as fast as it goes. How often each byte is copied is counted: what passes the kernel by the kernel, the rest by the
// program.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <sstream>

#include "core/base/clock.hpp"
#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::int64_t kPlaces = 16;  // of the queue, and of the shared memory

// What a message begins with; all of its other bytes are the last one of its number.
struct Head {
    std::int64_t number = 0;
    std::int64_t sentAt = 0;  // ns, on the clock that all processes share
    std::uint64_t flow = 0;   // where no descriptor carries one
};

void compose(std::span<std::byte> message, std::int64_t number) {
    std::fill(message.begin() + sizeof(Head), message.end(), static_cast<std::byte>(number));
    const Head head{number, monotonicNs(), 0};
    std::memcpy(message.data(), &head, sizeof head);
}

Head headOf(std::span<const std::byte> message) {
    Head head;
    std::memcpy(&head, message.data(), sizeof head);
    return head;
}

bool isIntact(std::span<const std::byte> message, std::int64_t number) {
    const auto isRight = [number](std::byte each) { return each == static_cast<std::byte>(number); };
    return headOf(message).number == number && std::all_of(message.begin() + sizeof(Head), message.end(), isRight);
}

// How many bytes this process has read and written through the kernel since this was made (rchar and wchar of proc(5)).
class KernelTraffic {
public:
    KernelTraffic() {
        const auto [bytes, text] = look();
        m_before = bytes + text;
    }
    std::int64_t bytes() const { return look().first - m_before; }

private:
    // And how long the text was, which is read through the kernel as well.
    static std::pair<std::int64_t, std::int64_t> look() {
        std::stringstream text;
        text << std::ifstream("/proc/self/io").rdbuf();
        std::string name;
        std::int64_t read = 0, written = 0;
        text >> name >> read >> name >> written;
        return {read + written, static_cast<std::int64_t>(text.str().size())};
    }

    std::int64_t m_before = 0;
};

struct Tally {
    std::atomic<std::int64_t> throughKernel{0}, ownCopies{0};  // bytes
    std::atomic<std::int64_t> delivered{0}, intact{0};
};

// How messages go, and what they are.
struct Way {
    std::string kind;
    std::int64_t single = 0, all = 0;  // how many one at a time, how many in all
    std::size_t size = 0;
    Duration pause{};
    Tally* tally = nullptr;
    Channel channel;
    Descriptor writing, reading;
    Mapping memory;
    Semaphore free, filled;
    BoundedQueue queue;

    // One place more than the queue has is being filled, one emptied.
    std::span<std::byte> place(std::int64_t number) const {
        return {memory.data() + static_cast<std::size_t>(number % (kPlaces + 2)) * size, size};
    }
    void copy(std::span<const std::byte> from, std::span<std::byte> to) const {
        std::ranges::copy(from, to.begin());
        tally->ownCopies += static_cast<std::int64_t>(size);
    }
};

using TheWay = std::shared_ptr<Way>;

void handOver(Self self, std::span<std::byte> message) {
    const std::uint64_t flow = self.handsOver();
    std::memcpy(message.data() + offsetof(Head, flow), &flow, sizeof flow);
}

Task sender(Self self, TheWay way) {  //@ sender
    way->channel.reading.reset();
    const KernelTraffic traffic;
    std::vector<std::byte> own(way->size);
    for (std::int64_t number = 0; number < way->all; ++number) {  //@ send-each
        if (number < way->single) co_await self.sleep(way->pause);  //@ pause
        if (way->kind == "shared-memory") {
            co_await self.acquire(way->free);    //@ memory-free
            compose(way->place(number), number);  //@ memory-write
            handOver(self, way->place(number));
            co_await self.release(way->filled);  //@ memory-filled
        } else if (way->kind == "queue") {
            compose(own, number);
            handOver(self, own);
            way->copy(own, way->place(number));
            co_await self.put(way->queue, number);  //@ put
        } else {
            compose(own, number);
            co_await self.send(way->writing, own);  //@ send
        }
    }
    way->tally->throughKernel += traffic.bytes();
}

struct Arrivals {
    Tally& tally;
    std::vector<std::int64_t> underWay{};  // ns, of those that were sent one at a time
    std::int64_t burstSentAt = 0, lastCameAt = 0;

    void take(std::span<const std::byte> message, const Way& way) {
        lastCameAt = monotonicNs();
        const Head head = headOf(message);
        const std::int64_t number = tally.delivered++;
        if (number < way.single) underWay.push_back(lastCameAt - head.sentAt);
        if (number == way.single) burstSentAt = head.sentAt;
        tally.intact += isIntact(message, number) ? 1 : 0;
    }
};

void tellOf(Lab& lab, const Way& way, Arrivals arrivals) {
    if (!arrivals.underWay.empty()) {
        const auto middle = arrivals.underWay.begin() + static_cast<std::ptrdiff_t>(arrivals.underWay.size() / 2);
        std::ranges::nth_element(arrivals.underWay, middle);
        lab.tell("latency_us", static_cast<double>(*middle) / 1e3);
    }
    if (way.all > way.single) {
        const auto bytes = static_cast<double>((way.all - way.single) * static_cast<std::int64_t>(way.size));
        lab.tell("mb_per_s", bytes * 1e3 / static_cast<double>(arrivals.lastCameAt - arrivals.burstSentAt));
    }
}

Task receiver(Self self, Lab& lab, TheWay way) {  //@ receiver
    way->channel.writing.reset();  // else it would never be told that nothing more comes
    const KernelTraffic traffic;
    std::vector<std::byte> own(way->size);
    Arrivals arrivals{*way->tally};
    for (std::int64_t number = 0; number < way->all; ++number) {  //@ receive-each
        if (way->kind == "shared-memory") {
            co_await self.acquire(way->filled);         //@ memory-wait
            arrivals.take(way->place(number), *way);    //@ memory-read
            self.gets(headOf(way->place(number)).flow);
            co_await self.release(way->free);           //@ memory-done
            continue;
        }
        if (way->kind == "queue") {
            const std::int64_t item = co_await self.get(way->queue);  //@ get
            way->copy(way->place(item), own);
            self.gets(headOf(own).flow);
        } else if (!co_await self.receive(way->reading, own)) {  //@ receive
            break;
        }
        arrivals.take(own, *way);  //@ take
    }
    way->tally->throughKernel += traffic.bytes();
    tellOf(lab, *way, std::move(arrivals));  //@ tell
}

TheWay makeWay(Lab& lab) {
    const auto way = std::make_shared<Way>();
    const std::string& kind = lab.text("kind");
    way->kind = kind == "all" ? "pipe" : kind;  // a run is of one kind; the others are runs of their own
    way->single = lab.integer("messages");
    way->all = way->single + lab.integer("burst");
    way->size = static_cast<std::size_t>(lab.integer("size"));
    way->pause = lab.milliseconds("pause");
    way->tally = &lab.shared<Tally>();
    if (way->kind == "queue") way->queue = lab.queue("queue", kPlaces);  //@ queue
    if (way->kind == "shared-memory") {
        way->free = lab.semaphore("free", kPlaces);   //@ free
        way->filled = lab.semaphore("filled", 0);     //@ filled
    }
    return way;
}

void body(Lab& lab) {
    const TheWay way = makeWay(lab);
    const std::string folder = way->kind == "named-pipe" ? lab.temporaryFolder() : "";
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        if (way->kind == "pipe") way->channel = makePipe();               //@ pipe
        if (way->kind == "named-pipe") way->channel = makeNamedPipe(folder);  //@ named-pipe
        if (way->kind == "unix-socket") way->channel = makeSocketPair();  //@ socket
        if (way->channel.reading.open()) {
            way->writing = lab.descriptor("writing end", way->channel.writing.get());
            way->reading = lab.descriptor("reading end", way->channel.reading.get());
        } else {
            way->memory = makeSharedMemory(static_cast<std::size_t>(kPlaces + 2) * way->size);  //@ memory
        }
        const auto sends = [=](Self each) { return sender(each, way); };
        const auto receives = [=, &lab](Self each) { return receiver(each, lab, way); };
        const ActorHandle from = lab.spawn("sender", sends);     //@ fork-sender
        const ActorHandle to = lab.spawn("receiver", receives);  //@ fork-receiver
        way->channel = {};
        co_await self.join(from);   //@ join-sender
        co_await self.join(to);     //@ join-receiver
    });
    lab.afterwards([=, &lab] {
        const bool hasHeaders = way->kind != "queue" && way->kind != "shared-memory";
        const auto messages = static_cast<double>(way->all);
        const double headers = hasHeaders ? 2.0 * static_cast<double>(kFrameHeader) * messages : 0;
        const auto moved = static_cast<double>(way->tally->throughKernel + way->tally->ownCopies);
        lab.tell("copies", (moved - headers) / (messages * static_cast<double>(way->size)));
        lab.tell("delivered", way->tally->delivered.load());
        lab.tell("intact", way->tally->intact.load());
    });
}

std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    return variantsBy("kind", {"pipe", "named-pipe", "unix-socket", "shared-memory", "queue"}, params, runtime);
}

}  // namespace

Scenario ipc() {
    return {
        .id = "processes/ipc",
        .runtimes = {RuntimeKind::processes},
        .defaultRuntime = RuntimeKind::processes,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {choiceParam("kind", {"all", "pipe", "named-pipe", "unix-socket", "shared-memory", "queue"}),
                   integerParam("messages", 10, 1, 1000), msParam("pause", 150, 0, 5000),
                   integerParam("burst", 20'000, 0, 100'000), integerParam("size", 4096, 64, 65'536, "B")},
        .next = {"processes/prefork-server", "processes/queue-manager", "queues/producer-consumer"},
        .body = body,
        .variants = variants,
        .timesSwitches = true,
    };
}

}  // namespace interleave::catalogue
