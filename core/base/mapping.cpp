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
    if (at == MAP_FAILED) return refusedBySystem("cannot map the arena of the run into memory");
    return Mapping{static_cast<std::byte*>(at), size};
}

Expected<Mapping> Mapping::readOnly(int fd, std::size_t size) {
    void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) return refusedBySystem("cannot map the file into memory");
    return Mapping{static_cast<std::byte*>(at), size};
}

void Mapping::populate(std::span<const std::byte> part) const {
    constexpr int kPopulateRead = 22;  // MADV_POPULATE_READ, Linux 5.14; an older kernel refuses, and nothing is lost
    constexpr std::size_t kPage = 4096;
    const std::size_t begin = static_cast<std::size_t>(part.data() - m_data) / kPage * kPage;
    const std::size_t end = static_cast<std::size_t>(part.data() - m_data) + part.size();
    if (end > begin) ::madvise(m_data + begin, end - begin, kPopulateRead);
}

}  // namespace interleave
