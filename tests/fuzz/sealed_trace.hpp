// Makes the checksums of a saved trace right again after its bytes were changed, so that what lies behind
// them is tried too.
#pragma once

#include <xxhash.h>

#include <cstring>
#include <string>

#include "core/trace/saved_format.hpp"

namespace interleave::fuzz {

inline void seal(std::string& bytes) {
    constexpr std::size_t kTableBytes = kSavedSections * sizeof(SavedSectionEntry);
    if (bytes.size() < sizeof(SavedHeader)) return;
    SavedHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::memcpy(header.magic, kSavedMagic, sizeof kSavedMagic);
    header.version = kSavedVersion;
    header.byteOrder = kSavedByteOrder;
    header.fileBytes = bytes.size();
    header.checksum = XXH3_64bits(&header, offsetof(SavedHeader, checksum));
    std::memcpy(bytes.data(), &header, sizeof header);

    if (header.tableAt > bytes.size() || bytes.size() - header.tableAt < kTableBytes + sizeof(std::uint64_t)) return;
    for (std::size_t i = 0; i < kSavedSections; ++i) {
        char* const at = bytes.data() + header.tableAt + i * sizeof(SavedSectionEntry);
        SavedSectionEntry entry;
        std::memcpy(&entry, at, sizeof entry);
        if (entry.offset > bytes.size() || entry.bytes > bytes.size() - entry.offset) continue;
        entry.checksum = XXH3_64bits(bytes.data() + entry.offset, entry.bytes);
        std::memcpy(at, &entry, sizeof entry);
    }
    const std::uint64_t checksum = XXH3_64bits(bytes.data() + header.tableAt, kTableBytes);
    std::memcpy(bytes.data() + header.tableAt + kTableBytes, &checksum, sizeof checksum);
}

}  // namespace interleave::fuzz
