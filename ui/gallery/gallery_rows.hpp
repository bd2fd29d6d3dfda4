// How the gallery's rows look: a chapter with its arrow and count, a scenario with its small picture, and with a bar at its
// left if it is the one shown. Only paints.
#pragma once

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum GalleryRole { kIdRole = Qt::UserRole + 1, kCountRole, kShownRole };

class GalleryRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) {
        m_theme = &theme;
        m_pictures.clear();
    }
    // They are read anew: some scenario has another one now.
    void forgetPictures() { m_pictures.clear(); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintChapter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintScenario(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    // As large as it is painted, for a screen of so many pixels for each pixel; read when it is first seen.
    const QPixmap& pictureOf(const QString& id, QSize size, double ratio) const;

    mutable QHash<QString, QPixmap> m_pictures;  // by id and size; of scenarios without one a null one
    const Theme* m_theme = &Theme::named(ThemeName::light);
};

}  // namespace interleave::ui
