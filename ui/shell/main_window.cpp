#include "ui/shell/main_window.hpp"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

#include "ui/desktop/system_theme.hpp"
#include "ui/gallery/gallery_panel.hpp"
#include "ui/live/guide.hpp"
#include "ui/narration/guide_strip.hpp"
#include "ui/live/course.hpp"
#include "ui/narration/narration_panel.hpp"
#include "ui/shell/actions.hpp"
#include "ui/shell/centre_pages.hpp"
#include "ui/shell/error_bar.hpp"
#include "ui/shell/lesson_actions.hpp"
#include "ui/shell/panel_docks.hpp"
#include "ui/shell/parameter_form.hpp"
#include "ui/shell/presentation.hpp"
#include "ui/shell/status_line.hpp"
#include "ui/shell/top_bar.hpp"
#include "ui/shell/tour.hpp"
#include "ui/shell/transport.hpp"
#include "ui/theme/style_sheet.hpp"
#include "ui/timeline/overview_strip.hpp"
#include "ui/timeline/timeline_panel.hpp"

namespace interleave::ui {

namespace {

constexpr int kGap = 16;            // between cards and around them
constexpr int kUnderGrip = 12;      // what a dock's grip leaves above its card; the timeline keeps level with it
constexpr int kSideWidth = 248;
constexpr int kLowGap = 10;
constexpr int kLowWindow = 860;      // pixels: below that height is short
constexpr int kNarrowWindow = 1440;  // pixels: below that the side gives some of its width to the timeline

QFrame* card(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setProperty("card", true);
    return frame;
}

const Theme& themeFor(ThemeChoice choice, const SystemTheme& system) {
    const bool dark = choice == ThemeChoice::system ? system.isDark() : choice == ThemeChoice::dark;
    return Theme::named(dark ? ThemeName::dark : ThemeName::light);
}

}  // namespace

MainWindow::MainWindow(Model& model, ThemeChoice choice)
    : m_model(model), m_system(new SystemTheme(*this)), m_theme(&themeFor(choice, *m_system)), m_choice(choice) {
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    resize(QSize(1600, 960).boundedTo(screen()->availableSize()));
    // Before there is anything that would have to be styled once more.
    QApplication::setPalette(paletteOf(*m_theme));
    setStyleSheet(sheetOf(*m_theme));
    m_actions = new Actions(model, this);
    m_course = new Course(model, this);
    m_lessons = new LessonActions(*m_course, model, this);
    m_menus = new Menus(*m_actions, this);
    m_guide = new Guide(model, this);
    m_presentation = new Presentation(model, *m_guide, *m_course, *this);
    buildTop();
    buildDesk();
    buildSide();
    m_status = new StatusLine(model, this);
    setStatusBar(m_status);
    m_tour = new Tour(*this, {.gallery = m_gallery, .run = m_top->runButton(), .timeline = m_timeline});
    connectModel();
    connectActions();
    connectChrome();
    connectLessons();
    connectComfort();
    retranslate();
    setThemeChoice(choice);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildTop() {
    auto* box = new QWidget(this);
    box->setProperty("role", "bar");
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(m_model, *m_actions, m_menus->main(), m_menus->exporting(), box);
    auto* line = new QFrame(box);
    line->setProperty("role", "divider");
    line->setFixedHeight(1);
    m_errors = new ErrorBar(box);
    auto* errorRow = new QHBoxLayout;
    errorRow->setContentsMargins(0, 0, 0, 0);
    errorRow->addWidget(m_errors);
    column->addWidget(m_menus->bar());
    column->addWidget(m_top);
    column->addWidget(line);
    column->addLayout(errorRow);
    m_menus->bar()->hide();
    setMenuWidget(box);
}

void MainWindow::buildDesk() {
    // A window within the window: what docks to it keeps clear of the bar, the gallery and the edges.
    m_desk = new QMainWindow(this, Qt::Widget);
    m_desk->setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_desk->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    auto* centre = new QWidget(m_desk);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, kUnderGrip, PanelDocks::kSideGap, 0);
    column->setSpacing(kGap);

    QFrame* timelineCard = card(centre);
    auto* timelineBox = new QVBoxLayout(timelineCard);
    timelineBox->setContentsMargins(1, 1, 1, 1);
    m_timeline = new TimelinePanel(m_model, timelineCard);
    timelineBox->addWidget(m_timeline);
    m_pages = new CentrePages(m_model, timelineCard, centre);
    buildGuide();
    column->addWidget(m_guideStrip);
    column->addWidget(m_pages, 1);

    QFrame* transportCard = card(centre);
    auto* transportBox = new QVBoxLayout(transportCard);
    transportBox->setContentsMargins(1, 8, 1, 1);
    transportBox->setSpacing(6);
    m_overview = new OverviewStrip(m_model, transportCard);
    m_transport = new Transport(m_model, *m_actions, transportCard);
    transportBox->addWidget(m_overview);
    transportBox->addWidget(m_transport);
    column->addWidget(transportCard);
    m_centre = column;
    m_transportBox = transportBox;
    m_desk->setCentralWidget(centre);
    m_panels = new PanelDocks(*m_desk, m_model);
    m_panels->arrange(size());
}

void MainWindow::buildGuide() {
    m_guideStrip = new GuideStrip(*m_guide, this);
    m_guideToggle = new QAction(this);
    m_guideToggle->setCheckable(true);
    m_guideToggle->setChecked(true);
    connect(m_guideToggle, &QAction::toggled, m_guideStrip, &GuideStrip::setWanted);
    // A step that speaks of all the runs is about the comparison, the others are about one of them.
    connect(m_guide, &Guide::changed, this, [this] {
        if (m_guide->place() > 0) m_pages->showComparison(m_guide->showsComparison());
    });
}

void MainWindow::buildSide() {
    auto* side = new QWidget(this);
    side->setProperty("role", "side");
    side->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_gallery = new GalleryPanel(side);
    m_parameters = new ParameterForm(m_model, *m_actions, side);
    column->addWidget(m_gallery, 1);
    column->addWidget(m_parameters);
    side->setMinimumWidth(208);
    side->setMaximumWidth(400);

    auto* deskBox = new QWidget(this);
    deskBox->setProperty("role", "ground");
    auto* deskLayout = new QVBoxLayout(deskBox);
    deskLayout->setContentsMargins(kGap, kGap - kUnderGrip, kGap, kGap);
    deskLayout->addWidget(m_desk);

    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(side);
    m_split->addWidget(deskBox);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({kSideWidth, 1600 - kSideWidth});
    setCentralWidget(m_split);

    m_galleryToggle = new QAction(this);
    m_galleryToggle->setCheckable(true);
    m_galleryToggle->setChecked(true);
    m_galleryToggle->setShortcut(QKeySequence("Ctrl+G"));
    addAction(m_galleryToggle);
    connect(m_galleryToggle, &QAction::toggled, side, &QWidget::setVisible);
    std::vector<QAction*> toggles{m_galleryToggle, m_guideToggle};
    for (QAction* toggle : m_panels->toggles()) toggles.push_back(toggle);
    m_menus->setPanels(toggles);
}

void MainWindow::setThemeChoice(ThemeChoice choice) {
    m_choice = choice;
    m_menus->setThemeChoice(choice);
    setTheme(themeFor(choice, *m_system));
}

void MainWindow::setTheme(const Theme& theme) {
    if (&theme != m_theme) {
        QApplication::setPalette(paletteOf(theme));
        setStyleSheet(sheetOf(theme));
    } else if (std::exchange(m_themed, true)) {
        return;
    }
    m_themed = true;
    m_theme = &theme;
    m_actions->setTheme(theme);
    m_top->setTheme(theme);
    m_errors->setTheme(theme);
    m_gallery->setTheme(theme);
    m_lessons->setTheme(theme);
    m_parameters->setTheme(theme);
    m_timeline->setTheme(theme);
    m_pages->setTheme(theme);
    m_guideStrip->setTheme(theme);
    m_overview->setTheme(theme);
    m_transport->setTheme(theme);
    m_panels->setTheme(theme);
    m_presentation->setTheme(theme);
    m_tour->setTheme(theme);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        QMetaObject::invokeMethod(this, &MainWindow::measureAgain, Qt::QueuedConnection);
    }
    QMainWindow::changeEvent(event);
}

// Type and texts change one after the other: what was measured in between is not to be kept.
void MainWindow::measureAgain() {
    for (QWidget* each : findChildren<QWidget*>()) {
        if (each->layout() != nullptr) each->layout()->invalidate();
        each->updateGeometry();
    }
}

void MainWindow::retranslate() {
    m_actions->retranslate();
    m_lessons->retranslate();
    m_menus->retranslate();
    m_galleryToggle->setText(tr("Gallery and settings"));
    m_guideToggle->setText(tr("Steps of the lesson"));
    m_panels->setTheme(*m_theme);  // its grips name their buttons then
    setWindowTitle(QStringLiteral("Interleave"));
    m_timeline->plot().setAccessibleName(tr("Timeline"));
    m_overview->setAccessibleName(tr("The whole run"));
}

void MainWindow::chooseScenario(const QString& id) { m_model.chooseScenario(id); }

QString MainWindow::errorShown() const { return m_errors->sentence(); }

void MainWindow::arrangePanels() {
    const int side = width() < kNarrowWindow ? 216 : kSideWidth;
    m_split->setSizes({side, std::max(1, width() - side)});
    m_galleryToggle->setChecked(true);
    m_guideToggle->setChecked(true);
    m_panels->arrange(m_desk->size());
}

void MainWindow::restorePlaces() {
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    m_placed = m_panels->restore(settings);
    if (m_placed) m_split->restoreState(settings.value("window/split").toByteArray());
    m_galleryToggle->setChecked(settings.value("window/gallery", true).toBool());
    m_guideToggle->setChecked(settings.value("window/guide", true).toBool());
    m_actions->menuBar->setChecked(settings.value("window/menuBar", false).toBool());
    m_gallery->keepInSettings();
    m_actions->animations->setChecked(settings.value("window/animations", true).toBool());
}

void MainWindow::savePlaces() const {
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/split", m_split->saveState());
    settings.setValue("window/gallery", m_galleryToggle->isChecked());
    settings.setValue("window/guide", m_guideToggle->isChecked());
    settings.setValue("window/menuBar", m_actions->menuBar->isChecked());
    settings.setValue("window/animations", m_actions->animations->isChecked());
    settings.setValue("theme", static_cast<int>(m_choice));
    settings.setValue("language", nameOf(spoken()));
    if (m_model.scenario() != nullptr) settings.setValue("scenario", QString::fromStdString(m_model.scenario()->id));
    m_panels->save(settings);
}

void MainWindow::setLow(bool low) {
    if (std::exchange(m_low, low) == low) return;
    m_centre->setSpacing(low ? kLowGap : kGap);
    m_transportBox->setContentsMargins(1, low ? 4 : 8, 1, 1);
    m_transportBox->setSpacing(low ? 3 : 6);
    m_timeline->setTextScale(1.0, low);
    m_overview->setTextScale(1.0, low);
    m_transport->setLow(low);
    m_parameters->setLow(low);
    m_panels->setLow(low);
    m_guideStrip->setLow(low);
    // Panels stand otherwise on a low desk; where a person has put them, they stay.
    if (m_shown && !m_panels->areMoved())
        QMetaObject::invokeMethod(this, [this] { m_panels->arrange(m_desk->size()); }, Qt::QueuedConnection);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    setLow(event->size().height() < kLowWindow);
    QMainWindow::resizeEvent(event);
}

// The first arrangement is for the size that the window really gets.
void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_timeline->plot().setFocus();  // keys are meant for the run, not for the first button
    m_shown = true;
    if (std::exchange(m_placed, true)) return;
    QMetaObject::invokeMethod(this, &MainWindow::arrangePanels, Qt::QueuedConnection);
}

}  // namespace interleave::ui
