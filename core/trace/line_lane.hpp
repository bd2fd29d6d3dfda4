// Which source line an actor stands on, over time: 8 bytes a change (48 bits of ns, 16 of line).
// Confined to one thread.
#pragma once

#include <cstdint>

#include "core/base/time.hpp"
#include "core/trace/column.hpp"

namespace interleave {

class LineLane {
public:
    using Packed = Column<std::uint64_t, 1024>;

    void enter(TraceTime at, std::uint16_t line);
    // 0 before the first line.
    std::uint16_t lineAt(TraceTime t) const;

    void forgetBefore(TraceTime t);
    std::size_t bytes() const { return m_packed.bytes(); }
    const Packed& packed() const { return m_packed; }
    void adopt(std::span<const std::uint64_t> packed, std::size_t firstIndex) { m_packed.adopt(packed, firstIndex); }

private:
    std::size_t find(TraceTime t) const;  // one past the last change at or before `t`

    Packed m_packed;
};

}  // namespace interleave
