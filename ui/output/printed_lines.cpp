#include "ui/output/printed_lines.hpp"

#include <algorithm>
#include <functional>

#include <QStringList>

namespace interleave::ui {

namespace {

// "42 % of it": 42.
std::optional<int> percentIn(const QString& text) {
    const qsizetype sign = text.indexOf('%');
    bool isNumber = false;
    const int percent = text.left(std::max<qsizetype>(0, sign)).trimmed().toInt(&isNumber);
    return isNumber && percent >= 0 && percent <= 100 ? std::optional{percent} : std::nullopt;
}

}  // namespace

PrintedLines PrintedLines::around(const Store& store, TraceTime cursor, std::size_t most) {
    PrintedLines all;
    for (const Note& note : store.notes()) {
        if (!note.printed) continue;
        QString text = QString::fromStdString(note.text);
        if (text.startsWith('\r')) {
            if (note.at.ns <= cursor.ns) all.overwrite({note.at, note.actor, text.mid(1).trimmed()});
            continue;
        }
        while (text.endsWith('\n')) text.chop(1);
        for (const QString& line : text.split('\n')) all.lines.push_back({note.at, note.actor, line});
        if (note.at.ns <= cursor.ns) all.written = all.lines.size();
    }
    const std::size_t end = std::min(all.lines.size(), std::max(all.written, most));
    const std::size_t begin = end - std::min(end, most);
    all.lines = {all.lines.begin() + static_cast<std::ptrdiff_t>(begin), all.lines.begin() + static_cast<std::ptrdiff_t>(end)};
    all.written -= std::min(all.written, begin);
    return all;
}

void PrintedLines::overwrite(PrintedLine line) {
    const auto percent = percentIn(line.text);
    const auto writer = [](const OverwrittenLine& each) { return each.line.actor.value; };
    const auto at = std::ranges::lower_bound(statuses, line.actor.value, {}, writer);
    if (at != statuses.end() && at->line.actor == line.actor) *at = {std::move(line), percent};
    else statuses.insert(at, {std::move(line), percent});
}

void PrintedLines::keepStatuses(std::size_t most) {
    if (statuses.size() <= most) return;
    std::vector<std::int64_t> times;
    for (const OverwrittenLine& each : statuses) times.push_back(each.line.at.ns);
    std::ranges::sort(times, std::greater<>());
    // Two may have been written in the same nanosecond: then fewer stay than might.
    const std::int64_t before = times[most];
    std::erase_if(statuses, [&](const OverwrittenLine& each) { return each.line.at.ns <= before; });
}

bool PrintedLines::areThereAny(const Store& store) {
    return std::ranges::any_of(store.notes(), [](const Note& note) { return note.printed; });
}

}  // namespace interleave::ui
