#include "ui/output/printed_lines.hpp"

#include <algorithm>

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
            if (note.at.ns <= cursor.ns) all.status = PrintedLine{note.at, note.actor, text.mid(1).trimmed()};
            continue;
        }
        while (text.endsWith('\n')) text.chop(1);
        for (const QString& line : text.split('\n')) all.lines.push_back({note.at, note.actor, line});
        if (note.at.ns <= cursor.ns) all.written = all.lines.size();
    }
    all.percent = all.status ? percentIn(all.status->text) : std::nullopt;
    const std::size_t end = std::min(all.lines.size(), std::max(all.written, most));
    const std::size_t begin = end - std::min(end, most);
    all.lines = {all.lines.begin() + static_cast<std::ptrdiff_t>(begin), all.lines.begin() + static_cast<std::ptrdiff_t>(end)};
    all.written -= std::min(all.written, begin);
    return all;
}

bool PrintedLines::areThereAny(const Store& store) {
    return std::ranges::any_of(store.notes(), [](const Note& note) { return note.printed; });
}

}  // namespace interleave::ui
