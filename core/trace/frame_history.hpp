// The frames of a run's generators over its whole time: where each stood and when, what went into it and came out, its
// locals, and to whom it delegated. Read off the trace, so that a live run, a saved one and a moment in either are told
// alike.
//
// Confined to one thread, as the store is.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/trace/frame_value.hpp"
#include "core/trace/store.hpp"

namespace interleave {

// How a closed frame came to its end.
enum class FrameEnd : std::uint8_t { none, returned, failed, closed };

// A frame at one moment.
struct FrameNow {
    struct Local {
        StringId name;
        FrameValue value;
    };
    FrameState state{};
    FrameEnd end{};
    std::uint16_t line = 0;              // where it stands; 0: it has not begun
    std::optional<FrameInput> input;     // how it was made to go on last; nothing: never
    FrameValue in;                       // and with what
    bool hasOut = false;                 // whether anything came out yet
    FrameValue out;                      // what it yielded, returned, handed over or failed of last
    ObjectId delegate;                   // whom it stands aside for; none: nobody
    ObjectId caller;                     // by which frame it was made to go on; none: its owner's own program
    std::vector<Local> locals;           // by the order in which they came to be
};

struct FrameLife {
    struct Moment {
        TraceTime at;
        std::int64_t value = 0;
        std::uint32_t other = ObjectId::kNone;
        std::uint16_t line = 0;
        EventKind kind{};
        std::uint8_t detail = 0;
    };
    ObjectId frame;
    ActorId owner;
    TraceTime created;
    std::uint16_t madeAt = 0;            // line
    std::vector<Moment> moments;         // by time; without those of locals
    std::map<std::uint32_t, std::vector<Moment>> locals;  // by name (StringId)
    std::vector<std::uint32_t> localOrder;

    FrameNow at(TraceTime t) const;
};

class FrameHistory {
public:
    // Reads what the store has got since the last call. For another store take another history.
    void follow(const Store& store);

    const std::vector<FrameLife>& lives() const { return m_lives; }  // in the order in which they were made
    // Null where it is no frame that is known.
    const FrameLife* lifeOf(ObjectId frame) const;

private:
    void apply(const Event& event);
    void adopt(const Store& store);
    FrameLife& add(ObjectId frame, ActorId owner, TraceTime created);
    FrameLife* find(std::uint32_t frame);

    std::size_t m_next = 0;  // event of the store
    std::vector<FrameLife> m_lives;
    std::vector<std::uint32_t> m_places;  // by object: index in m_lives, or kNone
};

// Whether an event is about a frame, its making apart.
constexpr bool isOfFrame(EventKind kind) { return kind >= EventKind::frameResumed && kind <= EventKind::frameLocal; }

}  // namespace interleave
