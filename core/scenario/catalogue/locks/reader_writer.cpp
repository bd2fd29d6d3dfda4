// Readers may share a table, a writer wants it for itself. Who is let in next, where both wait, decides who may starve.
#include <atomic>

#include <fmt/format.h>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

// Who is inside, counted by themselves: it proves what the lock promises.
struct Inside {
    std::atomic<std::int64_t> readers{0}, mostReaders{0}, writers{0}, mixed{0}, reads{0}, readsBeforeAWrite{-1};

    void beginReading() {
        const std::int64_t now = readers.fetch_add(1) + 1;
        if (writers.load() > 0) ++mixed;
        std::int64_t seen = mostReaders.load();
        while (seen < now && !mostReaders.compare_exchange_weak(seen, now)) {
        }
    }
    void endReading() {
        ++reads;
        --readers;
    }
    void beginWriting() {
        if (writers.fetch_add(1) > 0 || readers.load() > 0) ++mixed;
        std::int64_t none = -1;
        readsBeforeAWrite.compare_exchange_strong(none, reads.load());
    }
    void endWriting() { --writers; }
};

Preference preferenceOf(const std::string& name) {
    if (name == "readers") return Preference::readers;
    return name == "writers" ? Preference::writers : Preference::fair;
}

void body(Lab& lab) {
    const std::int64_t readers = lab.integer("readers"), writers = lab.integer("writers"), rounds = lab.integer("rounds");
    const Duration reading = lab.milliseconds("reading"), writing = lab.milliseconds("writing");
    const Duration between = lab.milliseconds("between");
    const ReaderWriterLock table = lab.readerWriterLock("table", preferenceOf(lab.text("preference")));  //@ table
    const Variable value = lab.sharedVariable("value", 0);  //@ value
    auto* const inside = &lab.shared<Inside>();

    for (std::int64_t i = 0; i < readers; ++i) {  //@ readers
        lab.spawn(fmt::format("reader {}", i + 1), [=](Self self) -> Task {  //@ reader
            co_await self.sleep(between * i);  //@ stagger
            for (std::int64_t round = 0; round < rounds; ++round) {  //@ rounds
                co_await self.lockShared(table);  //@ lock-shared
                inside->beginReading();
                co_await self.read(value);     //@ read
                co_await self.sleep(reading);  //@ reading
                inside->endReading();
                co_await self.unlock(table);   //@ unlock-shared
                co_await self.sleep(between);  //@ between
            }
        });
    }
    for (std::int64_t i = 0; i < writers; ++i) {  //@ writers
        lab.spawn(fmt::format("writer {}", i + 1), [=](Self self) -> Task {  //@ writer
            co_await self.sleep(reading);  //@ later
            co_await self.lock(table);     //@ lock
            inside->beginWriting();
            co_await self.sleep(writing);  //@ writing
            const std::int32_t seen = co_await self.read(value);  //@ look
            co_await self.write(value, seen + 1);                 //@ write
            inside->endWriting();
            co_await self.unlock(table);   //@ unlock
        });
    }
    lab.afterwards([=, &lab] {
        lab.tell("most_readers", inside->mostReaders.load());
        lab.tell("reads_before_a_write", inside->readsBeforeAWrite.load());
        lab.tell("writes", lab.value(value));  //@ writes
        lab.tell("reader_with_writer", inside->mixed.load());
    });
}

}  // namespace

Scenario readerWriter() {
    return {
        .id = "locks/reader-writer",
        .runtimes = {RuntimeKind::processes, RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {choiceParam("preference", {"readers", "writers", "fair"}), integerParam("readers", 4, 1, 50),
                   integerParam("writers", 2, 1, 50), integerParam("rounds", 5, 1, 1000), msParam("reading", 500, 0, 10'000),
                   msParam("writing", 300, 0, 10'000), msParam("between", 150, 0, 10'000)},
        .next = {"locks/condition", "locks/semaphore", "locks/mutex"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
