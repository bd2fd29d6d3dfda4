// What stands in the list's place where a search finds nothing: what was looked for, where, and the way back.
#pragma once

#include <QWidget>

#include "ui/theme/theme.hpp"

class QLabel;
class QPushButton;

namespace interleave::ui {

class NothingFound : public QWidget {
    Q_OBJECT

public:
    explicit NothingFound(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setQuery(const QString& query);

signals:
    void clearRequested();

private:
    QLabel* m_sign = nullptr;
    QLabel* m_what = nullptr;
    QLabel* m_where = nullptr;
    QPushButton* m_clear = nullptr;
};

}  // namespace interleave::ui
