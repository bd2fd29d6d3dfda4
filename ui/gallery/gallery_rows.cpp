#include "ui/gallery/gallery_rows.hpp"

#include <QPainter>

#include <cmath>

#include "ui/live/thumbnail.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

namespace {

constexpr int kChapterHeight = 40;
constexpr int kScenarioHeight = 32;
constexpr int kTextLeft = 36;
constexpr int kMargin = 12;
constexpr int kStarWidth = 26;   // of what can be clicked
constexpr double kStarRadius = 6.5;
constexpr double kDotRoom = 10;  // of the dot that says that something is not saved

// Within a scenario's row: its picture, and what is kept free around its name. A narrow list has a narrow picture,
// so that names are not cut.
struct RowPlan {
    QRect picture;
    int nameLeft, nameRight;
};
constexpr int kNarrow = 224;  // pixels
constexpr RowPlan kWidePlan{QRect(20, 7, 30, 18), 58, kMargin};
constexpr RowPlan kNarrowPlan{QRect(16, 7, 18, 18), 40, 8};
const RowPlan& planFor(int width) { return width < kNarrow ? kNarrowPlan : kWidePlan; }

// The same for a chapter's: where its arrow is, where its name begins, what stands right of its count, and between.
struct ChapterPlan {
    double arrow, left, right, gap;
};
constexpr ChapterPlan kWideChapter{24, 36, kMargin, 6};
constexpr ChapterPlan kNarrowChapter{18, 28, 8, 4};
const ChapterPlan& chapterPlanFor(int width) { return width < kNarrow ? kNarrowChapter : kWideChapter; }

// Five points, the first one up.
QPolygonF starShape(QPointF centre, double radius) {
    constexpr double kInner = 0.45;  // of the radius: the corners between the points
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = M_PI * (i / 5.0 - 0.5);
        const double reach = i % 2 == 0 ? radius : radius * kInner;
        star << centre + QPointF(std::cos(angle), std::sin(angle)) * reach;
    }
    return star;
}

// A long name is set a little smaller before it is cut.
void drawName(QPainter& painter, QFont font, const QRectF& room, const QString& name) {
    while (font.pixelSize() > GalleryRows::kSmallestName && QFontMetricsF(font).horizontalAdvance(name) > room.width())
        font.setPixelSize(font.pixelSize() - 1);
    painter.setFont(font);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(name, Qt::ElideRight, room.width()));
}

}  // namespace

QSize GalleryRows::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {120, index.parent().isValid() ? kScenarioHeight : kChapterHeight};
}

void GalleryRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!index.parent().isValid()) paintChapter(*painter, option, index);
    else if (index.data(kAddsRole).toBool()) paintAdding(*painter, option, index);
    else paintScenario(*painter, option, index);
    paintDropMark(*painter, option, index);
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
    const ChapterPlan& plan = chapterPlanFor(option.rect.width());
    painter.translate(plan.arrow, row.center().y() + 0.5);
    QPolygonF arrow{{-3.5, -4.5}, {3.5, 0}, {-3.5, 4.5}};
    if (isOpen) painter.rotate(90);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->muted);
    painter.drawPolygon(arrow);
    painter.restore();

    const QString count = index.data(kCountRole).toString();
    painter.setFont(textFont(13));
    painter.setPen(m_theme->muted);
    painter.drawText(row.adjusted(0, 0, -plan.right, 0), Qt::AlignRight | Qt::AlignVCenter, count);

    const QString name = index.data().toString();
    const QRectF room = chapterNameRoom(option.rect, count, index.data(kChangedRole).toBool());
    // An open one is bold, where that leaves room for all of its name.
    const bool isBold =
        isOpen && QFontMetricsF(textFont(kSmallestName, QFont::Bold)).horizontalAdvance(name) <= room.width();
    painter.setPen(m_theme->ink);
    drawName(painter, textFont(15, isBold ? QFont::Bold : QFont::Medium), room, name);
    if (!index.data(kChangedRole).toBool()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->accent);
    painter.drawEllipse(QPointF(room.right() + kDotRoom / 2, row.center().y() + 0.5), 3, 3);
}

QRectF GalleryRows::chapterNameRoom(const QRect& row, const QString& count, bool isChanged) {
    const ChapterPlan& plan = chapterPlanFor(row.width());
    const double right =
        plan.right + QFontMetricsF(textFont(13)).horizontalAdvance(count) + plan.gap + (isChanged ? kDotRoom : 0);
    return QRectF(row).adjusted(plan.left, 0, -right, 0);
}

QRectF GalleryRows::nameRoom(const QRect& row, bool hasPicture, bool hasStar) {
    const RowPlan& plan = planFor(row.width());
    const int right = hasStar ? row.right() - starRect(row).left() : plan.nameRight;
    return QRectF(row).adjusted(hasPicture ? plan.nameLeft : kTextLeft, 0, -right, 0);
}

void GalleryRows::paintAdding(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRectF row = option.rect;
    if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->soft);
        painter.drawRoundedRect(row.adjusted(12, 1, -8, -1), 6, 6);
    }
    const RowPlan& plan = planFor(option.rect.width());
    const QPointF centre = QRectF(plan.picture).center() + row.topLeft();
    painter.setPen(QPen(m_theme->accent, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(4.5, 0), centre + QPointF(4.5, 0));
    painter.drawLine(centre - QPointF(0, 4.5), centre + QPointF(0, 4.5));
    painter.setPen(m_theme->accent);
    drawName(painter, textFont(14), row.adjusted(plan.nameLeft, 0, -plan.nameRight, 0), index.data().toString());
}

QRect GalleryRows::starRect(const QRect& row) {
    return {row.right() - kStarWidth - 6, row.top(), kStarWidth, row.height()};
}

void GalleryRows::paintStar(QPainter& painter, const QStyleOptionViewItem& option, bool filled, bool touched) const {
    const QPolygonF star = starShape(QRectF(starRect(option.rect)).center() + QPointF(0, 1), kStarRadius);
    const QColor color = touched ? m_theme->accent : m_theme->muted;
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPolygon(star);
}

void GalleryRows::setDropMark(const QModelIndex& index, bool below) {
    m_dropMark = index;
    m_dropBelow = below;
}

void GalleryRows::paintDropMark(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!m_dropMark.isValid() || m_dropMark != index) return;
    const double y = m_dropBelow ? option.rect.bottom() : option.rect.top() + 1;
    painter.setPen(QPen(m_theme->accent, 2));
    painter.drawLine(QPointF(option.rect.left() + 14, y), QPointF(option.rect.right() - 10, y));
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

    // An entry of a lesson may be the same scenario twice: it is the scenario that is liked, in its chapter.
    const bool isEntry = index.data(kPlaceRole).toInt() >= 0;
    const bool isLiked = index.data(kStarRole).toBool();
    const bool hasStar = !isEntry && (isLiked || isTouched);
    if (hasStar) paintStar(painter, option, isLiked, isTouched);
    const QRectF room = nameRoom(option.rect, !picture.isNull(), hasStar);
    painter.setPen(isShown ? m_theme->accent : m_theme->ink);
    drawName(painter, textFont(14, isShown ? QFont::Bold : QFont::Normal), room, index.data().toString());
}

}  // namespace interleave::ui
