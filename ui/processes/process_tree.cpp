#include "ui/processes/process_tree.hpp"

#include <algorithm>
#include <map>

#include "ui/live/actors_now.hpp"

namespace interleave::ui {
namespace {

class Building {
public:
    Building(const Store& store, const ProcessHistory& history, TraceTime t)
        : m_store(store), m_history(history), m_t(t) {}

    ProcessTree tree() {
        collect();
        findParents();
        ProcessTree tree;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (!m_parents[i]) place(i, 0, {}, tree);
        tellWaits(tree);
        tellSignals(tree);
        return tree;
    }

private:
    void collect() {
        for (const ProcessLife& life : m_history.lives()) {
            if (life.begun > m_t || life.pid == 0) continue;
            ProcessNode node;
            node.role = life.actor.exists() ? ProcessRole::actor : ProcessRole::starter;
            node.actor = life.actor;
            node.pid = life.pid;
            if (const ProcessSample* sample = life.at(m_t)) {
                node.isKnown = true;
                node.sample = *sample;
            }
            tellEnd(life, node);
            if (life.actor.exists() && life.actor.value < m_store.actors().size())
                node.forker = m_store.actor(life.actor).parent;
            m_nodes.push_back(node);
        }
        findRunner();
        // By number, which is the order of creation: parents come before their children.
        std::ranges::stable_sort(m_nodes, [](const ProcessNode& a, const ProcessNode& b) {
            return a.role != b.role ? a.role < b.role : a.role == ProcessRole::actor && a.actor.value < b.actor.value;
        });
    }

    // Of the two that are no actors the child of the other; where only one is known, that one.
    void findRunner() {
        std::vector<ProcessNode*> others;
        for (ProcessNode& node : m_nodes)
            if (node.role != ProcessRole::actor) others.push_back(&node);
        for (ProcessNode* each : others) {
            const bool isChild = std::ranges::any_of(
                others, [&](const ProcessNode* other) { return other->pid == each->sample.parent; });
            if (isChild || others.size() == 1) each->role = ProcessRole::runner;
        }
    }

    void tellEnd(const ProcessLife& life, ProcessNode& node) const {
        if (m_t < life.exited) return;
        node.waitStatus = life.waitStatus;
        node.isGone = m_t >= life.reaped;
        node.sample.state = node.isGone ? '\0' : 'Z';
        node.sample.threads = node.sample.privateKiB = node.sample.sharedKiB = 0;
        if (node.isGone) node.reaper = life.reaper;
    }

    void findParents() {
        std::map<std::int64_t, std::size_t> byPid;  // of several with one number the latest
        for (std::size_t i = 0; i < m_nodes.size(); ++i) byPid[m_nodes[i].pid] = i;
        m_parents.resize(m_nodes.size());
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (m_nodes[i].sample.parent != 0) {
                const auto found = byPid.find(m_nodes[i].sample.parent);
                if (found != byPid.end() && found->second < i) m_parents[i] = found->second;
            } else if (m_nodes[i].actor.exists()) {
                m_parents[i] = nodeOf(m_nodes[i].forker);  // before anybody has looked
            }
        }
    }

    std::optional<std::size_t> nodeOf(ActorId actor) const {
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const bool isIt = actor.exists() ? m_nodes[i].actor == actor : m_nodes[i].role == ProcessRole::runner;
            if (isIt) return i;
        }
        return std::nullopt;
    }

    void place(std::size_t node, int depth, std::optional<std::size_t> parent, ProcessTree& tree) {
        const std::size_t row = tree.rows.size();
        tree.rows.push_back(m_nodes[node]);
        tree.rows.back().depth = depth;
        tree.rows.back().parent = parent;
        if (parent && m_nodes[node].actor.exists())
            tree.rows[row].isOrphan = tree.rows[*parent].actor != m_nodes[node].forker;
        for (std::size_t i = node + 1; i < m_nodes.size(); ++i)
            if (m_parents[i] == node) place(i, depth + 1, row, tree);
    }

    void tellWaits(ProcessTree& tree) const {
        for (ProcessNode& row : tree.rows) {
            if (!row.actor.exists() || row.isGone) continue;
            const auto now = actorAt(m_store, row.actor, m_t);
            if (now && now->waitReason() == WaitReason::join) row.waitsFor = tree.rowOf(now->look.actor());
        }
    }

    void tellSignals(ProcessTree& tree) const {
        for (std::size_t i = 0; i < m_history.sentSignals().size(); ++i) {
            const ProcessSignal& signal = m_history.sentSignals()[i];
            if (signal.at > m_t) break;
            if (const auto row = tree.rowOf(signal.to)) tree.rows[*row].signal = i;
        }
    }

    const Store& m_store;
    const ProcessHistory& m_history;
    TraceTime m_t;
    std::vector<ProcessNode> m_nodes;
    std::vector<std::optional<std::size_t>> m_parents;
};

}  // namespace

std::optional<std::size_t> ProcessTree::rowOf(ActorId actor) const {
    const auto found =
        std::ranges::find_if(rows, [&](const ProcessNode& row) { return row.actor.exists() && row.actor == actor; });
    if (found == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows.begin());
}

ProcessTree ProcessTree::at(const Store& store, const ProcessHistory& history, TraceTime t) {
    return Building(store, history, t).tree();
}

std::vector<std::size_t> shownProcesses(const ProcessTree& tree, std::size_t most) {
    std::vector<bool> shown(tree.rows.size(), true);
    std::size_t tooMany = tree.rows.size() - std::min(most, tree.rows.size());
    for (const bool onlyGone : {true, false}) {
        for (std::size_t i = tree.rows.size(); i-- > 0 && tooMany > 0;) {
            if (!shown[i] || (onlyGone && !tree.rows[i].isGone)) continue;
            shown[i] = false;
            --tooMany;
        }
    }
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i]) rows.push_back(i);
    return rows;
}

}  // namespace interleave::ui
