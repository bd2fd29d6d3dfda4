// F1: every key and every gesture, on one sheet. Keys are those that the window's actions have, so that none is
// forgotten; what the timeline and the mouse do beside them is added.
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

#include <vector>

#include "ui/theme/theme.hpp"

class QAction;

namespace interleave::ui {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    // Each action stands in the section that its property "section" names: run, timeline, presenting or, else, window.
    ShortcutSheet(const QList<QAction*>& actions, const Theme& theme, QWidget* parent = nullptr);

private:
    struct Row {
        QStringList keys;  // each stands for itself
        QString meaning;
    };
    using Rows = std::vector<Row>;
    QWidget* section(const QString& title, const Rows& rows);
    QWidget* keyCaps(const QStringList& keys, QWidget* parent);
    static Rows rowsOf(const QList<QAction*>& actions, const QString& section);
    static Rows timelineRows();
    static Rows mouseRows();

    const Theme& m_theme;
};

}  // namespace interleave::ui
