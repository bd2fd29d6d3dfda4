#include "ui/shell/point_choice.hpp"

#include <algorithm>
#include <array>

#include "core/session/comparison.hpp"
#include "ui/bankers/bankers_panel.hpp"
#include "ui/code/code_panel.hpp"
#include "ui/frames/frames_panel.hpp"
#include "ui/loop/futures_panel.hpp"
#include "ui/loop/loop_panel.hpp"
#include "ui/output/output_panel.hpp"
#include "ui/processes/processes_panel.hpp"
#include "ui/queues/queue_panel.hpp"
#include "ui/race/interleaving_panel.hpp"
#include "ui/scheduling/compare_panel.hpp"
#include "ui/scheduling/ready_panel.hpp"
#include "ui/wait_graph/wait_graph_panel.hpp"

namespace interleave::ui {
namespace {

std::string_view chapterOf(std::string_view scenario) { return scenario.substr(0, scenario.find('/')); }

// What a chapter is about where the scenario names nothing of its own.
std::optional<PanelKind> pointOfChapter(std::string_view scenario, const Store& store) {
    const std::string_view chapter = chapterOf(scenario);
    const auto ifUsed = [&](PanelKind panel) {
        return usesPanel(panel, scenario, store) ? std::optional(panel) : std::nullopt;
    };
    if (chapter == "locks") return ifUsed(PanelKind::waitGraph);
    if (chapter == "threads") return ifUsed(PanelKind::interleaving);
    if (chapter == "multitasking") return ifUsed(PanelKind::ready);
    return std::nullopt;
}

// No dock of the window's: there it has the middle.
constexpr int kComparison = -1;

// Whether there are, or will be, several runs that mean something only beside each other. Of a trace that was opened there
// is one.
bool comparesRuns(const Model& model) {
    if (model.scenario() == nullptr || model.scenario()->variants == nullptr) return false;
    const bool isOpened = model.finished().empty() && !model.isLive() && model.store().totals().events > 0;
    return !isOpened && runsOf(model.request()).size() > 1;
}

// Those with whole lines of text need more of the width.
bool isWide(PanelKind panel) {
    constexpr std::array kWide{PanelKind::code,   PanelKind::output, PanelKind::bank,    PanelKind::processes,
                               PanelKind::frames, PanelKind::loop,   PanelKind::futures, PanelKind::interleaving};
    return std::ranges::find(kWide, panel) != kWide.end();
}

class Panels : public PointPanels {
public:
    explicit Panels(Model& model) : m_model(model) {}

    Choice choice() const override {
        if (comparesRuns(m_model)) return {kComparison, true};
        const std::string& ran = m_model.store().facts().scenario;
        const PanelKind panel = pointOf(m_model.scenario() != nullptr ? m_model.scenario()->id : ran, m_model.store());
        return {static_cast<int>(panel), isWide(panel)};
    }

    Card* make(int panel) override {
        if (panel == kComparison) return new ComparePanel(m_model);
        switch (static_cast<PanelKind>(panel)) {
            case PanelKind::bank: return new BankersPanel(m_model);
            case PanelKind::processes: return new ProcessesPanel(m_model);
            case PanelKind::queues: return new QueuePanel(m_model);
            case PanelKind::frames: return new FramesPanel(m_model);
            case PanelKind::futures: return new FuturesPanel(m_model);
            case PanelKind::loop: return new LoopPanel(m_model);
            case PanelKind::interleaving: return new InterleavingPanel(m_model);
            case PanelKind::waitGraph: return new WaitGraphPanel(m_model);
            case PanelKind::ready: return new ReadyPanel(m_model);
            case PanelKind::output: return new OutputPanel(m_model);
            default: return new CodePanel(m_model);
        }
    }

private:
    Model& m_model;
};

}  // namespace

PanelKind pointOf(std::string_view scenario, const Store& store) {
    constexpr std::array kInOrder{PanelKind::bank, PanelKind::processes, PanelKind::queues, PanelKind::frames,
                                  PanelKind::loop, PanelKind::futures};
    for (const PanelKind panel : kInOrder)
        if (isThePoint(panel, scenario) && usesPanel(panel, scenario, store)) return panel;
    if (const auto panel = pointOfChapter(scenario, store)) return *panel;
    return usesPanel(PanelKind::output, scenario, store) ? PanelKind::output : PanelKind::code;
}

std::unique_ptr<PointPanels> pointPanels(Model& model) { return std::make_unique<Panels>(model); }

}  // namespace interleave::ui
