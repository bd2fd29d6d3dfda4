// Each thread serves one visitor, and the function that greets him is told nothing: it has to find out by itself whom its
// thread serves. One global for all mixes them up. A dict with the thread's number as its key does not, nor does
// thread-local storage, a variable that exists once in every thread.
#include <atomic>
#include <map>
#include <mutex>
#include <set>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// A function's, and not inlined: each call looks up the calling thread's own.
[[gnu::noinline]] std::int32_t& ownVisitor() {
    thread_local std::int32_t visitor = 0;  //@ local
    return visitor;
}

// Where each thread's own variable lies.
class Places {
public:
    void add(const void* place) {
        const std::scoped_lock lock{m_mutex};
        m_places.insert(place);
    }
    std::int64_t count() const { return static_cast<std::int64_t>(m_places.size()); }

private:
    std::mutex m_mutex;
    std::set<const void*> m_places;
};

// What all threads share.
struct Office {
    Variable visitor;
    Mutex lock;
    std::map<std::uint32_t, std::int32_t> visitorOf;  //@ dict
    std::atomic<std::int64_t> globalWrong{0}, dictWrong{0}, localWrong{0};
    Places places;
};

// It could be told whom; `served` is there to judge the answers only.
Task greet(Self self, std::shared_ptr<Office> office, std::int32_t served) {  //@ greet
    const std::int32_t global = co_await self.read(office->visitor);  //@ read-global
    co_await self.lock(office->lock);                                 //@ read-acquire
    const std::int32_t dict = office->visitorOf.at(self.tid());       //@ read-dict
    co_await self.unlock(office->lock);                               //@ read-release
    const std::int32_t local = ownVisitor();                          //@ read-local
    self.print(fmt::format("global {} dict {} own {}", global, dict, local));  //@ print
    office->globalWrong += global != served;
    office->dictWrong += dict != served;
    office->localWrong += local != served;
}

Task serve(Self self, std::shared_ptr<Office> office, std::int32_t number, Duration work) {  //@ def
    co_await self.write(office->visitor, number);  //@ write-global
    co_await self.lock(office->lock);              //@ write-acquire
    office->visitorOf[self.tid()] = number;        //@ write-dict
    co_await self.unlock(office->lock);            //@ write-release
    ownVisitor() = number;                         //@ write-local
    office->places.add(&ownVisitor());
    co_await self.sleep(work);                     //@ work
    co_await greet(self, office, number);          //@ call
}

void body(Lab& lab) {
    const std::int64_t threads = lab.integer("threads");
    const Duration work = lab.milliseconds("work");
    const auto office = std::make_shared<Office>();
    office->visitor = lab.variable("visitor", 0);  //@ global
    office->lock = lab.mutex("lock");              //@ lock

    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        for (std::int32_t number = 1; number <= threads; ++number) {  //@ each
            lab.spawn("T" + std::to_string(number), [=](Self t) { return serve(t, office, number, work); });  //@ start
            co_await self.sleep(work / (2 * threads));  //@ next-visitor
        }
    });
    lab.afterwards([=, &lab] {
        lab.tell("global_wrong", office->globalWrong.load());
        lab.tell("dict_wrong", office->dictWrong.load());
        lab.tell("local_wrong", office->localWrong.load());
        lab.tell("places", office->places.count());
    });
}

}  // namespace

Scenario threadLocal() {
    return {
        .id = "threads/thread-local",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("threads", 4, 1, 64), msParam("work", 2400, 10, 10'000)},
        .next = {"threads/locals", "threads/pool", "threads/race"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
