#include "ui/shell/top_bar.hpp"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>
#include <array>

#include "ui/live/chapters.hpp"
#include "ui/live/words.hpp"
#include "ui/shell/actions.hpp"
#include "ui/shell/elided_label.hpp"
#include "ui/theme/segments.hpp"
#include "ui/shell/words.hpp"
#include "ui/theme/icon.hpp"

namespace interleave::ui {

namespace {

constexpr std::array kRuntimes{RuntimeKind::processes, RuntimeKind::threads, RuntimeKind::workers,
                               RuntimeKind::coroutines, RuntimeKind::virtualTime};
constexpr std::array kTempos{0.25, 0.5, 1.0, 2.0, 4.0};
constexpr int kHeight = 68;
constexpr int kLowHeight = 56;
constexpr int kNarrow = 1720;  // pixels: below that the name beside the logo goes and the switch closes up

QFrame* divider(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", "divider");
    line->setFixedSize(1, 28);
    return line;
}

QToolButton* buttonFor(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(40);
    return button;
}

}  // namespace

TopBar::TopBar(Model& model, Actions& actions, QMenu* mainMenu, QMenu* exportMenu, QWidget* parent)
    : QWidget(parent), m_model(model), m_actions(actions), m_theme(&Theme::named(ThemeName::light)) {
    setProperty("role", "bar");
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(kHeight);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(8, 0, 16, 0);
    m_row->setSpacing(12);
    m_row->addWidget(buildTitle(mainMenu), 5);
    m_row->addWidget(buildConditions(), 0);
    m_row->addStretch(1);
    m_row->addWidget(buildButtons(exportMenu), 0);

    // Filled as they open: their entries are never replaced while one of them is being chosen.
    connect(m_paces, &QMenu::aboutToShow, this, &TopBar::fillPaces);
    connect(m_tempos, &QMenu::aboutToShow, this, &TopBar::fillTempos);
    connect(&m_model, &Model::scenarioChanged, this, &TopBar::refresh);
    connect(&m_model, &Model::requestChanged, this, &TopBar::refresh);
    retranslate();
}

QWidget* TopBar::buildTitle(QMenu* mainMenu) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_menu = new QToolButton(box);
    m_menu->setProperty("role", "quiet");
    m_menu->setMenu(mainMenu);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setShortcut(Qt::Key_F9);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_logo = new QLabel(box);
    m_name = new QLabel(QStringLiteral("Interleave"), box);
    m_chapter = new ElidedLabel(box);
    m_chapter->setProperty("role", "muted");
    m_title = new ElidedLabel(box);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    texts->addWidget(m_chapter);
    texts->addWidget(m_title);
    texts->addStretch(1);
    row->addWidget(m_menu);
    row->addWidget(m_logo);
    row->addWidget(m_name);
    row->addSpacing(4);
    row->addWidget(divider(box));
    row->addSpacing(8);
    row->addLayout(texts, 1);
    return box;
}

QWidget* TopBar::buildConditions() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_runtimes = new Segments(box);
    m_runtimes->setFixedHeight(40);
    for (const RuntimeKind runtime : kRuntimes) m_runtimes->add(static_cast<int>(runtime), runtimeTitle(runtime));
    connect(m_runtimes, &Segments::picked, this, [this](int id) {
        RunRequest request = m_model.request();
        request.runtime = static_cast<RuntimeKind>(id);
        m_model.setRequest(request);
    });
    m_paces = new QMenu(this);
    m_pace = new QToolButton(box);
    m_pace->setProperty("role", "pill");
    m_pace->setMenu(m_paces);
    m_pace->setPopupMode(QToolButton::InstantPopup);
    m_pace->setFocusPolicy(Qt::TabFocus);
    m_tempos = new QMenu(this);
    m_tempo = new QToolButton(box);
    m_tempo->setProperty("role", "quiet");
    m_tempo->setMenu(m_tempos);
    m_tempo->setPopupMode(QToolButton::InstantPopup);
    m_tempo->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_runtimes);
    row->addWidget(m_pace);
    row->addWidget(m_tempo);
    return box;
}

QWidget* TopBar::buildButtons(QMenu* exportMenu) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_run = buttonFor(m_actions.run, box);
    m_run->setProperty("role", "primary");
    m_run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_run->setIconSize({16, 16});
    row->addWidget(m_run);
    row->addSpacing(4);
    m_step = buttonFor(m_actions.step, box);
    m_stop = buttonFor(m_actions.stop, box);
    row->addWidget(m_step);
    row->addWidget(m_stop);
    m_export = new QToolButton(box);
    m_export->setMenu(exportMenu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setFocusPolicy(Qt::TabFocus);
    m_export->setMinimumHeight(40);
    row->addWidget(m_export);
    return box;
}

void TopBar::setTheme(const Theme& theme) {
    m_theme = &theme;
    m_menu->setIcon(icon("menu", theme.ink, theme.muted));
    m_logo->setPixmap(logoPixmap(30, devicePixelRatioF()));
    refresh();
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TopBar::retranslate() {
    m_name->setFont(textFont(20, QFont::Bold));
    m_chapter->setFont(textFont(13));
    m_title->setFont(textFont(m_narrow ? 16 : 18, QFont::Bold));
    m_menu->setToolTip(tr("Menu  ·  F9"));
    m_menu->setAccessibleName(tr("Menu"));
    m_pace->setAccessibleName(tr("Pace"));
    m_export->setText(tr("Export"));
    m_tempo->setToolTip(tr("How fast time passes for the scenario, now and in the next run"));
    for (const RuntimeKind runtime : kRuntimes) {
        m_runtimes->setText(static_cast<int>(runtime), runtimeTitle(runtime));
    }
    refresh();
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setNarrow(event->size().width() < kNarrow);
}

void TopBar::setNarrow(bool narrow) {
    m_narrow = narrow;
    setFixedHeight(narrow ? kLowHeight : kHeight);
    m_row->setStretch(2, narrow ? 0 : 1);
    m_title->setFont(textFont(narrow ? 16 : 18, QFont::Bold));
    m_name->setVisible(!narrow);
    m_runtimes->setSegmentWidth(narrow ? 0 : 108);
    for (QToolButton* button : {m_step, m_stop}) {
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
    }
    refresh();
}

void TopBar::refresh() {
    refreshTitle();
    refreshRuntimes();
    m_pace->setText(Words::pace(m_model.request().pace));
    m_pace->setToolTip(tr("Pace: %1").arg(paceExplained(m_model.request().pace)));
    const QString tempo = tempoText(m_model.request().tempo);
    m_tempo->setText(m_narrow ? tempo : tr("tempo %1").arg(tempo));
    m_pace->setEnabled(m_model.scenario() != nullptr);
}

void TopBar::refreshTitle() {
    QString chapter = tr("Choose a scenario");
    QString title = tr("What does concurrency really do?");
    QString whole;
    if (const Scenario* scenario = m_model.scenario()) {
        const ScenarioText& text = scenarioText(scenario->id);
        chapter = chapterName(shownChapterOf(scenario->id)).shown();
        title = text.title.shown();
        whole = text.subtitle.shown();
    } else if (!m_model.store().facts().scenario.empty()) {
        chapter = tr("A trace from a file");
        title = QString::fromStdString(m_model.store().facts().scenario);
    }
    m_chapter->setText(chapter);
    m_title->setText(title);
    m_title->setToolTip(whole.isEmpty() ? title : title + "\n" + whole);
}

void TopBar::refreshRuntimes() {
    const Scenario* scenario = m_model.scenario();
    for (const RuntimeKind runtime : kRuntimes) {
        const QString refused =
            scenario == nullptr ? tr("Choose a scenario first.") : runtimeRefused(*scenario, runtime);
        m_runtimes->setAvailable(static_cast<int>(runtime), refused.isEmpty(),
                                 refused.isEmpty() ? runtimeExplained(runtime) : refused);
    }
    m_runtimes->setChosen(scenario == nullptr ? -1 : static_cast<int>(m_model.request().runtime));
}

void TopBar::setPace(Pace pace) {
    RunRequest request = m_model.request();
    request.pace = pace;
    m_model.setRequest(request);
}

void TopBar::fillPaces() {
    m_paces->clear();
    m_paces->setToolTipsVisible(true);
    const Scenario* scenario = m_model.scenario();
    for (const Pace pace : {Pace::free, Pace::steered, Pace::step}) {
        QAction* action = m_paces->addAction(Words::pace(pace) + QString::fromUtf8(" — ") + paceExplained(pace));
        action->setCheckable(true);
        action->setChecked(pace == m_model.request().pace);
        action->setEnabled(scenario != nullptr &&
                           std::count(scenario->paces.begin(), scenario->paces.end(), pace) > 0);
        if (!action->isEnabled()) action->setToolTip(tr("This scenario has no such pace."));
        connect(action, &QAction::triggered, this, [this, pace] { setPace(pace); });
    }
}

void TopBar::fillTempos() {
    m_tempos->clear();
    for (const double tempo : kTempos) {
        QAction* action = m_tempos->addAction(tempoText(tempo));
        action->setCheckable(true);
        action->setChecked(tempo == m_model.request().tempo);
        connect(action, &QAction::triggered, this, [this, tempo] { m_model.setTempo(tempo); });
    }
}

}  // namespace interleave::ui
