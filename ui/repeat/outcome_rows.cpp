#include "ui/repeat/outcome_rows.hpp"

#include <QPainter>

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr int kRow = 30;       // pixels
constexpr int kBarHeight = 14;

}  // namespace

void OutcomeRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant share = index.data(kShareRole);
    if (index.column() != 1 || !share.isValid()) return QStyledItemDelegate::paint(painter, option, index);
    const QFontMetrics metrics(option.font);
    const int text = metrics.horizontalAdvance(QStringLiteral("0000  100 %")) + 8;
    const QRect room = option.rect.adjusted(4, 0, -4 - text, 0);
    const int wide = std::max(2, static_cast<int>(room.width() * share.toDouble()));
    const QRect bar(room.left(), room.center().y() - kBarHeight / 2, wide, kBarHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(index.data(kWrongRole).toBool() ? m_theme.danger : m_theme.state(StateClass::running));
    painter->drawRoundedRect(bar, 3, 3);
    painter->setPen(m_theme.ink);
    painter->drawText(QRect(bar.right() + 8, option.rect.top(), text, option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

QSize OutcomeRows::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, kRow});
}

}  // namespace interleave::ui
