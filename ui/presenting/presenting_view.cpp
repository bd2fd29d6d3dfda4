#include "ui/presenting/presenting_view.hpp"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>

#include <algorithm>

#include "ui/live/scenario_text.hpp"
#include "ui/live/words.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/presenting/wall_card.hpp"
#include "ui/theme/card.hpp"
#include "ui/timeline/timeline_plot.hpp"

namespace interleave::ui {
namespace {

constexpr int kReadable = 700;       // ms: a sentence stands at least that long while a run goes on

bool losesAnUpdateAt(const Store& store, TraceTime at) {
    return std::ranges::any_of(store.lostUpdates(), [at](const LostUpdate& lost) { return lost.at == at; });
}

}  // namespace

PresentingView::PresentingView(Model& model, std::unique_ptr<PointPanels> panels, QWidget* parent)
    : QWidget(parent), m_model(model), m_panels(std::move(panels)), m_theme(&Theme::named(ThemeName::light)),
      m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    connect(m_due, &QTimer::timeout, this, &PresentingView::refresh);
    build();
    connectModel();
    dress();
}

PresentingView::~PresentingView() = default;

void PresentingView::build() {
    m_header = new WallHeader(this);
    m_timelineCard = new WallCard(m_model, this);
    m_timeline = &m_timelineCard->timeline();
    m_sentence = new SentenceCard(this);
    m_question = new QuestionPage(this);
    m_foot = new QLabel(this);
    m_foot->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // Clicks mean the same everywhere: they belong to whoever presents.
    for (QWidget* each : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_question)}) each->setMouseTracking(true);
    connect(m_question, &QuestionPage::chosen, this, &PresentingView::chosen);
}

void PresentingView::connectModel() {
    connect(&m_model, &Model::advanced, this, &PresentingView::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, [this] { sayTrouble({}); });
    connect(&m_model, &Model::scenarioChanged, this, &PresentingView::refresh);
    connect(&m_model, &Model::requestChanged, this, &PresentingView::refresh);
    connect(&m_model, &Model::liveChanged, this, &PresentingView::refresh);
    connect(&m_model, &Model::playingChanged, this, &PresentingView::refresh);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &PresentingView::refreshLater);
}

void PresentingView::setTheme(const Theme& theme) {
    m_theme = &Theme::named(theme.name);
    dress();
}

void PresentingView::setType(double type) {
    m_type = type;
    dress();
}

void PresentingView::setPlace(const WallPlace& place) {
    if (place.step != m_place.step) m_trouble.clear();
    m_place = place;
    refresh();
}

void PresentingView::sayTrouble(const QString& sentence) {
    m_trouble = sentence;
    refresh();
}

bool PresentingView::asks() const {
    const bool ran = m_model.store().totals().events > 0;
    return m_trouble.isEmpty() && m_place.step == 0 && !m_model.isLive() && (!ran || !m_place.question.choices.empty());
}

QString PresentingView::placeShown() const { return m_foot->text(); }

void PresentingView::dress() {
    const WallSizes sizes = this->sizes();
    const WallPlaces places =
        placesOn(size(), sizes, !m_choice ? Beside::nothing : m_choice->wide ? Beside::widePanel : Beside::panel);
    m_header->setLooks(*m_theme, sizes);
    m_header->setGeometry(places.header.toRect());
    m_timelineCard->setGeometry(places.timeline.toRect());
    m_timelineCard->setLooks(*m_theme, sizes);
    m_sentence->setLooks(*m_theme, sizes);
    m_sentence->setGeometry(places.sentence.toRect());
    m_question->setLooks(*m_theme, sizes);
    m_question->setGeometry(places.page.toRect());
    m_foot->setGeometry(places.foot.toRect());
    m_foot->setFont(textFont(sizes.label()));
    m_foot->setStyleSheet(QStringLiteral("color: %1; background: transparent;").arg(m_theme->muted.name()));
    if (m_point != nullptr) {
        m_point->setTheme(*m_theme);
        m_point->setTextScale(sizes.panelScale());
        m_point->setGeometry(places.panel.toRect());
    }
    refresh();
    update();
}

// While a run goes on, what is said changes no faster than it can be read.
void PresentingView::refreshLater() {
    if (m_due->isActive()) return;
    const bool moving = m_model.isLive() || m_model.isPlaying();
    const qint64 since = m_sinceSaid.isValid() ? m_sinceSaid.elapsed() : kReadable;
    m_due->start(moving ? static_cast<int>(std::clamp<qint64>(kReadable - since, 0, kReadable)) : 0);
}

void PresentingView::refresh() {
    m_due->stop();
    refreshHeader();
    refreshPoint();
    const bool asking = asks();
    m_question->ask(m_place.question);
    const WallSentence now = sentenceNow();
    if (now != m_sentence->said()) m_sinceSaid.start();
    m_sentence->say(now);
    m_foot->setText(m_place.step > 0 ? QStringLiteral("%1 / %2").arg(m_place.step).arg(m_place.of) : QString());
    m_question->setVisible(asking);
    m_timelineCard->setVisible(!asking);
    m_sentence->setVisible(!asking);
    if (m_point != nullptr) m_point->setVisible(!asking);
}

void PresentingView::refreshHeader() {
    const Store& store = m_model.store();
    const bool ran = store.totals().events > 0 || m_model.isLive();
    const RuntimeKind runtime = ran ? store.facts().runtime : m_model.request().runtime;
    const Pace pace = ran ? store.facts().pace : m_model.request().pace;
    const std::string id = m_model.scenario() != nullptr ? m_model.scenario()->id : store.facts().scenario;
    m_header->show(id.empty() ? QString() : scenarioText(id).title.shown(),
                   {Words::runtime(runtime), Words::pace(pace)});
}

void PresentingView::refreshPoint() {
    const PointPanels::Choice choice = m_panels->choice();
    if (m_choice == choice) return;
    m_choice = choice;
    if (m_point != nullptr) m_point->hide();
    Card*& panel = m_made[choice.panel];
    if (panel == nullptr) {
        panel = m_panels->make(choice.panel);
        panel->setParent(this);
        // Keys and clicks are the presenter's.
        panel->setAttribute(Qt::WA_TransparentForMouseEvents);
        panel->setFocusPolicy(Qt::NoFocus);
        panel->lower();
    }
    m_point = panel;
    dress();
}

WallSentence PresentingView::sentenceNow() const {
    if (!m_trouble.isEmpty()) return {m_trouble, {}, true};
    const Store& store = m_model.store();
    const TraceTime cursor = m_model.view().cursor();
    const Narrator narrator(store, cursor);
    const bool moving = m_model.isPlaying() || (m_model.isLive() && !m_model.isPaused() && m_model.view().follows());
    const Narration told = moving ? narrator.narrateMoving() : narrator.narrate();
    const bool alarm = told.severity == Severity::alarm;
    if (!moving && m_place.step > 0 && !m_place.sentence.isEmpty())
        return {m_place.sentence, {}, alarm || losesAnUpdateAt(store, cursor)};
    if (told.headline.isEmpty()) return {m_model.isLive() ? tr("The run begins.") : QString(), {}, false};
    return {told.headline, told.detail, alarm};
}

void PresentingView::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_theme->ground); }

void PresentingView::resizeEvent(QResizeEvent*) { dress(); }

void PresentingView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace interleave::ui
