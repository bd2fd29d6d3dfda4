// How the gallery's rows look: a chapter with its arrow and count, a scenario with its small picture, and with a bar at
// its left if it is the one shown; a star at its right if it is a favourite, or could be made one now. Only paints.
#pragma once

#include <QHash>
#include <QPersistentModelIndex>
#include <QPixmap>
#include <QStyledItemDelegate>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum GalleryRole {
    kIdRole = Qt::UserRole + 1,  // a section's key; a scenario's id
    kCountRole,                  // of a section: how many rows
    kShownRole,                  // its scenario is the one on the screen
    kStarRole,                   // a favourite
    kPlaceRole,                  // in the lesson list, from 0; else -1
    kAddsRole,                   // no scenario: a click adds the one that is shown
    kChangedRole,                // of a section: it is not saved
};

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
    // A line above or below the row `index`, where what is being dragged would come to stand; an invalid one: nowhere.
    void setDropMark(const QModelIndex& index, bool below);
    // Where a name is written; one that is longer is set smaller, down to kSmallestName, and then cut.
    static QRectF chapterNameRoom(const QRect& row, const QString& count, bool isChanged);
    static QRectF nameRoom(const QRect& row, bool hasPicture, bool hasStar);
    static constexpr int kSmallestName = 13;  // pixels
    // Where the star of a row is, and may be clicked.
    static QRect starRect(const QRect& row);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintChapter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintScenario(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    void paintStar(QPainter& painter, const QStyleOptionViewItem& option, bool filled, bool touched) const;
    void paintAdding(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintDropMark(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    // As large as it is painted, for a screen of so many pixels for each pixel; read when it is first seen.
    const QPixmap& pictureOf(const QString& id, QSize size, double ratio) const;

    mutable QHash<QString, QPixmap> m_pictures;  // by id and size; of scenarios without one a null one
    QPersistentModelIndex m_dropMark;
    bool m_dropBelow = false;
    const Theme* m_theme = &Theme::named(ThemeName::light);
};

}  // namespace interleave::ui
