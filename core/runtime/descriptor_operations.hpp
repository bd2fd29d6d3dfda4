// Waiting for descriptors: who reads where nothing is, writes where there is no room, or accepts where nobody calls,
// waits in the kernel, and is shown to wait for I/O of that very descriptor. Without a limit;
// whoever ends the actor ends it.
//
// Messages travel as frames: a number, unlike that of any other message of the run, so that a trace can tell which one
// arrived, and as many bytes as both sides have agreed on.
#pragma once

#include <poll.h>

#include <array>
#include <cstddef>
#include <span>

#include "core/runtime/channels.hpp"
#include "core/runtime/descriptor.hpp"
#include "core/runtime/runtime.hpp"

namespace interleave {

inline constexpr std::size_t kFrameHeader = sizeof(std::uint64_t);

// A record's own bytes, to be sent or filled.
template <class Record>
std::span<const std::byte> bytesOf(const Record& record) {
    static_assert(std::is_trivially_copyable_v<Record>);
    return std::as_bytes(std::span{&record, 1});
}
template <class Record>
std::span<std::byte> roomFor(Record& record) {
    static_assert(std::is_trivially_copyable_v<Record>);
    return std::as_writable_bytes(std::span{&record, 1});
}

class DescriptorOperation : public PendingOperation {
protected:
    // `events`: what it waits for (poll(2)).
    DescriptorOperation(Descriptor descriptor, short events, int line)
        : PendingOperation(Operation::other, descriptor.object, line), m_descriptor(descriptor), m_events(events) {}

    int fd() const { return m_descriptor.fd; }
    Caller caller(const Actor& actor) const { return actor.caller(line()); }

    Step begin(Actor& actor) final { return goOn(actor); }
    Step resumed(Actor& actor) final;
    bool giveUp(const Caller& caller) final;
    // Goes as far as it can without waiting; true once it is done. Throws what is no mere "not yet".
    virtual bool attempt(Actor& actor) = 0;
    // Waits, once that is on record, until another attempt is worth it.
    virtual void wait(Actor& actor) { actor.runtime->waitForDescriptor(actor, fd(), m_events); }

private:
    Step goOn(Actor& actor);

    Descriptor m_descriptor;
    short m_events;
    Actor* m_waiter = nullptr;  // on the event loop, while it waits
};

// The bytes must outlive the operation.
class SendFrameOperation : public DescriptorOperation {
public:
    SendFrameOperation(Descriptor to, std::span<const std::byte> bytes, int line)
        : DescriptorOperation(to, POLLOUT, line), m_bytes(bytes) {}
    void result() const {}

protected:
    bool attempt(Actor& actor) override;

private:
    std::span<const std::byte> m_bytes;
    std::uint64_t m_flow = 0;
    std::size_t m_sent = 0;  // of header and bytes together
};

class ReceiveFrameOperation : public DescriptorOperation {
public:
    ReceiveFrameOperation(Descriptor from, std::span<std::byte> room, int line)
        : DescriptorOperation(from, POLLIN, line), m_room(room) {}
    // False: whoever wrote there has closed it, and nothing came.
    bool result() const { return m_isWhole; }

protected:
    bool attempt(Actor& actor) override;

private:
    std::span<std::byte> m_room;
    std::uint64_t m_flow = 0;
    std::size_t m_received = 0;
    bool m_isWhole = false;
};

class AcceptOperation : public DescriptorOperation {
public:
    AcceptOperation(Descriptor listening, int line) : DescriptorOperation(listening, POLLIN, line) {}
    UniqueFd result() { return std::move(m_accepted); }

protected:
    bool attempt(Actor& actor) override;
    void wait(Actor& actor) override;

private:
    UniqueFd m_accepted;
    std::optional<Poller> m_door;  // made where it has to wait: others may wait for the same socket
};

class ConnectOperation : public DescriptorOperation {
public:
    ConnectOperation(Descriptor socket, const SocketAddress& to, int line)
        : DescriptorOperation(socket, POLLOUT, line), m_to(to) {}
    void result() const {}

protected:
    bool attempt(Actor& actor) override;

private:
    SocketAddress m_to;
    bool m_isUnderWay = false;
};

// Until at least one of a poller's descriptors is ready.
class PollOperation : public DescriptorOperation {
public:
    PollOperation(Descriptor named, const Poller& poller, int line)
        : DescriptorOperation({named.object, poller.fd()}, POLLIN, line), m_poller(poller) {}
    std::vector<int> result() { return std::move(m_ready); }

protected:
    bool attempt(Actor& actor) override;
    void wait(Actor& actor) override { actor.runtime->waitForPoller(actor, m_poller.fd(), m_poller.shared()); }

private:
    const Poller& m_poller;
    std::vector<int> m_ready;
};

}  // namespace interleave
