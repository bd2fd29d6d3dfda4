#include "core/sync/misuse.hpp"

namespace interleave {
namespace {

std::string_view wordOf(Misuse misuse) {
    switch (misuse) {
        case Misuse::unlock: return "unlock";
        case Misuse::wait: return "wait for";
        case Misuse::notify: return "notify";
        case Misuse::units: break;  // has a sentence of its own
    }
    return "use";
}

template <class Id>
std::string nameOf(const Arena& arena, Id id, const char* kind) {
    const std::string_view name = arena.nameOf(id);
    return name.empty() ? kind + std::to_string(id.value) : std::string(name);
}

}  // namespace

std::string recordMisuse(const Caller& caller, Misuse misuse, ObjectId object, ObjectId lock, ActorId holder) {
    Event event = caller.event(EventKind::misused, object, 0, holder.exists() ? std::int64_t{holder.value} : -1);
    event.detail = static_cast<std::uint8_t>(misuse);
    caller.ring.write(event);

    const std::string who = nameOf(caller.arena, caller.self, "actor ");
    std::string text =
        who + " cannot " + std::string(wordOf(misuse)) + " " + nameOf(caller.arena, object, "object ") + ": ";
    text += lock == object ? "it" : nameOf(caller.arena, lock, "object ");
    text += " is not held by " + who;
    return text + (holder.exists() ? ", but by " + nameOf(caller.arena, holder, "actor ") : ", nor by anybody else");
}

}  // namespace interleave
