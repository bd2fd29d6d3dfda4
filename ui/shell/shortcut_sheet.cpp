#include "ui/shell/shortcut_sheet.hpp"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/shell/actions.hpp"

namespace interleave::ui {

namespace {

QStringList keysOf(const QAction* action) {
    QStringList keys;
    for (const QKeySequence& sequence : action->shortcuts()) keys << sequence.toString(QKeySequence::NativeText);
    while (keys.size() > 2) keys.removeLast();
    return keys;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme) {
    setWindowTitle(tr("Keyboard and mouse"));
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(32, 24, 32, 32);
    columns->setSpacing(48);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* column : {left, right}) {
        column->setSpacing(24);
        columns->addLayout(column);
    }
    left->addWidget(section(tr("Run and replay"), runRows(actions)));
    left->addWidget(section(tr("Window"), windowRows(actions)));
    left->addStretch(1);
    right->addWidget(section(tr("Timeline"), timelineRows(actions)));
    right->addWidget(section(tr("Mouse on the timeline"), mouseRows()));
    right->addStretch(1);
}

std::vector<ShortcutSheet::Row> ShortcutSheet::runRows(const Actions& actions) const {
    return {
        {keysOf(actions.run), tr("run")},
        {{tr("Space")}, tr("pause and resume; play the replay")},
        {keysOf(actions.step), tr("let one actor make one operation")},
        {keysOf(actions.stop), tr("stop the run")},
        {keysOf(actions.back) + keysOf(actions.forward), tr("previous and next event")},
        {keysOf(actions.toStart) + keysOf(actions.toEnd), tr("to the start, to the end")},
        {keysOf(actions.follow), tr("follow the live run")},
        {keysOf(actions.repeat), tr("run many times, and count what comes out")},
        {keysOf(actions.newSeed), tr("another seed")},
    };
}

std::vector<ShortcutSheet::Row> ShortcutSheet::timelineRows(const Actions& actions) const {
    return {
        {{"W", "S"}, tr("zoom in and out")},
        {{"A", "D"}, tr("move left and right")},
        {{"←", "→"}, tr("move the cursor")},
        {{"Home", "End"}, tr("cursor to the start, to the end")},
        {{"F"}, tr("show the whole run")},
        {keysOf(actions.zoomIn).mid(0, 1) + keysOf(actions.zoomOut).mid(0, 1), tr("zoom at the cursor")},
        {keysOf(actions.undo), tr("undo the last move of the view")},
    };
}

std::vector<ShortcutSheet::Row> ShortcutSheet::mouseRows() const {
    return {
        {{tr("Wheel")}, tr("zoom at the pointer")},
        {{tr("Drag")}, tr("move")},
        {{tr("Shift + drag")}, tr("measure a duration")},
        {{tr("Click")}, tr("select an interval, put the cursor there")},
        {{tr("Hover")}, tr("what it is, from when to when, why")},
    };
}

std::vector<ShortcutSheet::Row> ShortcutSheet::windowRows(const Actions& actions) const {
    return {
        {keysOf(actions.search), tr("search the gallery")},
        {keysOf(actions.open), tr("open a trace")},
        {keysOf(actions.save), tr("save the trace")},
        {keysOf(actions.exportPicture), tr("export a picture")},
        {keysOf(actions.copyPicture), tr("copy the timeline as a picture")},
        {keysOf(actions.fullScreen), tr("full screen")},
        {{"F9"}, tr("menu")},
        {keysOf(actions.menuBar), tr("show the menu bar")},
        {keysOf(actions.shortcuts), tr("this sheet")},
    };
}

QWidget* ShortcutSheet::section(const QString& title, const std::vector<Row>& rows) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    auto* heading = new QLabel(title, box);
    heading->setFont(textFont(15, QFont::Bold));
    grid->addWidget(heading, 0, 0, 1, 2);
    int at = 1;
    for (const Row& row : rows) {
        auto* keys = new QWidget(box);
        auto* line = new QHBoxLayout(keys);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        for (const QString& key : row.keys) {
            auto* cap = new QLabel(key, keys);
            cap->setFont(textFont(13, QFont::Medium));
            cap->setStyleSheet(QStringLiteral("background: %1; border: 1px solid %2; border-radius: 5px; padding: 2px 8px;")
                                   .arg(m_theme.soft.name(), m_theme.hairline.name()));
            line->addWidget(cap);
        }
        line->addStretch(1);
        grid->addWidget(keys, at, 0);
        grid->addWidget(new QLabel(row.meaning, box), at, 1);
        ++at;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 180);
    return box;
}

}  // namespace interleave::ui
