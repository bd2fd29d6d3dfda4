// Passing items through queues, and touching shared variables.
#pragma once

#include <optional>

#include "core/runtime/operation.hpp"
#include "core/sync/bounded_queue.hpp"
#include "core/sync/variable.hpp"

namespace interleave {

class PutOperation : public PendingOperation {
public:
    PutOperation(BoundedQueue queue, std::int64_t item, Limit limit, int line)
        : PendingOperation(Operation::put, queue.id(), line, limit), m_queue(queue), m_item(item) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_queue.giveUpPut(caller); }

private:
    BoundedQueue m_queue;
    std::int64_t m_item;
};

class GetOperation : public PendingOperation {
public:
    GetOperation(BoundedQueue queue, Limit limit, int line)
        : PendingOperation(Operation::get, queue.id(), line, limit), m_queue(queue) {}
    std::int64_t result() const { return m_item; }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_queue.giveUpGet(caller); }

private:
    BoundedQueue m_queue;
    std::int64_t m_item = 0;
};

// Nothing where its limit was over first.
class TimedGetOperation : public GetOperation {
public:
    using GetOperation::GetOperation;
    std::optional<std::int64_t> result() const { return gaveUp() ? std::nullopt : std::optional{GetOperation::result()}; }
};

class ReadOperation : public PendingOperation {
public:
    ReadOperation(Variable variable, int line)
        : PendingOperation(Operation::read, variable.id(), line), m_variable(variable) {}
    std::int32_t result() const { return m_value; }

protected:
    Step begin(Actor& actor) override;

private:
    Variable m_variable;
    std::int32_t m_value = 0;
};

class WriteOperation : public PendingOperation {
public:
    WriteOperation(Variable variable, std::int32_t value, int line)
        : PendingOperation(Operation::write, variable.id(), line), m_variable(variable), m_value(value) {}
    void result() const {}

protected:
    Step begin(Actor& actor) override;

private:
    Variable m_variable;
    std::int32_t m_value;
};

}  // namespace interleave
