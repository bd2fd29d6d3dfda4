// How the gallery's rows look: a chapter with its arrow and count, a scenario with a bar at its left if it is the
// one shown. Only paints.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum GalleryRole { kIdRole = Qt::UserRole + 1, kCountRole, kShownRole };

class GalleryRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = &theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintChapter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintScenario(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme* m_theme = &Theme::named(ThemeName::light);
};

}  // namespace interleave::ui
