#include "ui/output/printed_lines.hpp"

#include <algorithm>
#include <functional>
#include <ranges>

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

QStringList linesOf(const std::string& printed) {
    QString text = QString::fromStdString(printed);
    while (text.endsWith('\n')) text.chop(1);
    return text.split('\n');
}

}  // namespace

PrintedLines PrintedLines::around(const Store& store, TraceTime cursor, std::size_t most) {
    // Only what will be shown is made into lines: a run may print very much, and this is asked for once a frame.
    const auto& notes = store.notes();
    const auto isLater = [](TraceTime t, const Note& note) { return t.ns < note.at.ns; };
    const auto next = std::upper_bound(notes.begin(), notes.end(), cursor, isLater);
    PrintedLines all;
    for (auto note = next; note != notes.begin();) {
        --note;
        if (!note->printed) continue;
        if (note->text.starts_with('\r')) {
            all.addStatus(*note);
        } else if (all.lines.size() < most) {
            for (const QString& line : linesOf(note->text) | std::views::reverse)
                if (all.lines.size() < most) all.lines.push_back({note->at, note->actor, line});
        }
    }
    std::ranges::reverse(all.lines);
    all.written = all.lines.size();
    for (auto note = next; note != notes.end() && all.lines.size() < most; ++note) {
        if (!note->printed || note->text.starts_with('\r')) continue;
        for (const QString& line : linesOf(note->text))
            if (all.lines.size() < most) all.lines.push_back({note->at, note->actor, line});
    }
    return all;
}

// Unless it is overwritten by what the same actor has written later.
void PrintedLines::addStatus(const Note& note) {
    const auto writer = [](const OverwrittenLine& each) { return each.line.actor.value; };
    const auto at = std::ranges::lower_bound(statuses, note.actor.value, {}, writer);
    if (at != statuses.end() && at->line.actor == note.actor) return;
    const QString text = QString::fromStdString(note.text).mid(1).trimmed();
    statuses.insert(at, {{note.at, note.actor, text}, percentIn(text)});
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
