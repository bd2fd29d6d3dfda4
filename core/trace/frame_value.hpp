// What goes into a generator's frame and comes out of it, as its events tell it. Pure.
#pragma once

#include <bit>

#include "core/trace/event.hpp"

namespace interleave {

// How a frame is made to go on. handed: by its partner, which stands still instead; returned:
// whom it delegated to has ended.
enum class FrameInput : std::uint8_t { next, send, raise, close, handed, returned };

struct FrameValue {
    enum class Type : std::uint8_t { none, integer, real, boolean, text, error };
    Type type = Type::none;
    std::int64_t bits = 0;  // the integer, the bits of the double, or a StringId

    static FrameValue of(std::int64_t value) { return {Type::integer, value}; }
    static FrameValue of(double value) { return {Type::real, std::bit_cast<std::int64_t>(value)}; }
    static FrameValue of(bool value) { return {Type::boolean, value ? 1 : 0}; }
    static FrameValue of(StringId text, Type type = Type::text) { return {type, text.value}; }

    double real() const { return std::bit_cast<double>(bits); }
    StringId text() const { return {static_cast<std::uint32_t>(bits)}; }
    constexpr bool isText() const { return type == Type::text || type == Type::error; }
    friend bool operator==(const FrameValue&, const FrameValue&) = default;
};

inline constexpr unsigned kFrameInputShift = 4;
constexpr std::uint8_t frameDetail(FrameValue::Type type, FrameInput input = {}) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(type) | static_cast<unsigned>(input) << kFrameInputShift);
}

// What a damaged file says is taken as none, and as next.
constexpr FrameValue::Type frameTypeOf(const Event& event) {
    const auto type = static_cast<FrameValue::Type>(event.detail & ((1U << kFrameInputShift) - 1));
    return type > FrameValue::Type::error ? FrameValue::Type::none : type;
}
constexpr FrameInput frameInputOf(const Event& event) {
    const auto input = static_cast<FrameInput>(event.detail >> kFrameInputShift);
    return input > FrameInput::returned ? FrameInput::next : input;
}
constexpr FrameValue frameValueOf(const Event& event) { return {frameTypeOf(event), event.value}; }
constexpr bool isFrameText(const Event& event) { return frameValueOf(event).isText(); }

// Where a frame stands, as its object's level says it.
enum class FrameState : std::uint8_t { created, suspended, running, closed };

}  // namespace interleave
