#include "core/trace/look.hpp"

namespace interleave {

LookId LookTable::intern(const Look& look) {
    const std::uint64_t key = (std::uint64_t{look.laneClass} << 40) | (std::uint64_t{look.detail} << 32) | look.subject;
    if (const auto found = m_ids.find(key); found != m_ids.end()) return found->second;

    constexpr std::size_t kMost = 65'536;
    constexpr std::size_t kKeptForPlainOnes = kLaneClasses;
    if (m_looks.size() >= kMost - kKeptForPlainOnes) {
        const Look plain{look.laneClass, 0, ObjectId::kNone};
        if (m_looks.size() >= kMost || look != plain) {
            return m_looks.size() >= kMost ? LookId{0} : intern(plain);
        }
    }
    const auto id = static_cast<LookId>(m_looks.size());
    m_looks.push_back(look);
    m_ids.emplace(key, id);
    return id;
}

}  // namespace interleave
