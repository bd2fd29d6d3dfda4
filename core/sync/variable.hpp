// A shared number that nothing protects. Reading, changing and writing it are three steps, and between them anything
// may happen: that is the lesson. Each write also counts up a version in the same word, so that the trace can tell
// exactly which write a reader had seen, and which one a later write destroyed.
//
// It is ordinary memory of the process: threads and tasks share it, a forked child has a copy of its own.
//
// Thread safety: any actor; each single read or write is whole (one atomic word), their sequence is not.
#pragma once

#include "core/sync/caller.hpp"

namespace interleave {

class Variable {
public:
    Variable() = default;
    static Variable make(Arena& arena, ObjectId id, std::int32_t value);
    // In the memory of the run, which processes share.
    static Variable makeShared(Arena& arena, ObjectId id, std::int32_t value);

    ObjectId id() const { return m_id; }

    // As an actor of the program: recorded.
    std::int32_t read(const Caller& caller) const;
    void write(const Caller& caller, std::int32_t value) const;
    // Reads, adds and writes in one step of the processor. Returns the value before. The sum must fit.
    std::int32_t fetchAdd(const Caller& caller, std::int32_t amount) const;
    // As the scenario's own look at the end: not recorded.
    std::int32_t value() const;

private:
    // Version in the upper half, value in the lower.
    std::atomic<std::uint64_t>& word() const { return *m_word; }

    ObjectId m_id;
    std::atomic<std::uint64_t>* m_word = nullptr;
};

}  // namespace interleave
