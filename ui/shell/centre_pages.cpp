#include "ui/shell/centre_pages.hpp"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

#include "ui/scheduling/compare_panel.hpp"
#include "ui/theme/segments.hpp"

namespace interleave::ui {
namespace {

enum Page { kTimeline, kComparison };
constexpr int kSegmentWidth = 120;

}  // namespace

CentrePages::CentrePages(Model& model, QWidget* timeline, QWidget* parent) : QWidget(parent), m_model(model) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_choice = new Segments(this);
    m_choice->add(kTimeline, {});
    m_choice->add(kComparison, {});
    m_choice->setSegmentWidth(kSegmentWidth);
    m_pages = new QStackedWidget(this);
    m_compare = new ComparePanel(model);
    m_pages->insertWidget(kTimeline, timeline);
    m_pages->insertWidget(kComparison, m_compare);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_pages, 1);

    connect(m_choice, &Segments::picked, this, [this](int page) { showComparison(page == kComparison); });
    connect(m_compare, &ComparePanel::runChosen, this, [this](int run) {
        m_model.showFinished(run);
        showComparison(false);
    });
    connect(&m_model, &Model::finishedChanged, this, &CentrePages::refresh);
    connect(&m_model, &Model::scenarioChanged, this, &CentrePages::refresh);
    connect(&m_model, &Model::liveChanged, this, &CentrePages::refresh);
    retranslate();
    refresh();
}

void CentrePages::setTheme(const Theme& theme) { m_compare->setTheme(theme); }

bool CentrePages::showsComparison() const { return m_pages->currentIndex() == kComparison; }

void CentrePages::showComparison(bool comparison) {
    m_pages->setCurrentIndex(comparison ? kComparison : kTimeline);
    m_choice->setChosen(comparison ? kComparison : kTimeline);
}

std::vector<std::shared_ptr<const Store>> CentrePages::compared() const {
    return m_compare->showsPair() ? m_compare->runs() : m_model.finished();
}

bool CentrePages::canCompare() const { return m_model.finished().size() >= 2; }

// A run that begins is watched; when the last of a comparison is over, the comparison is what it was for.
void CentrePages::refresh() {
    m_choice->setVisible(canCompare());
    const bool live = m_model.isLive();
    const bool ended = std::exchange(m_wasLive, live) && !live;
    const bool compares = m_model.scenario() != nullptr && m_model.scenario()->variants != nullptr;
    if (live || !canCompare()) showComparison(false);
    else if (ended && compares) showComparison(true);
}

void CentrePages::retranslate() {
    m_choice->setText(kTimeline, tr("Timeline"));
    m_choice->setText(kComparison, tr("Compare"));
}

void CentrePages::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace interleave::ui
