// Fetching a file by HTTP, as an operation of an actor: where waiting blocks, by a call that comes back when the file
// is there; on an event loop as so many waits for sockets, between which others run.
#pragma once

#include "core/runtime/descriptor.hpp"
#include "core/runtime/http_transfer.hpp"
#include "core/runtime/runtime.hpp"

namespace interleave {

class DownloadOperation : public PendingOperation {
public:
    // `named`: under which its waits are shown.
    DownloadOperation(Descriptor named, HttpRequest request, int line)
        : PendingOperation(Operation::other, named.object, line),
          m_transfer(std::make_unique<HttpTransfer>(std::move(request))) {}
    HttpOutcome result() const { return m_transfer->outcome(); }

protected:
    Step begin(Actor& actor) override;
    Step resumed(Actor& actor) override;
    bool giveUp(const Caller& caller) override;

private:
    Step goOn(Actor& actor);

    std::unique_ptr<HttpTransfer> m_transfer;
    Actor* m_actor = nullptr;
};

}  // namespace interleave
