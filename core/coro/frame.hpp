// How a generator's frame tells what happens to it: under which name, and as a part of which actor. A frame that nobody
// watches tells nothing.
//
// Thread safety: used by the thread that drives the owner.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/trace/frame_value.hpp"
#include "core/trace/ring_writer.hpp"

namespace interleave {

// Texts that frames tell, by number: those told again and again take up the arena's room once. Past `kMost` different
// ones, and where the arena is full, a text is told as none.
class FrameTexts {
public:
    explicit FrameTexts(Arena& arena) : m_arena(arena) {}
    StringId idOf(std::string_view text);
    Arena& arena() { return m_arena; }

private:
    static constexpr std::size_t kMost = 16'384;
    Arena& m_arena;
    std::map<std::string, StringId, std::less<>> m_ids;
};

// Who watches an actor's frames. The ring is that of the thread that drives the actor now.
struct FrameOwner {
    FrameTexts* texts = nullptr;
    RingWriter* const* ring = nullptr;
    ActorId actor;
};

// A body takes it as its first parameter; the frame is then told under its name.
class Frame {
public:
    Frame() = default;
    // Throws where the run has no room for more objects.
    Frame(const FrameOwner& owner, std::string_view name, int line);

    bool isWatched() const { return m_id.exists(); }
    ObjectId id() const { return m_id; }

    // What one of its locals holds now.
    template <class T>
    void local(std::string_view name, const T& value, int line = __builtin_LINE()) const {
        if (isWatched()) tell(EventKind::frameLocal, {told(value), {}, textOf(name), line});
    }

    struct Telling {
        FrameValue value = {};
        FrameInput input = {};
        std::uint32_t ticket = ObjectId::kNone;
        int line = 0;
    };
    void tell(EventKind kind, const Telling& what) const;

    // Values as events tell them.
    FrameValue told(std::int64_t value) const { return FrameValue::of(value); }
    FrameValue told(int value) const { return FrameValue::of(std::int64_t{value}); }
    FrameValue told(double value) const { return FrameValue::of(value); }
    FrameValue told(bool value) const { return FrameValue::of(value); }
    FrameValue told(std::string_view text) const;
    FrameValue told(const std::string& text) const { return told(std::string_view(text)); }
    FrameValue told(const char* text) const { return told(std::string_view(text)); }
    FrameValue toldError(std::string_view text) const;
    template <class T>
    FrameValue told(const std::optional<T>& value) const { return value ? told(*value) : FrameValue{}; }

private:
    std::uint32_t textOf(std::string_view text) const;

    FrameOwner m_owner;
    ObjectId m_id;
};

}  // namespace interleave
