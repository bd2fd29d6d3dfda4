#include "core/base/mapping.hpp"

#include <sys/mman.h>

namespace interleave {

Mapping& Mapping::operator=(Mapping&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Mapping::~Mapping() {
    if (m_data) ::munmap(m_data, m_size);
}

Expected<Mapping> Mapping::shared(int fd, std::size_t size) {
    void* at = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, fd, 0);
    if (at == MAP_FAILED) return refusedBySystem(Sentence("Files", "cannot map the arena of the run into memory"));
    return Mapping{static_cast<std::byte*>(at), size};
}

Expected<Mapping> Mapping::readOnly(int fd, std::size_t size) {
    void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) return refusedBySystem(Sentence("Files", "cannot map the file into memory"));
    return Mapping{static_cast<std::byte*>(at), size};
}

}  // namespace interleave
