#include "ui/timeline/timeline_panel.hpp"

#include <QAccessible>
#include <QMetaMethod>
#include <QVBoxLayout>

#include "ui/live/model.hpp"
#include "ui/timeline/timeline_header.hpp"
#include "ui/timeline/timeline_spoken.hpp"

namespace interleave::ui {

TimelinePanel::TimelinePanel(Model& model, QWidget* parent) : TimelinePanel(&model.store(), model.view(), parent) {
    connect(&model, &Model::advanced, this, &TimelinePanel::refresh);
    connect(&model, &Model::traceReplaced, this, [this, &model] { setStore(&model.store()); });
    // Only where somebody listens: the cursor moves with every frame of a run.
    const auto speak = [this, &model] {
        if (QAccessible::isActive()) m_plot->setAccessibleDescription(timelineSpoken(model.store(), model.view()));
    };
    connect(&model.view(), &ViewState::cursorChanged, this, speak);
    connect(&model.view(), &ViewState::visibleChanged, this, speak);
    connect(&model, &Model::traceReplaced, this, speak);
}

TimelinePanel::TimelinePanel(const Store* store, ViewState& view, QWidget* parent)
    : QWidget(parent), m_header(new TimelineHeader(this)), m_plot(new TimelinePlot(store, view, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 10);  // the card's round corners stay round
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_plot, 1);
    setFocusProxy(m_plot);
    connect(m_plot, &TimelinePlot::copyPictureRequested, this, &TimelinePanel::copyPictureRequested);
    connect(m_plot, &TimelinePlot::exportRequested, this, &TimelinePanel::exportRequested);
    setStore(store);
}

void TimelinePanel::setStore(const Store* store) {
    m_header->setStore(store);
    m_plot->setStore(store);
}

void TimelinePanel::refresh() {
    m_header->refresh();
    m_plot->refresh();
}

void TimelinePanel::setTheme(const Theme& theme) {
    m_header->setTheme(theme);
    m_plot->setTheme(theme);
}

void TimelinePanel::setTextScale(double scale, bool lowDesk) {
    m_header->setTextScale(scale, lowDesk);
    m_plot->setTextScale(scale, lowDesk);
}

void TimelinePanel::connectNotify(const QMetaMethod& signal) {
    if (signal == QMetaMethod::fromSignal(&TimelinePanel::playOrPauseRequested))
        connect(m_plot, &TimelinePlot::playOrPauseRequested, this, &TimelinePanel::playOrPauseRequested,
                Qt::UniqueConnection);
}

}  // namespace interleave::ui
