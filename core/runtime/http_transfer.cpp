#include "core/runtime/http_transfer.hpp"

#include <curl/curl.h>
#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/clock.hpp"
#include "core/base/file_writer.hpp"
#include "core/base/unique_fd.hpp"

namespace interleave {
namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;

struct EasyEnd {
    void operator()(CURL* handle) const { ::curl_easy_cleanup(handle); }
};
struct MultiEnd {
    void operator()(CURLM* handle) const { ::curl_multi_cleanup(handle); }
};

[[noreturn]] void refuse() { throw std::runtime_error("libcurl cannot be set up"); }

// Once for each process: a static that is made by whoever comes first.
bool isLibraryReady() {
    static const bool s_isReady = ::curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return s_isReady;
}

}  // namespace

struct HttpTransfer::State {
    explicit State(HttpRequest wanted) : request(std::move(wanted)) {
        if (!isLibraryReady()) refuse();
        easy.reset(::curl_easy_init());
        if (!easy) refuse();
    }
    ~State() {
        if (multi) ::curl_multi_remove_handle(multi.get(), easy.get());
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        if (::curl_easy_setopt(easy.get(), option, value) != CURLE_OK) refuse();
    }
    template <class Value>
    void setMulti(CURLMoption option, Value value) {
        if (::curl_multi_setopt(multi.get(), option, value) != CURLM_OK) refuse();
    }

    bool openFile();
    void configure();
    std::size_t take(const char* bytes, std::size_t count);
    bool isStalled() const { return Duration{monotonicNs() - lastNews} > request.patience; }
    void watch(int socket, int what);
    void act(curl_socket_t socket, int events);
    void end(CURLcode code);
    std::string whatWentWrong(CURLcode code);

    // What libcurl calls.
    static std::size_t onBytes(char* bytes, std::size_t, std::size_t count, void* state) {
        return static_cast<State*>(state)->take(bytes, count);
    }
    static int onProgress(void* state, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<const State*>(state)->isStalled() ? 1 : 0;  // other than 0: end it
    }
    static int onSocket(CURL*, curl_socket_t socket, int what, void* state, void*) {
        static_cast<State*>(state)->watch(socket, what);
        return 0;
    }
    static int onTimer(CURLM*, long ms, void* state) {
        static_cast<State*>(state)->dueAt = ms < 0 ? std::optional<std::int64_t>{} : monotonicNs() + ms * kNsPerMs;
        return 0;
    }

    HttpRequest request;
    HttpOutcome outcome;
    std::optional<FileWriter> file;
    std::int64_t lastNews = 0;             // on CLOCK_MONOTONIC
    std::optional<std::int64_t> dueAt;     // the same: when libcurl wants to be called
    bool isOver = false;
    bool isGivenUp = false;                // here, because nothing came
    UniqueFd sockets;                      // an epoll descriptor with those that libcurl waits for
    std::unique_ptr<CURL, EasyEnd> easy;
    std::unique_ptr<CURLM, MultiEnd> multi;
};

bool HttpTransfer::State::openFile() {
    auto opened = FileWriter::create(request.path);
    if (!opened) {
        outcome.refusal = opened.error().what;
        isOver = true;
        return false;
    }
    file.emplace(std::move(*opened));
    lastNews = monotonicNs();
    return true;
}

void HttpTransfer::State::configure() {
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_NOPROXY, "*");     // it is on this machine
    set(CURLOPT_NOSIGNAL, 1L);     // there may be threads
    set(CURLOPT_FAILONERROR, 1L);  // an error page is not the file
    set(CURLOPT_WRITEFUNCTION, &State::onBytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &State::onProgress);
    set(CURLOPT_XFERINFODATA, this);
}

std::size_t HttpTransfer::State::take(const char* bytes, std::size_t count) {
    if (!file->write(std::string_view(bytes, count))) return 0;
    lastNews = monotonicNs();
    outcome.bytes += count;
    curl_off_t all = 0;
    (void)::curl_easy_getinfo(easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &all);
    if (request.progress) request.progress(outcome.bytes, static_cast<std::uint64_t>(std::max<curl_off_t>(0, all)));
    return count;
}

void HttpTransfer::State::watch(int socket, int what) {
    if (what == CURL_POLL_REMOVE) {
        (void)::epoll_ctl(sockets.get(), EPOLL_CTL_DEL, socket, nullptr);
        return;
    }
    const std::uint32_t in = (what & CURL_POLL_IN) != 0 ? std::uint32_t{EPOLLIN} : 0U;
    const std::uint32_t out = (what & CURL_POLL_OUT) != 0 ? std::uint32_t{EPOLLOUT} : 0U;
    epoll_event interest{.events = in | out, .data = {.fd = socket}};
    if (::epoll_ctl(sockets.get(), EPOLL_CTL_MOD, socket, &interest) != 0)
        (void)::epoll_ctl(sockets.get(), EPOLL_CTL_ADD, socket, &interest);
}

void HttpTransfer::State::act(curl_socket_t socket, int events) {
    int running = 0;
    const CURLMcode acted = ::curl_multi_socket_action(multi.get(), socket, events, &running);
    if (acted != CURLM_OK) return end(CURLE_FAILED_INIT);
    int left = 0;
    while (const CURLMsg* const message = ::curl_multi_info_read(multi.get(), &left))
        if (message->msg == CURLMSG_DONE) end(message->data.result);
}

std::string HttpTransfer::State::whatWentWrong(CURLcode code) {
    long status = 0;
    curl_off_t all = 0;
    (void)::curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    (void)::curl_easy_getinfo(easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &all);
    const auto seconds = std::chrono::duration<double>(request.patience).count();
    switch (code) {
        case CURLE_ABORTED_BY_CALLBACK: return fmt::format("the server has been silent for {:g} s", seconds);
        case CURLE_PARTIAL_FILE: return fmt::format("the server ended after {} of {} bytes", outcome.bytes, all);
        case CURLE_RECV_ERROR: return fmt::format("the server broke the connection off after {} bytes", outcome.bytes);
        case CURLE_GOT_NOTHING: return "the server closed the connection without an answer";
        case CURLE_COULDNT_CONNECT: return "nobody answers at that port";
        case CURLE_HTTP_RETURNED_ERROR: return fmt::format("the server answers {}", status);
        case CURLE_WRITE_ERROR: {
            const auto written = file->commit();  // fails as it did before
            return written ? "it could not be written" : written.error().what;
        }
        default: return ::curl_easy_strerror(code);
    }
}

void HttpTransfer::State::end(CURLcode code) {
    if (isOver) return;
    isOver = true;
    if (code != CURLE_OK) outcome.refusal = whatWentWrong(isGivenUp ? CURLE_ABORTED_BY_CALLBACK : code);
    else if (const auto written = file->commit(); !written) outcome.refusal = written.error().what;
    file.reset();  // what has no name yet is gone with it
}

HttpTransfer::HttpTransfer(HttpRequest request) : m_state(std::make_unique<State>(std::move(request))) {}
HttpTransfer::~HttpTransfer() = default;

void HttpTransfer::perform() {
    if (!m_state->openFile()) return;
    m_state->configure();
    m_state->end(::curl_easy_perform(m_state->easy.get()));
}

void HttpTransfer::begin() {
    State& state = *m_state;
    if (!state.openFile()) return;
    state.configure();
    state.sockets = UniqueFd{::epoll_create1(EPOLL_CLOEXEC)};
    state.multi.reset(::curl_multi_init());
    if (!state.sockets.open() || !state.multi) refuse();
    state.setMulti(CURLMOPT_SOCKETFUNCTION, &State::onSocket);
    state.setMulti(CURLMOPT_SOCKETDATA, &state);
    state.setMulti(CURLMOPT_TIMERFUNCTION, &State::onTimer);
    state.setMulti(CURLMOPT_TIMERDATA, &state);
    if (::curl_multi_add_handle(state.multi.get(), state.easy.get()) != CURLM_OK) refuse();
    advance();
}

int HttpTransfer::fd() const { return m_state->sockets.get(); }

Duration HttpTransfer::untilDue() const {
    const State& state = *m_state;
    const std::int64_t now = monotonicNs();
    std::int64_t left = state.lastNews + state.request.patience.count() + kNsPerMs - now;
    if (state.dueAt) left = std::min(left, *state.dueAt - now);
    return Duration{std::max<std::int64_t>(0, left)};
}

void HttpTransfer::advance() {
    State& state = *m_state;
    constexpr int kAtOnce = 8;
    std::array<epoll_event, kAtOnce> ready{};
    const int count = state.isOver ? 0 : ::epoll_wait(state.sockets.get(), ready.data(), kAtOnce, 0);
    for (int i = 0; i < count && !state.isOver; ++i) {
        const epoll_event& one = ready[static_cast<std::size_t>(i)];
        const int in = (one.events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0;
        const int out = (one.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0;
        const int gone = (one.events & (EPOLLERR | EPOLLHUP)) != 0 ? CURL_CSELECT_ERR : 0;
        state.act(one.data.fd, in | out | gone);
    }
    if (!state.isOver && state.dueAt && *state.dueAt <= monotonicNs()) {
        state.dueAt.reset();  // libcurl sets it anew where it wants to be called again
        state.act(CURL_SOCKET_TIMEOUT, 0);
    }
    if (!state.isOver && state.isStalled()) {
        state.isGivenUp = true;
        state.end(CURLE_ABORTED_BY_CALLBACK);
    }
}

bool HttpTransfer::isOver() const { return m_state->isOver; }
const HttpOutcome& HttpTransfer::outcome() const { return m_state->outcome; }

}  // namespace interleave
