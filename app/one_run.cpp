#include "app/one_run.hpp"

namespace interleave::app {
namespace {

using namespace std::chrono_literals;

// How long an interruption may go unnoticed while nothing happens.
constexpr Duration kLookAround = 50ms;

}  // namespace

Expected<void> runOnce(const RunRequest& request, Store& store, const Interruption& interruption) {
    auto session = Session::start(request, store);
    if (!session) return tl::unexpected(std::move(session.error()));
    bool told = false;
    while ((*session)->state() != SessionState::over) {
        (*session)->waitForNews(kLookAround);
        if (interruption.happened() && !told) {
            (*session)->stop();
            told = true;
        }
        (*session)->pull(store, kLookAround);
    }
    while ((*session)->pull(store, 1s)) {
    }
    return {};
}

}  // namespace interleave::app
