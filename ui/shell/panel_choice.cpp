#include "ui/shell/panel_choice.hpp"

#include <algorithm>

#include "ui/output/printed_lines.hpp"

namespace interleave::ui {

namespace {

// Whether somebody can be kept waiting by somebody else here.
bool isWaitedFor(ObjectKind kind) {
    return kind != ObjectKind::variable && kind != ObjectKind::descriptor && kind != ObjectKind::frame &&
           kind != ObjectKind::future;
}

// What is about generators, or coroutines that switch to each other by name.
bool isAboutFrames(std::string_view scenario) {
    constexpr std::string_view kThese[] = {"coroutines/generator",         "coroutines/yield-from",
                                           "coroutines/iterator-protocol", "coroutines/ping-pong",
                                           "coroutines/lazy-vs-list",      "coroutines/generator-pipeline"};
    return std::ranges::find(kThese, scenario) != std::end(kThese);
}

// Of a scenario that has not run yet the chapter tells.
bool hasFrames(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario.starts_with("coroutines/");
    return std::ranges::any_of(store.actors(),
                               [](const ActorRecord& each) { return each.kind == ActorKind::coroutine; });
}

bool waitsByDesign(std::string_view scenario) {
    const std::string_view chapter = scenario.substr(0, scenario.find('/'));
    return chapter == "locks" || chapter == "queues";
}

// Where a scheduler of ours decides, or the loop's queue does. Of a scenario that has not run yet the chapter tells.
bool isScheduled(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario.substr(0, scenario.find('/')) == "multitasking";
    const RuntimeKind runtime = store.facts().runtime;
    return runtime == RuntimeKind::workers || runtime == RuntimeKind::coroutines || runtime == RuntimeKind::virtualTime;
}

// Where actors read and write a variable. Of a scenario that has not run yet its name tells.
bool sharesVariables(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario == "threads/race";
    return std::ranges::any_of(store.objects(),
                               [](const ObjectRecord& each) { return each.kind == ObjectKind::variable; });
}

// Where somebody lends. Of a scenario that has not run yet its name tells.
bool hasBank(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario == "locks/bankers";
    return std::ranges::any_of(store.objects(), [](const ObjectRecord& each) { return each.kind == ObjectKind::bank; });
}

// Of a scenario that has not run yet the chapter tells.
bool hasQueue(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario.starts_with("queues/");
    return std::ranges::any_of(store.objects(),
                               [](const ObjectRecord& each) { return each.kind == ObjectKind::queue; });
}

// Where actors are processes. Of a scenario that has not run yet the chapter tells.
bool hasProcesses(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return scenario.starts_with("processes/");
    return std::ranges::any_of(store.actors(), [](const ActorRecord& each) { return each.kind == ActorKind::process; });
}

// What is about tasks, futures and turns. Those about generators have no use for them.
bool isAboutTheLoop(std::string_view scenario) {
    constexpr std::string_view kAbout[] = {"coroutines/await-vs-tasks", "coroutines/gather", "coroutines/future-states",
                                           "coroutines/cancel", "coroutines/blocking-the-loop", "coroutines/event-loop",
                                           "coroutines/forgotten", "coroutines/callbacks"};
    return std::ranges::find(kAbout, scenario) != std::end(kAbout);
}

bool hasLoop(std::string_view scenario, const Store& store) {
    return store.totals().events == 0 ? isAboutTheLoop(scenario) : store.facts().runtime == RuntimeKind::coroutines;
}

// Where somebody makes tasks or futures.
bool hasFutures(std::string_view scenario, const Store& store) {
    if (store.totals().events == 0) return isAboutTheLoop(scenario);
    return std::ranges::any_of(store.objects(),
                               [](const ObjectRecord& each) { return each.kind == ObjectKind::future; }) ||
           std::ranges::any_of(store.actors(), [](const ActorRecord& each) {
               return each.kind == ActorKind::coroutine && each.parent.exists();
           });
}

}  // namespace

bool usesPanel(PanelKind panel, std::string_view scenario, const Store& store) {
    if (panel == PanelKind::moves) return store.facts().pace == Pace::step;
    if (panel == PanelKind::output) return PrintedLines::areThereAny(store);
    if (panel == PanelKind::bank) return hasBank(scenario, store);
    if (panel == PanelKind::queues) return hasQueue(scenario, store);
    if (panel == PanelKind::frames) return hasFrames(scenario, store);
    if (panel == PanelKind::processes) return hasProcesses(scenario, store);
    if (panel == PanelKind::interleaving) return sharesVariables(scenario, store);
    if (panel == PanelKind::loop) return hasLoop(scenario, store);
    if (panel == PanelKind::futures) return hasFutures(scenario, store);
    // There the loop's panel says all that these would.
    if (panel == PanelKind::ready || panel == PanelKind::schedule)
        return isScheduled(scenario, store) && !isAboutTheLoop(scenario);
    if (panel != PanelKind::waitGraph) return true;
    const auto& objects = store.objects();
    return waitsByDesign(scenario) ||
           std::any_of(objects.begin(), objects.end(), [](const ObjectRecord& each) { return isWaitedFor(each.kind); });
}

bool isThePoint(PanelKind panel, std::string_view scenario) {
    switch (panel) {
        case PanelKind::moves: return true;  // the person is asked for a move
        case PanelKind::bank: return true;   // its tables are what its scenario is about
        case PanelKind::processes: return scenario.starts_with("processes/");
        case PanelKind::queues: return scenario.starts_with("queues/");
        case PanelKind::frames: return isAboutFrames(scenario);
        case PanelKind::futures: return isAboutTheLoop(scenario);
        case PanelKind::loop: return isAboutTheLoop(scenario) && scenario != "coroutines/future-states";
        default: return false;
    }
}

}  // namespace interleave::ui
