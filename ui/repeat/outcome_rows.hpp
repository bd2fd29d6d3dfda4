// How the tree of outcomes looks: an outcome with a bar as long as its share,
// in the colour of danger where it went wrong. Only paints.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum OutcomeRole { kShareRole = Qt::UserRole + 1, kWrongRole, kPaceRole, kRunRole };

class OutcomeRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit OutcomeRows(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace interleave::ui
