#include "ui/gallery/gallery_rows.hpp"

#include <QPainter>

#include "ui/live/thumbnail.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

namespace {

constexpr int kChapterHeight = 40;
constexpr int kScenarioHeight = 32;
constexpr int kTextLeft = 36;
constexpr int kMargin = 12;

// Within a scenario's row: its picture, and what is kept free around its name. A narrow list has a narrow picture, so that names
// are not cut.
struct RowPlan {
    QRect picture;
    int nameLeft, nameRight;
};
constexpr int kNarrow = 224;  // pixels
constexpr RowPlan kWidePlan{QRect(20, 7, 30, 18), 58, kMargin};
constexpr RowPlan kNarrowPlan{QRect(16, 7, 18, 18), 40, 8};
const RowPlan& planFor(int width) { return width < kNarrow ? kNarrowPlan : kWidePlan; }

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

const QPixmap& GalleryRows::pictureOf(const QString& id, QSize size, double ratio) const {
    const QString key = QStringLiteral("%1@%2×%3").arg(id).arg(size.width()).arg(ratio);
    const auto known = m_pictures.constFind(key);
    if (known != m_pictures.constEnd()) return *known;
    const QImage image = thumbnailOf(id, m_theme->name);
    QPixmap picture;
    if (!image.isNull())
        picture = QPixmap::fromImage(image.scaled(size * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    return *m_pictures.insert(key, picture);
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
    const RowPlan& plan = planFor(option.rect.width());
    const double ratio = painter.device()->devicePixelRatioF();
    const QPixmap& picture = pictureOf(index.data(kIdRole).toString(), plan.picture.size(), ratio);
    if (!picture.isNull()) painter.drawPixmap(plan.picture.topLeft() + option.rect.topLeft(), picture);

    const QRectF room = row.adjusted(picture.isNull() ? kTextLeft : plan.nameLeft, 0, -plan.nameRight, 0);
    QFont font = textFont(14, isShown ? QFont::Bold : QFont::Normal);
    // A long name is set a little smaller before it is cut.
    if (QFontMetricsF(font).horizontalAdvance(index.data().toString()) > room.width()) font.setPixelSize(13);
    painter.setFont(font);
    painter.setPen(isShown ? m_theme->accent : m_theme->ink);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

}  // namespace interleave::ui
