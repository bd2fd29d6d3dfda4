// A mapped piece of memory that unmaps itself.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "core/base/error.hpp"

namespace interleave {

class Mapping {
public:
    Mapping() = default;
    Mapping(Mapping&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}
    Mapping& operator=(Mapping&& other) noexcept;
    ~Mapping();

    // Shared and writable; pages are made as they are touched.
    static Expected<Mapping> shared(int fd, std::size_t size);
    // Read-only, private; pages come as they are read.
    static Expected<Mapping> readOnly(int fd, std::size_t size);

    std::byte* data() const noexcept { return m_data; }
    std::size_t size() const noexcept { return m_size; }

private:
    Mapping(std::byte* data, std::size_t size) : m_data(data), m_size(size) {}

    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

}  // namespace interleave
