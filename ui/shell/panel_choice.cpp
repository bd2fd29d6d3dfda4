#include "ui/shell/panel_choice.hpp"

#include <algorithm>

namespace interleave::ui {

namespace {

// Whether somebody can be kept waiting by somebody else here.
bool isWaitedFor(ObjectKind kind) { return kind != ObjectKind::variable; }

bool waitsByDesign(std::string_view scenario) {
    const std::string_view chapter = scenario.substr(0, scenario.find('/'));
    return chapter == "locks" || chapter == "queues";
}

}  // namespace

bool usesPanel(PanelKind panel, std::string_view scenario, const Store& store) {
    if (panel != PanelKind::waitGraph) return true;
    const auto& objects = store.objects();
    return waitsByDesign(scenario) ||
           std::any_of(objects.begin(), objects.end(), [](const ObjectRecord& each) { return isWaitedFor(each.kind); });
}

}  // namespace interleave::ui
