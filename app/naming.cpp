#include "app/naming.hpp"

#include <fmt/format.h>

#include "ui/live/scenario_text.hpp"

namespace interleave::app {

std::string_view nameOf(EndReason reason) {
    switch (reason) {
        case EndReason::returned: return "returned";
        case EndReason::failed: return "failed";
        case EndReason::killed: return "killed";
        case EndReason::cancelled: return "cancelled";
    }
    return "";
}

std::string_view nameOf(ActorKind kind) {
    switch (kind) {
        case ActorKind::thread: return "thread";
        case ActorKind::process: return "process";
        case ActorKind::task: return "task";
        case ActorKind::coroutine: return "coroutine";
    }
    return "";
}

bool isLock(ObjectKind kind) { return kind == ObjectKind::mutex || kind == ObjectKind::readerWriterLock; }

std::string actorName(const Store& store, ActorId id) {
    if (id.value < store.actors().size() && !store.actor(id).name.empty()) return store.actor(id).name;
    return fmt::format("actor {}", id.value);
}

std::string objectName(const Store& store, ObjectId id) {
    if (id.value < store.objects().size() && !store.object(id).name.empty()) return store.object(id).name;
    return fmt::format("object {}", id.value);
}

std::string waitedForName(const Store& store, const Deadlock& deadlock, std::size_t i) {
    const ObjectId waitedFor = deadlock.objects[i];
    if (!waitedFor.exists()) return actorName(store, deadlock.actors[(i + 1) % deadlock.actors.size()]);
    return objectName(store, waitedFor);
}

std::string titleOf(std::string_view scenario, std::string_view language) {
    const ui::InBothLanguages& title = ui::scenarioText(scenario).title;
    const QString& preferred = language == "zh_CN" ? title.chinese : title.en;
    return (preferred.isEmpty() ? title.en : preferred).toStdString();
}

}  // namespace interleave::app
