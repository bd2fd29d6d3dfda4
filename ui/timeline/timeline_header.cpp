#include "ui/timeline/timeline_header.hpp"

#include <QEvent>

#include <cmath>

namespace interleave::ui {

TimelineHeader::TimelineHeader(QWidget* parent)
    : QWidget(parent), m_theme(&Theme::named(ThemeName::light)), m_style(1.0) {
    setTextScale(1.0);
}

void TimelineHeader::setStore(const Store* store) {
    m_store = store;
    m_states.clear();
    refresh();
    update();
}

void TimelineHeader::refresh() {
    if (!m_store) return;
    std::vector<StateClass> states = usedStates(*m_store);
    if (states == m_states && m_store->totals().lost == m_lost && m_store->facts().tier == m_tier) return;
    m_states = std::move(states);
    m_lost = m_store->totals().lost;
    m_tier = m_store->facts().tier;
    update();
}

void TimelineHeader::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    update();
}

void TimelineHeader::setTextScale(double scale, bool lowDesk) {
    m_style = TimelineStyle(scale, lowDesk);
    setFixedHeight(static_cast<int>(std::lround(m_style.headerHeight())));
    update();
}

void TimelineHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setTextScale(m_style.scale, m_style.low);  // other fonts, other words
    QWidget::changeEvent(event);
}

void TimelineHeader::paintEvent(QPaintEvent*) {
    if (!m_store) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF line(m_style.edge(), 0, width() - 2 * m_style.edge(), height());
    paintLegend(painter, {*m_store, *m_theme, m_style, m_states}, line);
}

}  // namespace interleave::ui
