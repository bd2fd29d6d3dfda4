#include "app/interruption.hpp"

#include <csignal>

namespace interleave::app {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t g_happened = 0;

void onSignal(int) { g_happened = 1; }

}  // namespace

Interruption::Interruption() {
    g_happened = 0;
    for (const int signal : kSignals) {
        struct sigaction before{};
        // Whoever starts us with a signal ignored (nohup, a background job) wants it ignored.
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        struct sigaction note{};
        note.sa_handler = onSignal;
        note.sa_flags = SA_RESETHAND;  // the second one has its usual effect
        ::sigaction(signal, &note, nullptr);
    }
}

Interruption::~Interruption() {
    for (const int signal : kSignals) {
        struct sigaction now{};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == onSignal) std::signal(signal, SIG_DFL);
    }
}

bool Interruption::happened() const { return g_happened != 0; }

}  // namespace interleave::app
