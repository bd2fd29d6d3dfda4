// F1: every key and every gesture, on one sheet.
#pragma once

#include <QDialog>
#include <QStringList>

#include <vector>

#include "ui/theme/theme.hpp"

class QGridLayout;

namespace interleave::ui {

class Actions;

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const Actions& actions, const Theme& theme, QWidget* parent = nullptr);

private:
    struct Row {
        QStringList keys;  // each stands for itself
        QString meaning;
    };
    QWidget* section(const QString& title, const std::vector<Row>& rows);
    std::vector<Row> runRows(const Actions& actions) const;
    std::vector<Row> timelineRows(const Actions& actions) const;
    std::vector<Row> mouseRows() const;
    std::vector<Row> windowRows(const Actions& actions) const;

    const Theme& m_theme;
};

}  // namespace interleave::ui
