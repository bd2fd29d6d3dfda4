#include "ui/gallery/gallery_rows.hpp"

#include <QPainter>

#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

namespace {

constexpr int kChapterHeight = 40;
constexpr int kScenarioHeight = 32;
constexpr int kTextLeft = 36;
constexpr int kMargin = 12;

}  // namespace

QSize GalleryRows::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {120, index.parent().isValid() ? kScenarioHeight : kChapterHeight};
}

void GalleryRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    index.parent().isValid() ? paintScenario(*painter, option, index) : paintChapter(*painter, option, index);
    painter->restore();
}

void GalleryRows::paintChapter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRectF row = option.rect;
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->soft);
        painter.drawRoundedRect(row.adjusted(8, 3, -8, -3), 6, 6);
    }
    painter.save();
    painter.translate(24, row.center().y() + 0.5);
    QPolygonF arrow{{-3.5, -4.5}, {3.5, 0}, {-3.5, 4.5}};
    if (isOpen) painter.rotate(90);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->muted);
    painter.drawPolygon(arrow);
    painter.restore();

    const QString count = index.data(kCountRole).toString();
    painter.setFont(textFont(13));
    painter.setPen(m_theme->muted);
    painter.drawText(row.adjusted(0, 0, -kMargin, 0), Qt::AlignRight | Qt::AlignVCenter, count);

    const QFont font = textFont(15, isOpen ? QFont::Bold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme->ink);
    const QRectF room = row.adjusted(kTextLeft, 0, -kMargin - 22, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

void GalleryRows::paintScenario(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRectF row = option.rect;
    const bool isShown = index.data(kShownRole).toBool();
    const bool isTouched =
        option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(Qt::NoPen);
    if (isShown || isTouched) {
        painter.setBrush(isShown ? mixed(m_theme->panel, m_theme->accent, 0.13) : m_theme->soft);
        painter.drawRoundedRect(row.adjusted(12, 1, -8, -1), 6, 6);
    }
    if (isShown) {
        painter.setBrush(m_theme->accent);
        painter.drawRoundedRect(QRectF(row.left() + 8, row.top() + 2, 4, row.height() - 4), 2, 2);
    }
    const QFont font = textFont(14, isShown ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isShown ? m_theme->accent : m_theme->ink);
    const QRectF room = row.adjusted(kTextLeft, 0, -kMargin, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

}  // namespace interleave::ui
