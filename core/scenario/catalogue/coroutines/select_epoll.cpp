// Many sockets are watched, and few of them have something to say. select(2) is handed the whole interest list each time,
// and all of it is looked through; epoll(7) keeps the list in the kernel and hands back the ready ones. Real UDP sockets on
// the loopback device, real system calls.
#include <sys/epoll.h>
#include <sys/select.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <system_error>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/clock.hpp"
#include "core/base/descriptor_limit.hpp"
#include "core/runtime/lab.hpp"
#include "core/runtime/udp_socket.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"
#include "core/scenario/variants.hpp"

namespace interleave::catalogue {
namespace {

constexpr int kShownRounds = 3;
constexpr std::size_t kMostShown = 12;  // of a list
constexpr double kNsPerUs = 1000;

[[noreturn]] void refuse(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

// What is waited for, and who of it is ready: by descriptor. `ready` is filled.
class InterestList {
public:
    virtual ~InterestList() = default;
    virtual bool add(int fd) = 0;  // false: it cannot watch such a one
    virtual void ask(std::vector<int>& ready) = 0;
};

class SelectList final : public InterestList {
public:
    SelectList() { FD_ZERO(&m_interest); }
    bool add(int fd) override {
        if (fd >= FD_SETSIZE) return false;  // beyond the set: it would be written over what lies behind it
        FD_SET(fd, &m_interest);
        m_fds.push_back(fd);
        m_highest = std::max(m_highest, fd);
        return true;
    }
    void ask(std::vector<int>& ready) override {
        fd_set asked = m_interest;  // the kernel writes the answer over the question
        if (::select(m_highest + 1, &asked, nullptr, nullptr, nullptr) < 0) refuse("select");  //@ select
        for (const int fd : m_fds)  //@ scan
            if (FD_ISSET(fd, &asked)) ready.push_back(fd);
    }

private:
    fd_set m_interest{};
    std::vector<int> m_fds;
    int m_highest = -1;
};

class EpollList final : public InterestList {
public:
    EpollList() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {
        if (!m_epoll.open()) refuse("epoll_create1");
    }
    bool add(int fd) override {
        epoll_event interest{.events = EPOLLIN, .data = {.fd = fd}};
        if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &interest) != 0) refuse("epoll_ctl");  //@ epoll-add
        return true;
    }
    void ask(std::vector<int>& ready) override {
        std::array<epoll_event, 64> happened{};
        const int count = ::epoll_wait(m_epoll.get(), happened.data(), happened.size(), -1);  //@ epoll
        if (count < 0) refuse("epoll_wait");
        for (int i = 0; i < count; ++i) ready.push_back(happened[static_cast<std::size_t>(i)].data.fd);
    }

private:
    UniqueFd m_epoll;
};

struct Crowd {
    UdpSocket outside;
    std::vector<UdpSocket> sockets;
    std::unordered_map<int, std::size_t> byFd;
    std::unique_ptr<InterestList> list;
    std::size_t watched = 0;
    std::int64_t talking = 0;
    std::size_t next = 0;

    // Somebody outside sends to some of those that are watched, spread over all of them.
    void talk() {
        constexpr std::size_t kStride = 10'007;  // a prime beyond the most sockets: everybody's turn comes
        for (std::int64_t i = 0; i < talking; ++i) {
            next = (next + kStride) % watched;
            outside.send(sockets[next].port(), {1, "!"});
        }
    }
    void read(const std::vector<int>& ready) const {
        for (const int fd : ready) (void)sockets[byFd.at(fd)].receive();
    }
};
using TheCrowd = std::shared_ptr<Crowd>;

TheCrowd makeCrowd(Lab& lab) {
    const auto count = static_cast<std::size_t>(lab.integer("sockets"));
    if (auto allowed = allowDescriptors(count); !allowed) throw std::runtime_error(allowed.error().what);
    auto crowd = std::make_shared<Crowd>();
    if (lab.text("way") == "select") crowd->list = std::make_unique<SelectList>();
    else crowd->list = std::make_unique<EpollList>();
    crowd->talking = std::min(lab.integer("ready"), lab.integer("sockets"));
    for (std::size_t i = 0; i < count; ++i) {  //@ sockets
        const UdpSocket& socket = crowd->sockets.emplace_back();  //@ socket
        crowd->byFd.emplace(socket.fd(), i);
        if (crowd->watched == i && crowd->list->add(socket.fd())) ++crowd->watched;  //@ add
    }
    return crowd;
}

std::string shown(const std::vector<int>& fds) {
    const std::size_t most = std::min(fds.size(), kMostShown);
    const auto end = fds.begin() + static_cast<std::ptrdiff_t>(most);
    return fmt::format("{}{}", fmt::join(fds.begin(), end, " "), fds.size() > most ? " …" : "");
}

// Alone, and without telling. The median: one question in which this thread was preempted says nothing of the others.
double nsEach(Crowd& crowd, std::int64_t rounds) {
    std::vector<std::int64_t> took;
    std::vector<int> ready;
    for (std::int64_t i = 0; i < rounds; ++i) {  //@ rounds
        crowd.talk();  //@ talk
        ready.clear();
        const std::int64_t asked = monotonicNs();  //@ asked
        crowd.list->ask(ready);                    //@ ask
        took.push_back(monotonicNs() - asked);     //@ took
        crowd.read(ready);                         //@ read
        if (std::ssize(ready) != crowd.talking) throw std::runtime_error("somebody talked and was not found ready");
    }
    const auto middle = took.begin() + std::ssize(took) / 2;
    std::ranges::nth_element(took, middle);
    return static_cast<double>(*middle);
}

Task watch(Lab& lab, Self self, TheCrowd crowd, Duration pause) {  //@ watch
    const std::int64_t outOfReach = std::ssize(crowd->sockets) - static_cast<std::int64_t>(crowd->watched);
    if (outOfReach > 0)
        self.print(fmt::format("FD_SETSIZE is {}: {} are out of select's reach", FD_SETSIZE, outOfReach));  //@ limit
    for (int i = 0; i < kShownRounds; ++i) {  //@ shown
        co_await self.sleep(pause);  //@ pause
        crowd->talk();
        std::vector<int> ready;
        crowd->list->ask(ready);
        crowd->read(ready);
        self.print(fmt::format("interest: {} sockets, ready: {}", crowd->watched, shown(ready)));  //@ lists
    }
    lab.tell("watched", static_cast<std::int64_t>(crowd->watched));
    lab.tell("left_out", outOfReach);
    // No point of a curve where not all were watched.
    if (outOfReach == 0) lab.tell("us_per_question", nsEach(*crowd, lab.integer("rounds")) / kNsPerUs);  //@ cost
}

void body(Lab& lab) {
    const TheCrowd crowd = makeCrowd(lab);
    const Duration pause = lab.milliseconds("pause");
    lab.spawn("watcher", [=, &lab](Self self) { return watch(lab, self, crowd, pause); });  //@ watcher
}

// The curve up to so many sockets.
std::vector<Variant> variants(const ParamValues& params, RuntimeKind runtime) {
    const std::int64_t most = std::stoll(valueOf(params, "sockets"));
    std::vector<Variant> all;
    for (const Variant& way : variantsBy("way", {"select", "epoll"}, params, runtime)) {
        for (const int count : {16, 64, 256, 1000, 4000, 10'000}) {
            if (count > most) break;
            const std::string sockets = std::to_string(count);
            all.push_back({way.name + "-" + sockets, runtime, {{"way", way.name}, {"sockets", sockets}}});
        }
    }
    return all;
}

}  // namespace

Scenario selectEpoll() {
    return {
        .id = "coroutines/select-epoll",
        .runtimes = {RuntimeKind::coroutines},
        .defaultRuntime = RuntimeKind::coroutines,
        .defaultPace = Pace::free,
        .paces = {Pace::free},
        .params = {integerParam("sockets", 4000, 16, 10'000), integerParam("ready", 1, 1, 16),
                   integerParam("rounds", 500, 10, 100'000), msParam("pause", 100, 0, 5000),
                   choiceParam("way", {"both", "select", "epoll"})},
        .next = {"coroutines/event-loop", "coroutines/downloader", "coroutines/auto-switch-on-io"},
        .body = body,
        .variants = variants,
        .curve = Curve{.along = "sockets", .by = "way", .result = "us_per_question"},
    };
}

}  // namespace interleave::catalogue
