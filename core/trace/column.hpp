// An append-only array that grows by chunks, forgets its oldest chunks, and can be a view of a mapped file.
//
// An element keeps its index for ever: first() .. end() are the indices still held. Elements never move
// once their chunk is full. Confined to one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "core/base/require.hpp"

namespace interleave {

template <class T, std::size_t kChunk = 1024>
class Column {
    static_assert(std::is_trivially_copyable_v<T> && (kChunk & (kChunk - 1)) == 0);

public:
    static constexpr std::size_t chunkSize = kChunk;

    std::size_t first() const noexcept { return m_firstChunk * kChunk; }
    std::size_t end() const noexcept { return m_end; }
    std::size_t size() const noexcept { return m_end - std::min(first(), m_end); }
    bool empty() const noexcept { return size() == 0; }
    std::size_t bytes() const noexcept { return m_ownedBytes; }

    const T& operator[](std::size_t index) const noexcept {
        return m_chunks[index / kChunk - m_firstChunk].data[index % kChunk];
    }
    // To write to: what was adopted is copied first, because it may be a read-only page.
    T& back() {
        Chunk& last = m_chunks.back();
        if (!last.own) [[unlikely]] ownAgain(last);
        return last.data[(m_end - 1) % kChunk];
    }
    const T& back() const noexcept { return (*this)[m_end - 1]; }

    void push(const T& value) {
        if (m_end == roomEnd()) grow();
        m_chunks.back().data[m_end % kChunk] = value;
        ++m_end;
    }

    // Contiguous elements from `index` to the end of its chunk or of the column.
    std::span<const T> run(std::size_t index) const noexcept {
        const std::size_t stop = std::min(m_end, (index / kChunk + 1) * kChunk);
        return {&(*this)[index], stop - index};
    }

    // Forgets whole chunks that lie before `index`; returns how many elements went.
    std::size_t forgetBefore(std::size_t index) {
        const std::size_t keep = std::min(index, m_end) / kChunk;
        if (keep <= m_firstChunk) return 0;
        const std::size_t chunks = std::min(keep - m_firstChunk, m_chunks.size());
        for (std::size_t i = 0; i < chunks; ++i) m_ownedBytes -= m_chunks[i].ownedBytes();
        m_chunks.erase(m_chunks.begin(), m_chunks.begin() + static_cast<std::ptrdiff_t>(chunks));
        m_firstChunk += chunks;
        return chunks * kChunk;
    }

    // Becomes a view of elements that live elsewhere (a mapped file) and outlive it; `firstIndex` is a multiple of
    // the chunk size. Pushing after that continues in memory of its own.
    void adopt(std::span<const T> elements, std::size_t firstIndex) {
        IL_REQUIRE(firstIndex % kChunk == 0);
        *this = Column{};
        m_firstChunk = firstIndex / kChunk;
        m_end = firstIndex + elements.size();
        for (std::size_t at = 0; at < elements.size(); at += kChunk) {
            Chunk chunk;
            chunk.data = const_cast<T*>(elements.data() + at);
            chunk.room = std::min(kChunk, elements.size() - at);
            m_chunks.push_back(std::move(chunk));
        }
    }

private:
    struct Chunk {
        std::unique_ptr<T[]> own;
        T* data = nullptr;
        std::size_t room = 0;

        std::size_t ownedBytes() const { return own ? room * sizeof(T) : 0; }
    };

    std::size_t roomEnd() const noexcept {
        if (m_chunks.empty()) return m_end;
        return (m_firstChunk + m_chunks.size() - 1) * kChunk + m_chunks.back().room;
    }

    // The first chunk grows from small, so that a lane with three intervals costs little.
    void grow() {
        constexpr std::size_t kSmallest = 16;
        if (m_chunks.empty()) m_firstChunk = m_end / kChunk;
        if (m_chunks.empty() || m_end % kChunk == 0) {
            m_chunks.push_back(freshChunk(m_chunks.empty() ? std::min(kSmallest, kChunk) : kChunk));
            return;
        }
        Chunk& last = m_chunks.back();
        Chunk larger = freshChunk(std::min(kChunk, std::max(kSmallest, last.room * 4)));
        std::copy_n(last.data, m_end % kChunk, larger.data);
        m_ownedBytes -= last.ownedBytes();
        last = std::move(larger);
    }

    void ownAgain(Chunk& adopted) {
        Chunk copy = freshChunk(adopted.room);
        std::copy_n(adopted.data, adopted.room, copy.data);
        adopted = std::move(copy);
    }

    Chunk freshChunk(std::size_t room) {
        Chunk chunk;
        chunk.own = std::make_unique_for_overwrite<T[]>(room);
        chunk.data = chunk.own.get();
        chunk.room = room;
        m_ownedBytes += chunk.ownedBytes();
        return chunk;
    }

    std::vector<Chunk> m_chunks;
    std::size_t m_firstChunk = 0;
    std::size_t m_end = 0;
    std::size_t m_ownedBytes = 0;
};

}  // namespace interleave
