// The part of the lanes that follows shared variables, and counts the updates that they lost.
#include <algorithm>

#include "core/trace/store_lanes.hpp"

namespace interleave {
namespace {

constexpr std::size_t kMostLostUpdatesKept = 10'000;
constexpr std::uint32_t kStillToCome = ~std::uint32_t{0};

}  // namespace

const Store::Lanes::HeldUpdates* Store::Lanes::VariableView::find(std::uint32_t write) const {
    if (const auto late = m_late.find(write); late != m_late.end()) return &late->second;
    if (write > m_writes || m_writes - write >= m_held.size()) return nullptr;
    const HeldUpdates& held = m_held[write % m_held.size()];
    return held.since == kStillToCome ? nullptr : &held;
}

Store::Lanes::HeldUpdates Store::Lanes::VariableView::resolve(HeldUpdates held) const {
    while (held.since != 0) {
        const HeldUpdates* const root = find(held.since);
        // Every write counts from an older one; damage that says otherwise ends here, too.
        if (root == nullptr || root->since >= held.since) break;
        held = {.since = root->since, .updates = root->updates + held.updates};
    }
    return held;
}

void Store::Lanes::VariableView::keep(std::uint32_t write, HeldUpdates held) {
    if (write > m_writes) {
        if (write >= m_held.size()) makeRoom();
        const auto size = static_cast<std::uint32_t>(m_held.size());
        // Those in between are yet to come.
        for (std::uint32_t i = std::max(m_writes + 1, write - std::min(write, size - 1)); i < write; ++i)
            m_held[i % size] = {.since = kStillToCome, .updates = 0};
        m_writes = write;
    }
    if (m_writes - write < m_held.size()) m_held[write % m_held.size()] = held;
    else m_late[write] = held;
}

void Store::Lanes::VariableView::makeRoom() {
    if (m_held.size() >= kMostKept) return;
    const std::size_t size = m_held.empty() ? kKeptFirst : 2 * m_held.size();
    std::vector<HeldUpdates> roomier(size, HeldUpdates{.since = kStillToCome, .updates = 0});
    for (std::size_t i = 0; i < m_held.size() && i < m_writes; ++i) {
        const std::size_t write = m_writes - i;
        roomier[write % roomier.size()] = m_held[write % m_held.size()];
    }
    m_held.swap(roomier);
}

void Store::Lanes::readVariable(const Event& e) {
    m_reads[(std::uint64_t{e.actor} << 32) | e.object] = {
        e.ticket, m_variables[e.object].resolve({.since = e.ticket, .updates = 0})};
}

void Store::Lanes::writeVariable(const Event& e) {
    if (!knowsObject(e.what())) return;
    ObjectRecord& variable = store().m_objects[e.object];
    VariableView& view = m_variables[e.object];
    const auto read = m_reads.find((std::uint64_t{e.actor} << 32) | e.object);
    // An atomic one has seen what it adds to; one that did not read means to write over whatever is there.
    const bool isUpdate = e.as<Write>() != Write::atomicAdd && read != m_reads.end();
    const SeenVariable base =
        isUpdate ? read->second : SeenVariable{e.ticket - 1, {.since = e.ticket - 1, .updates = 0}};
    const HeldUpdates before = view.resolve(base.held);
    view.keep(e.ticket, {.since = before.since, .updates = before.updates + 1});
    const HeldUpdates now = view.resolve({.since = view.writes(), .updates = 0});
    // Of a write that is still to come it is supposed that it lost nothing more.
    const auto lostBefore = static_cast<std::uint32_t>(variable.lostUpdates);
    const std::uint32_t held = now.since - std::min(lostBefore, now.since) + now.updates;
    variable.lostUpdates = view.writes() - std::min(held, view.writes());
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
