// Passing items through queues, and touching shared variables.
#pragma once

#include <optional>
#include <string>

#include "core/runtime/operation.hpp"
#include "core/sync/bounded_queue.hpp"
#include "core/sync/variable.hpp"

namespace interleave {

class PutOperation : public PendingOperation {
public:
    PutOperation(BoundedQueue queue, std::int64_t item, Limit limit, int line)
        : PendingOperation(Operation::put, queue.id(), line, limit), m_queue(queue), m_item(item) {}
    // Throws where an unbounded queue has no room for more.
    void result() const;

protected:
    Step begin(Actor& actor) override;
    bool giveUp(const Caller& caller) override { return m_queue.giveUpPut(caller); }

private:
    BoundedQueue m_queue;
    std::int64_t m_item;
    std::string m_overfull;
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
    std::optional<std::int64_t> result() const {
        return gaveUp() ? std::nullopt : std::optional{GetOperation::result()};
    }
};

// How many are in it, or whether it is full or empty, as Python's qsize(), full() and empty(): true when it was told.
class AskQueueOperation : public PendingOperation {
public:
    AskQueueOperation(BoundedQueue queue, QueueQuestion question, int line)
        : PendingOperation(Operation::ask, queue.id(), line), m_queue(queue), m_question(question) {}
    std::int64_t result() const { return m_answer; }

protected:
    Step begin(Actor& actor) override;

private:
    BoundedQueue m_queue;
    QueueQuestion m_question;
    std::int64_t m_answer = 0;
};

// The same where the answer is yes or no.
class CheckQueueOperation : public AskQueueOperation {
public:
    using AskQueueOperation::AskQueueOperation;
    bool result() const { return AskQueueOperation::result() != 0; }
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
