#include "ui/shell/shortcut_sheet.hpp"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace interleave::ui {

namespace {

const std::array<const char*, 3> kNamed{"run", "timeline", "presenting"};

QStringList keysOf(const QAction* action) {
    QStringList keys;
    for (const QKeySequence& sequence : action->shortcuts()) keys << sequence.toString(QKeySequence::NativeText);
    keys.removeDuplicates();
    return keys;
}

// As a menu has it, without the letter to press, which in Chinese stands in brackets, and without a key.
QString plainText(const QAction* action) {
    static const QRegularExpression letter(QStringLiteral("\\(&.\\)"));
    QString text = action->text().section('\t', 0, 0);
    return text.remove(letter).remove('&').remove(QStringLiteral("…"));
}

QString sectionOf(const QAction* action) {
    const QString named = action->property("section").toString();
    return std::find(kNamed.begin(), kNamed.end(), named) == kNamed.end() ? QStringLiteral("window") : named;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme) {
    setWindowTitle(tr("Keyboard and mouse"));
    Rows run = rowsOf(actions, "run"), timeline = rowsOf(actions, "timeline"), window = rowsOf(actions, "window");
    run.insert(run.begin(), {{tr("Space")}, tr("Pause, go on, play")});
    run.push_back({{"PgUp", "PgDn"}, tr("Previous and next step of the lesson")});
    run.push_back({{"1", "2", "3"}, tr("Say what will happen, before the run")});
    run.push_back({{"1", "…", "9"}, tr("In step pace, move that actor")});
    run.push_back({{tr("Backspace")}, tr("In step pace, take the move back")});
    const Rows own = timelineRows();
    timeline.insert(timeline.begin(), own.begin(), own.end());
    window.push_back({{"F9"}, tr("Menu")});

    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(28, 20, 28, 24);
    columns->setSpacing(36);
    const std::array<std::vector<QWidget*>, 3> parts{{
        {section(tr("Run and replay"), run), section(tr("Mouse on the timeline"), mouseRows())},
        {section(tr("Timeline"), timeline)},
        {section(tr("Window"), window), section(tr("Presenting"), rowsOf(actions, "presenting"))},
    }};
    for (const auto& part : parts) {
        auto* column = new QVBoxLayout;
        column->setSpacing(20);
        for (QWidget* each : part)
            if (each != nullptr) column->addWidget(each);
        column->addStretch(1);
        columns->addLayout(column);
    }
}

ShortcutSheet::Rows ShortcutSheet::rowsOf(const QList<QAction*>& actions, const QString& section) {
    Rows rows;
    for (const QAction* action : actions)
        if (!action->shortcuts().isEmpty() && sectionOf(action) == section)
            rows.push_back({keysOf(action), plainText(action)});
    return rows;
}

ShortcutSheet::Rows ShortcutSheet::timelineRows() {
    return {
        {{"W", "S"}, tr("Zoom in and out")},
        {{"A", "D"}, tr("Move left and right")},
        {{"←", "→"}, tr("To the change before, after")},
        {{"↑", "↓"}, tr("Choose a lane")},
        {{"Home", "End"}, tr("Cursor to the start, to the end")},
        {{"F"}, tr("Show the whole run")},
    };
}

ShortcutSheet::Rows ShortcutSheet::mouseRows() {
    return {
        {{tr("Wheel")}, tr("Zoom at the pointer")},
        {{tr("Drag")}, tr("Move along")},
        {{tr("Shift + drag")}, tr("Measure a duration")},
        {{tr("Click")}, tr("Select, and put the cursor there")},
        {{tr("Hover")}, tr("What it is, how long, why")},
    };
}

QWidget* ShortcutSheet::keyCaps(const QStringList& keys, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    for (const QString& key : keys) {
        auto* cap = new QLabel(key, box);
        cap->setFont(textFont(13, QFont::Medium));
        cap->setStyleSheet(QStringLiteral("background: %1; border: 1px solid %2; border-radius: 5px; padding: 2px 7px;")
                               .arg(m_theme.soft.name(), m_theme.hairline.name()));
        line->addWidget(cap);
    }
    line->addStretch(1);
    return box;
}

// None where there is nothing to tell.
QWidget* ShortcutSheet::section(const QString& title, const Rows& rows) {
    if (rows.empty()) return nullptr;
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(5);
    auto* heading = new QLabel(title, box);
    heading->setFont(textFont(15, QFont::Bold));
    grid->addWidget(heading, 0, 0, 1, 2);
    int at = 1;
    for (const Row& row : rows) {
        auto* meaning = new QLabel(row.meaning, box);
        meaning->setFont(textFont(13));
        grid->addWidget(keyCaps(row.keys, box), at, 0);
        grid->addWidget(meaning, at, 1);
        ++at;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

}  // namespace interleave::ui
