#include "tests/support/trace_look.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace interleave {

std::size_t countOf(const Store& store, EventKind kind) {
    std::size_t count = 0;
    for (std::size_t i = store.events().first(); i < store.events().end();)
        for (const Event& event : store.events().run(i)) ++i, count += event.kind == kind;
    return count;
}

const ActorRecord& actorNamed(const Store& store, std::string_view name) {
    for (const ActorRecord& actor : store.actors())
        if (actor.name == name) return actor;
    throw std::runtime_error("there is no actor " + std::string(name));
}

const ProcessLife& lifeOf(const ProcessHistory& history, const Store& store, std::string_view name) {
    for (const ProcessLife& life : history.lives())
        if (life.actor.exists() && store.actor(life.actor).name == name) return life;
    throw std::runtime_error("no process was sampled for " + std::string(name));
}

double told(const Store& store, std::string_view name) {
    for (const auto& [key, value] : store.results())
        if (key == name) return value.type == ResultType::real ? value.real : static_cast<double>(value.integer);
    ADD_FAILURE() << "nobody told " << name;
    return -1;
}

}  // namespace interleave
