#include "ui/output/printed_lines.hpp"

#include <algorithm>
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
    for (auto note = next; note != notes.begin() && (all.lines.size() < most || !all.status);) {
        --note;
        if (!note->printed) continue;
        if (note->text.starts_with('\r')) {
            if (!all.status) all.status = {note->at, note->actor, QString::fromStdString(note->text).mid(1).trimmed()};
            continue;
        }
        for (const QString& line : linesOf(note->text) | std::views::reverse)
            if (all.lines.size() < most) all.lines.push_back({note->at, note->actor, line});
    }
    std::ranges::reverse(all.lines);
    all.written = all.lines.size();
    for (auto note = next; note != notes.end() && all.lines.size() < most; ++note) {
        if (!note->printed || note->text.starts_with('\r')) continue;
        for (const QString& line : linesOf(note->text))
            if (all.lines.size() < most) all.lines.push_back({note->at, note->actor, line});
    }
    all.percent = all.status ? percentIn(all.status->text) : std::nullopt;
    return all;
}

bool PrintedLines::areThereAny(const Store& store) {
    return std::ranges::any_of(store.notes(), [](const Note& note) { return note.printed; });
}

}  // namespace interleave::ui
