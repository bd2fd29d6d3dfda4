#include "ui/presenting/wall_header.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace interleave::ui {
namespace {

constexpr double kLeastTitle = 40;        // pixels of a title on a screen with 1080 lines
constexpr double kTitleIndent = 20;       // of the title, so that it stands above the words of the cards
constexpr double kBesidePlate = 30;       // in a plate, beside its word
constexpr double kPlateGap = 20;
constexpr double kPlateHigh = 54;

}  // namespace

WallHeader::WallHeader(QWidget* parent)
    : QWidget(parent), m_theme(&Theme::named(ThemeName::light)), m_sizes({1920, 1080}) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void WallHeader::setLooks(const Theme& theme, const WallSizes& sizes) {
    m_theme = &Theme::named(theme.name);
    m_sizes = sizes;
    update();
}

void WallHeader::show(const QString& title, const QStringList& plates) {
    if (title == m_title && plates == m_plates) return;
    m_title = title;
    m_plates = plates;
    setAccessibleName(title);
    setAccessibleDescription(plates.join(QStringLiteral(", ")));
    update();
}

double WallHeader::platesWidth() const {
    const QFontMetricsF metrics(textFont(m_sizes.plate(), QFont::DemiBold));
    double width = 0;
    for (const QString& plate : m_plates)
        width += metrics.horizontalAdvance(plate) + 2 * kBesidePlate * m_sizes.text() + kPlateGap * m_sizes.unit();
    return width;
}

QRectF WallHeader::titleRoom() const {
    return QRectF(rect()).adjusted(kTitleIndent * m_sizes.unit(), 0, -platesWidth() - kPlateGap * m_sizes.unit(), 0);
}

int WallHeader::typeSize() const {
    const int least = static_cast<int>(std::lround(kLeastTitle * m_sizes.text()));
    for (int size = m_sizes.title(); size > least; --size)
        if (QFontMetricsF(textFont(size, QFont::Bold)).horizontalAdvance(m_title) <= titleRoom().width()) return size;
    return least;
}

void WallHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->ink);
    painter.setFont(textFont(typeSize(), QFont::Bold));
    const QRectF room = titleRoom();
    const QFontMetricsF titles(painter.font());
    painter.drawText(room, Qt::AlignVCenter, titles.elidedText(m_title, Qt::ElideRight, room.width()));

    painter.setFont(textFont(m_sizes.plate(), QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double high = kPlateHigh * m_sizes.text();
    double right = width();
    for (auto plate = m_plates.rbegin(); plate != m_plates.rend(); ++plate) {
        const double wide = metrics.horizontalAdvance(*plate) + 2 * kBesidePlate * m_sizes.text();
        const QRectF box(right - wide, (height() - high) / 2, wide, high);
        painter.setPen(QPen(m_theme->muted, 2 * m_sizes.unit()));
        painter.setBrush(m_theme->panel);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), high / 2, high / 2);
        painter.setPen(m_theme->ink);
        painter.drawText(box, Qt::AlignCenter, *plate);
        right -= wide + kPlateGap * m_sizes.unit();
    }
}

}  // namespace interleave::ui
