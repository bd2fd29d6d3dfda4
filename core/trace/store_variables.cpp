// The part of the lanes that follows shared variables, and counts the updates that they lost.
#include <algorithm>

#include "core/trace/store_lanes.hpp"

namespace interleave {
namespace {

constexpr std::size_t kMostLostUpdatesKept = 10'000;

}  // namespace

std::optional<std::uint32_t> Store::Lanes::VariableView::updatesAfter(std::uint32_t write) const {
    if (write == 0) return 0;
    if (write > writes || writes - write >= kKept || updates.empty()) return std::nullopt;
    const std::uint32_t held = updates[write % kKept];
    return held == kUnknown ? std::nullopt : std::optional{held};
}

void Store::Lanes::VariableView::keep(std::uint32_t write, std::uint32_t held) {
    if (updates.empty()) updates.resize(kKept, kUnknown);
    // Those in between are yet to come.
    for (std::uint32_t i = std::max(writes + 1, write - std::min(write, kKept)); i < write; ++i) updates[i % kKept] = kUnknown;
    writes = std::max(writes, write);
    if (writes - write < kKept) updates[write % kKept] = held;
}

void Store::Lanes::readVariable(const Event& e) {
    m_reads[(std::uint64_t{e.actor} << 32) | e.object] = {e.ticket, m_variables[e.object].updatesAfter(e.ticket)};
}

void Store::Lanes::writeVariable(const Event& e) {
    if (!knowsObject(e.what())) return;
    ObjectRecord& variable = store().m_objects[e.object];
    VariableView& view = m_variables[e.object];
    const auto read = m_reads.find((std::uint64_t{e.actor} << 32) | e.object);
    // An atomic one has seen what it adds to; one that did not read means to write over whatever is there.
    const bool isUpdate = e.as<Write>() != Write::atomicAdd && read != m_reads.end();
    const SeenVariable base = isUpdate ? read->second : SeenVariable{e.ticket - 1, {}};
    const auto held = base.updates ? base.updates : view.updatesAfter(base.writes);
    const auto lostBefore = static_cast<std::uint32_t>(variable.lostUpdates);
    view.keep(e.ticket, held.value_or(base.writes - std::min(lostBefore, base.writes)) + 1);
    variable.lostUpdates = view.writes - view.updatesAfter(view.writes).value_or(view.writes);
    // It read the variable, others wrote since, and it writes over them what it made of the old value.
    if (isUpdate && base.writes + 1 < e.ticket && view.writer != e.actor &&
        store().m_lostUpdates.size() < kMostLostUpdatesKept) {
        store().m_lostUpdates.push_back({e.at(), e.what(), e.who(), {view.writer}, variable.lostUpdates});
    }
    if (read != m_reads.end()) m_reads.erase(read);
    view.writer = e.actor;
    variable.levels.step(e.at(), e.value);
    variable.maxLevel = std::max(variable.maxLevel, e.value);
}

}  // namespace interleave
