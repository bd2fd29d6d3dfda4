#include "ui/presenting/wall_card.hpp"

#include <QPainter>

#include <utility>

#include "ui/timeline/legend.hpp"
#include "ui/timeline/timeline_plot.hpp"
#include "ui/timeline/timeline_words.hpp"

namespace interleave::ui {
namespace {

constexpr double kCardRadius = 12;   // pixels on a screen with 1080 lines
constexpr double kCardInset = 10;
constexpr double kStateKey = 52;
// At the style's scale.
constexpr double kSwatchSide = 17;
constexpr double kSwatchToWord = 24;
constexpr double kStateToNext = 18;

}  // namespace

WallCard::WallCard(Model& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_timeline(new TimelinePlot(&model.store(), model.view(), this)),
      m_theme(&Theme::named(ThemeName::light)), m_sizes({1920, 1080}), m_style(1.0) {
    // Clicks mean the same everywhere: they belong to whoever presents.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timeline->setFocusPolicy(Qt::NoFocus);
    m_timeline->setMinimumSize(0, 0);
    connect(&m_model, &Model::advanced, this, &WallCard::follow);
    connect(&m_model, &Model::traceReplaced, this, [this] {
        m_timeline->setStore(&m_model.store());
        m_lanes = 0;
        place();
    });
}

void WallCard::setLooks(const Theme& theme, const WallSizes& sizes) {
    m_theme = &Theme::named(theme.name);
    m_sizes = sizes;
    m_style = TimelineStyle::onWall(sizes.panelScale());
    m_timeline->setTheme(theme);
    m_timeline->setStyle(m_style);
    place();
}

void WallCard::follow() {
    m_timeline->refresh();
    const LaneLayout& layout = m_timeline->laneLayout();
    if (std::exchange(m_lanes, layout.lanes.size() + layout.leftOut) != m_lanes) place();
    else if (usedStates(m_model.store()) != m_states) place();
}

// Lanes come before the key.
void WallCard::place() {
    m_states = usedStates(m_model.store());
    const int inset = static_cast<int>(kCardInset * m_sizes.unit()) + 1;
    const QRect room = rect().adjusted(1, inset, -1, -inset);
    const int key = static_cast<int>(kStateKey * m_sizes.text());
    m_timeline->setGeometry(room.adjusted(0, 0, 0, -key));
    const LaneLayout& layout = m_timeline->laneLayout();
    m_showsKey = layout.leftOut == 0 && layout.height < m_timeline->height() - m_style.axisHeight();
    if (!m_showsKey) m_timeline->setGeometry(room);
    update();
}

QRectF WallCard::keyArea() const {
    const double top = m_timeline->y() + m_timeline->height();
    return {m_style.edge(), top, width() - 2 * m_style.edge(), kStateKey * m_sizes.text()};
}

void WallCard::resizeEvent(QResizeEvent*) { place(); }

void WallCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->hairline, 1));
    painter.setBrush(m_theme->panel);
    const double radius = kCardRadius * m_sizes.unit();
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!m_showsKey) return;
    const double scale = m_style.scale;
    const QRectF area = keyArea();
    painter.setFont(m_style.detailFont);
    const QFontMetricsF metrics(m_style.detailFont);
    const double baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    double x = area.left();
    for (const StateClass state : m_states) {
        const QString word = words::state(state);
        const double wide = kSwatchToWord * scale + metrics.horizontalAdvance(word);
        if (x + wide > area.right()) break;
        const double side = kSwatchSide * scale;
        paintSwatch(painter, *m_theme, state, {x, area.center().y() - side / 2, side, side}, scale);
        painter.setPen(m_theme->ink);
        painter.drawText(QPointF(x + kSwatchToWord * scale, baseline), word);
        x += wide + kStateToNext * scale;
    }
}

}  // namespace interleave::ui
