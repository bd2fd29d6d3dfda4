// Code written plainly, as for a thread: it reads and writes, and where nothing has come it waits in the middle of
// whatever it has called, without a co_await. How it waits is decided in one place, by the primitive below, which can
// be replaced, as gevent replaces that of Python's sockets ("monkey patching"):
// the code itself is the same before and after.
//
// Thread safety: patch() before the actors run; the rest is each actor's own.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/coro/fiber.hpp"
#include "core/runtime/descriptor.hpp"
#include "core/runtime/runtime.hpp"

namespace interleave {

namespace plain {

// From now on, and in this whole process: who has to wait gives the event loop back. Before that he waits in the
// kernel, and on an event loop everybody with him.
void patch();

// Until `room` is full. Throws std::system_error where the other side has gone or the kernel refuses.
// For code that an actor runs by callPlain().
void read(Descriptor from, std::span<std::byte> room);
// All of it. The same.
void write(Descriptor to, std::span<const std::byte> bytes);

}  // namespace plain

// Runs such code on a stack of its own, and comes back when that has ended, with whatever it threw.
class PlainCallOperation : public PendingOperation {
public:
    PlainCallOperation(std::function<void()> code, int line)
        : PendingOperation(Operation::other, {}, line), m_fiber(std::make_unique<Fiber>(std::move(code))) {}
    void result() const {}

    // From within that code: waits in the kernel, or is away until the loop has seen it ready.
    void block(Descriptor on, short events);
    void switchAway(Descriptor until, short events);

protected:
    Step begin(Actor& actor) override { return run(actor); }
    Step resumed(Actor& actor) override { return thrown() ? Step::done() : run(actor); }  // unless it is cancelled
    // Whoever destroys it then unwinds the code where it stands.
    bool giveUp(const Caller& caller) override;

private:
    Step run(Actor& actor);

    std::unique_ptr<Fiber> m_fiber;
    Actor* m_actor = nullptr;
    Descriptor m_wanted;
    short m_events = 0;
};

}  // namespace interleave
