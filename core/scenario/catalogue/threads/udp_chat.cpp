// Two peers talk over real UDP sockets of this machine. Each has two threads: one that sends, and one that waits for what
// arrives; so each can hear while it speaks. A text travels as bytes: who reads must know which encoding they are in.
#include <iconv.h>

#include <array>
#include <atomic>
#include <system_error>

#include "core/runtime/lab.hpp"
#include "core/scenario/catalogue.hpp"
#include "core/scenario/params.hpp"

namespace interleave::catalogue {
namespace {

constexpr std::array<const char*, 4> kLines{"你好", "在吗？", "一起吃饭吧", "再见"};
constexpr const char* kBye = "";  // an empty datagram: nothing follows

// Bytes of one encoding as those of another; what does not fit becomes “?”. The C library's own converter.
std::string converted(const std::string& text, const std::string& from, const std::string& to) {
    const iconv_t converter = ::iconv_open(to.c_str(), from.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1))
        throw std::system_error(errno, std::generic_category(), "no converter to " + to);
    std::string input = text;
    std::string output(4 * text.size(), '\0');
    char* in = input.data();
    char* out = output.data();
    std::size_t inLeft = input.size(), outLeft = output.size();
    while (inLeft > 0 && ::iconv(converter, &in, &inLeft, &out, &outLeft) == static_cast<std::size_t>(-1) && outLeft > 0) {
        ++in;
        --inLeft;
        *out++ = '?';
        --outLeft;
    }
    ::iconv_close(converter);
    output.resize(output.size() - outLeft);
    return output;
}

struct Peer {
    std::string name;
    std::string encoding;  // of what it sends
    UdpSocket socket;
    Descriptor input{};  // the same, by its name
};

struct Chat {
    std::int64_t messages = 0;
    Duration pause{};
    bool misread = false;
    std::atomic<std::int64_t> sent{0}, delivered{0}, intact{0}, readable{0}, bytesUtf8{0}, bytesGbk{0};
};

std::string lineAt(std::int64_t i) { return kLines[static_cast<std::size_t>(i) % kLines.size()]; }

using ThePeer = std::shared_ptr<const Peer>;

Task speak(Self self, std::shared_ptr<Chat> chat, ThePeer me, ThePeer other) {  //@ speak
    for (std::int64_t i = 0; i < chat->messages; ++i) {  //@ speak-loop
        co_await self.sleep(chat->pause);  //@ pause
        const std::string bytes = converted(lineAt(i), "UTF-8", me->encoding);  //@ encode
        co_await self.send(me->socket, other->socket.port(), bytes);             //@ send
        ++chat->sent;
        (me->encoding == "GBK" ? chat->bytesGbk : chat->bytesUtf8) += static_cast<std::int64_t>(bytes.size());
    }
    co_await self.send(me->socket, other->socket.port(), kBye);  //@ bye
}

Task hear(Self self, std::shared_ptr<Chat> chat, ThePeer me, ThePeer other) {  //@ hear
    std::int64_t heard = 0;
    while (true) {  //@ hear-loop
        const std::string bytes = co_await self.receive(me->socket, me->input);  //@ receive
        if (bytes == kBye) break;  //@ stop
        const std::string encoding = chat->misread ? me->encoding : other->encoding;  //@ which
        const std::string text = converted(bytes, encoding, "UTF-8");                 //@ decode
        self.print(other->name + ": " + text);                                        //@ print
        const std::string said = lineAt(heard++);
        ++chat->delivered;
        chat->intact += bytes == converted(said, "UTF-8", other->encoding);
        chat->readable += text == said;
    }
}

void body(Lab& lab) {
    const auto chat = std::make_shared<Chat>();
    chat->messages = lab.integer("messages");
    chat->pause = lab.milliseconds("pause");
    chat->misread = lab.boolean("misread");
    const auto peer = [&lab](const char* name, const char* encoding) {
        Peer made{name, encoding, {}};
        made.input = lab.descriptor(std::string(name) + "'s socket", made.socket.fd());
        return std::make_shared<const Peer>(std::move(made));
    };
    const auto anna = peer("Anna", "UTF-8");  //@ anna
    const auto ben = peer("Ben", "GBK");      //@ ben

    const auto hears = [=](ThePeer me, ThePeer other) { return [=](Self self) { return hear(self, chat, me, other); }; };
    const auto speaks = [=](ThePeer me, ThePeer other) { return [=](Self self) { return speak(self, chat, me, other); }; };
    lab.spawn("main", [=, &lab](Self self) -> Task {  //@ main
        const ActorHandle annaHears = lab.spawn("Anna hears", hears(anna, ben));  //@ anna-hears
        const ActorHandle benHears = lab.spawn("Ben hears", hears(ben, anna));    //@ ben-hears
        lab.spawn("Anna speaks", speaks(anna, ben));  //@ anna-speaks
        co_await self.sleep(chat->pause / 2);         //@ main-pause
        lab.spawn("Ben speaks", speaks(ben, anna));   //@ ben-speaks
        co_await self.join(annaHears);                //@ join-anna
        co_await self.join(benHears);                 //@ join-ben
    });
    lab.afterwards([=, &lab] {
        lab.tell("sent", chat->sent.load());
        lab.tell("delivered", chat->delivered.load());
        lab.tell("intact", chat->intact.load());
        lab.tell("readable", chat->readable.load());
        lab.tell("bytes_utf8", chat->bytesUtf8.load());
        lab.tell("bytes_gbk", chat->bytesGbk.load());
    });
}

}  // namespace

Scenario udpChat() {
    return {
        .id = "threads/udp-chat",
        .runtimes = {RuntimeKind::threads},
        .defaultRuntime = RuntimeKind::threads,
        .defaultPace = Pace::free,
        .paces = {Pace::free, Pace::step},
        .params = {integerParam("messages", 4, 1, 1000), msParam("pause", 900, 0, 5000), booleanParam("misread", false)},
        .next = {"threads/pool", "processes/ipc", "coroutines/select-epoll"},
        .body = body,
    };
}

}  // namespace interleave::catalogue
