#include "ui/code/code_marks.hpp"

#include <algorithm>
#include <map>

#include "ui/live/actors_now.hpp"

namespace interleave::ui {

std::vector<LineMark> marksAt(const Store& store, TraceTime t, const std::function<int(int)>& shownLine) {
    std::map<int, LineMark> byLine;
    for (const ActorNow& actor : actorsAt(store, t)) {
        if (isOver(actor.state())) continue;
        const int source = store.actor(actor.id).lines.lineAt(t);
        const int line = source == 0 ? 0 : shownLine(source);
        if (line <= 0) continue;
        LineMark& mark = byLine[line];
        mark.line = line;
        mark.actors.push_back(actor.id);
        mark.running = mark.running || actor.state() == StateClass::running;
    }
    std::vector<LineMark> marks;
    for (auto& [line, mark] : byLine) marks.push_back(std::move(mark));
    return marks;
}

int lineInFocus(const std::vector<LineMark>& marks, std::optional<ActorId> chosen) {
    if (chosen) {
        for (const LineMark& mark : marks)
            if (std::find(mark.actors.begin(), mark.actors.end(), *chosen) != mark.actors.end()) return mark.line;
    }
    for (const LineMark& mark : marks)
        if (mark.running) return mark.line;
    return marks.empty() ? 0 : marks.front().line;
}

int firstLineToShow(int first, int visible, int total, const std::vector<LineMark>& marks, int focus) {
    const int lastFirst = std::max(1, total - visible + 1);
    first = std::clamp(first, 1, lastFirst);
    if (focus <= 0 || visible <= 0) return first;
    int top = focus;
    int bottom = focus;
    if (!marks.empty() && marks.back().line - marks.front().line < visible) {
        top = std::min(top, marks.front().line);
        bottom = std::max(bottom, marks.back().line);
        if (bottom - top >= visible) top = bottom = focus;
    }
    const auto inSight = [&](int line) { return line >= first && line < first + visible; };
    if (inSight(top) && inSight(bottom)) return first;
    // It has to move anyway: into the middle, so that it need not move again at once.
    const int middle = (top + bottom) / 2;
    return std::clamp(middle - visible / 2, 1, lastFirst);
}

}  // namespace interleave::ui
