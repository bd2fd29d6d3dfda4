#include "ui/narration/narration_panel.hpp"

#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <cmath>

#include "ui/live/scenario_text.hpp"
#include "ui/narration/compared_runs.hpp"

namespace interleave::ui {
namespace {

// A sentence stands at least that long while a run goes on; faster ones cannot be read.
constexpr int kReadable = 400;  // ms
constexpr double kHeadline = 24;
constexpr double kSmallestHeadline = 15;
constexpr double kDetail = 17;
constexpr double kSmallestDetail = 13;
constexpr double kLink = 15;
constexpr double kBetween = 6;

struct FittedText {
    QFont headline;
    QFont detail;
    double headlineHeight = 0;
    double detailHeight = 0;
};

double heightOf(const QFont& font, const QString& text, double width) {
    if (text.isEmpty()) return 0;
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

// The largest type in which both fit, down to what can still be read.
FittedText fit(const Narration& narration, const QRectF& room, double scale) {
    FittedText fitted;
    for (double shrink = 1.0;; shrink -= 0.06) {
        const double headline = std::max(kHeadline * shrink, kSmallestHeadline);
        const double detail = std::max(kDetail * shrink, kSmallestDetail);
        fitted.headline = textFont(static_cast<int>(std::lround(headline * scale)), QFont::Bold);
        fitted.detail = textFont(static_cast<int>(std::lround(detail * scale)));
        fitted.headlineHeight = heightOf(fitted.headline, narration.headline, room.width());
        fitted.detailHeight = heightOf(fitted.detail, narration.detail, room.width());
        if (fitted.headlineHeight + fitted.detailHeight + kBetween * scale <= room.height()) return fitted;
        if (headline <= kSmallestHeadline && detail <= kSmallestDetail) return fitted;
    }
}

}  // namespace

NarrationPanel::NarrationPanel(Model& model, QWidget* parent)
    : Card(parent), m_model(model), m_later(new QTimer(this)) {
    setHeaderShown(false);
    m_later->setSingleShot(true);
    connect(m_later, &QTimer::timeout, this, &NarrationPanel::refreshLater);
    connect(&m_model, &Model::advanced, this, &NarrationPanel::refreshLater);
    connect(&m_model, &Model::liveChanged, this, &NarrationPanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &NarrationPanel::refreshLater);
    connect(&m_model, &Model::scenarioChanged, this, &NarrationPanel::onScenarioChanged);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &NarrationPanel::refreshLater);
    retranslate();
}

QSize NarrationPanel::sizeHint() const { return {fontPx(800), fontPx(134)}; }
QSize NarrationPanel::minimumSizeHint() const { return {fontPx(320), fontPx(m_low ? 96 : 112)}; }

void NarrationPanel::setLow(bool low) {
    m_low = low;
    updateGeometry();
}

void NarrationPanel::retranslate() {
    setTitle(tr("What happens"));
    onScenarioChanged();
}

void NarrationPanel::onScenarioChanged() {
    rebuildLinks();
    refreshLater();
}

QStringList NarrationPanel::offered() const {
    QStringList ids;
    if (!m_linksShown) return ids;
    for (const QPushButton* link : m_links) ids << link->property("scenario").toString();
    return ids;
}

void NarrationPanel::rebuildLinks() {
    qDeleteAll(m_links);
    m_links.clear();
    if (m_model.scenario() == nullptr) return;
    if (!m_wayOn.isEmpty()) {
        QPushButton* link = addLink(m_wayOn);
        link->setToolTip(m_wayOnExplained);
        connect(link, &QPushButton::clicked, this, &NarrationPanel::wayOnRequested);
    }
    for (const std::string& id : m_model.scenario()->next) {
        const QString idText = QString::fromStdString(id);
        if (findScenario(id) == nullptr || idText == m_wayOn) continue;
        connect(addLink(idText), &QPushButton::clicked, this, [this, idText] { emit scenarioRequested(idText); });
    }
}

QPushButton* NarrationPanel::addLink(const QString& id) {
    const QString title = scenarioText(id.toStdString()).title.shown();
    auto* link = new QPushButton(m_links.empty() ? tr("Next: %1 ›").arg(title) : tr("%1 ›").arg(title), this);
    link->setProperty("scenario", id);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    link->hide();
    m_links.push_back(link);
    return link;
}

void NarrationPanel::setWayOn(const QString& id, const QString& explained) {
    if (id == m_wayOn && explained == m_wayOnExplained) return;
    m_wayOn = id;
    m_wayOnExplained = explained;
    onScenarioChanged();
}

// A lesson's answer stays hidden until the run has shown it.
bool NarrationPanel::hasShownItsPoint() const {
    return m_shown.severity == Severity::alarm ||
           (m_model.store().complete() && m_model.view().cursor() >= m_model.store().now());
}

// The last of several runs stands at its end: all of them are what there is to tell of.
// One that was picked from them tells of itself.
bool NarrationPanel::endsAComparison() const {
    const auto& runs = m_model.finished();
    const bool compares = m_model.scenario() != nullptr && m_model.scenario()->variants != nullptr;
    return compares && !m_model.isLive() && runs.size() > 1 && runs.back().get() == &m_model.store() &&
           m_model.view().cursor() >= m_model.store().span().end;
}

Narration NarrationPanel::beforeTheRun() const {
    if (m_model.isLive()) return {tr("The run begins."), {}, Severity::calm};
    if (m_model.scenario() == nullptr)
        return {tr("Choose a scenario on the left, then press Run."), {}, Severity::calm};
    const ScenarioText& text = scenarioText(m_model.scenario()->id);
    const QString& question = text.question.shown();
    return {question.isEmpty() ? text.title.shown() : question, text.look.shown(), Severity::calm};
}

void NarrationPanel::refresh() {
    const Narrator narrator(m_model.store(), m_model.view().cursor());
    const bool moving = m_model.isPlaying() || (m_model.isLive() && !m_model.isPaused() && m_model.view().follows());
    Narration now = moving ? narrator.narrateMoving() : narrator.narrate();
    if (endsAComparison()) {
        if (Narration all = ComparedRuns::narrate(m_model.finished()); !all.headline.isEmpty()) now = std::move(all);
    }
    const bool nothingYet = now.headline.isEmpty();
    if (nothingYet) now = beforeTheRun();

    const bool hurried = m_model.isLive() && m_model.view().follows() && now.severity == Severity::calm &&
                         m_sinceChange.isValid() && m_sinceChange.elapsed() < kReadable;
    if (hurried && now.headline != m_shown.headline) {
        if (!m_later->isActive()) m_later->start(static_cast<int>(kReadable - m_sinceChange.elapsed()));
        return;
    }
    if (nothingYet) m_sinceChange.invalidate();  // the first thing that happens is told at once
    else if (now.headline != m_shown.headline) m_sinceChange.start();
    m_shown = now;
    setAccessibleDescription(now.headline + QLatin1Char('\n') + now.detail);
    m_linksShown = hasShownItsPoint();
    styleLinks();
    placeLinks();
}

QColor NarrationPanel::groundColor() const {
    return m_shown.severity == Severity::alarm ? theme().dangerGround : theme().panel;
}

QColor NarrationPanel::edgeColor() const {
    return m_shown.severity == Severity::alarm ? theme().danger : theme().hairline;
}

void NarrationPanel::styleLinks() {
    const QString sheet = QStringLiteral(
                              "QPushButton { border: none; padding: 2px 0; background: transparent; color: %1; }"
                              "QPushButton:hover, QPushButton:focus { text-decoration: underline; }")
                              .arg(theme().accent.name());
    const QFont font = textFont(fontPx(kLink), QFont::DemiBold);
    for (QPushButton* link : m_links) {
        if (link->styleSheet() != sheet) link->setStyleSheet(sheet);
        if (link->font() != font) link->setFont(font);
    }
}

void NarrationPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    placeLinks();
}

// In a row at the foot; those for which there is no room are left out.
void NarrationPanel::placeLinks() {
    const QRectF area = content();
    double x = area.left() + px(8);
    const double height = px(kLink) * 1.6;
    for (QPushButton* link : m_links) {
        const double width = QFontMetricsF(link->font()).horizontalAdvance(link->text()) + px(4);
        const bool fits = x + width <= area.right();
        link->setGeometry(QRectF(x, area.bottom() - height + px(4), width, height).toAlignedRect());
        link->setVisible(m_linksShown && fits);
        x += width + px(16);
    }
}

QRectF NarrationPanel::textArea() const {
    const double foot = m_linksShown && !m_links.empty() ? px(kLink) * 1.6 : 0;
    return content().adjusted(px(8), -px(2), -px(8), -foot);
}

void NarrationPanel::paintContent(QPainter& painter) {
    const QRectF area = textArea();
    const FittedText fitted = fit(m_shown, area, textScale());
    painter.setPen(theme().ink);
    painter.setFont(fitted.headline);
    painter.drawText(area, Qt::TextWordWrap | Qt::AlignTop, m_shown.headline);
    painter.setFont(fitted.detail);
    if (m_shown.severity != Severity::alarm) painter.setPen(theme().muted);
    painter.drawText(area.adjusted(0, fitted.headlineHeight + px(kBetween), 0, 0), Qt::TextWordWrap | Qt::AlignTop,
                     m_shown.detail);
    if (m_shown.severity != Severity::notice) return;
    // Worth a look, and no alarm: an edge of the colour of waiting.
    const QRectF edge(0, px(10), px(4), height() - px(20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().state(StateClass::waitingLock));
    painter.drawRoundedRect(edge, px(2), px(2));
}

}  // namespace interleave::ui
