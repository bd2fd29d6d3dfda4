#include "ui/gallery/gallery_panel.hpp"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QTreeView>

#include <utility>

#include "ui/gallery/gallery_rows.hpp"
#include "ui/gallery/gallery_sections.hpp"
#include "ui/gallery/lesson_drag.hpp"
#include "ui/gallery/nothing_found.hpp"
#include "ui/live/chapters.hpp"
#include "ui/theme/icon.hpp"

namespace interleave::ui {

namespace {

constexpr int kLeastHeight = 232;  // pixels: the search and a handful of rows
constexpr int kNearTheName = 4;    // rows

QToolButton* stepButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setProperty("role", "quiet");
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFixedWidth(28);
    button->hide();
    return button;
}

}  // namespace

GalleryPanel::GalleryPanel(QWidget* parent) : QWidget(parent) {
    m_search = new QLineEdit(this);
    m_search->setProperty("role", "search");
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_previous = stepButton(this);
    m_next = stepButton(this);
    m_nothing = new NothingFound(this);
    m_nothing->hide();
    buildTree();

    m_searchRow = new QHBoxLayout;
    m_searchRow->setContentsMargins(16, 16, 16, 8);
    m_searchRow->setSpacing(2);
    m_searchRow->addWidget(m_search, 1);
    m_searchRow->addWidget(m_previous);
    m_searchRow->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setMinimumHeight(kLeastHeight);
    column->setSpacing(0);
    column->addLayout(m_searchRow);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_tree, 1);

    connect(m_search, &QLineEdit::textChanged, this, &GalleryPanel::filter);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!m_drag->hasDragged()) toggle(index);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &GalleryPanel::showMenu);
    connect(m_nothing, &NothingFound::clearRequested, this, [this] {
        m_search->clear();
        focusSearch();
    });
    retranslate();
}

void GalleryPanel::buildTree() {
    m_model = new GallerySections(this);
    m_rows = new GalleryRows(this);
    m_tree = new QTreeView(this);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_rows);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setMouseTracking(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    m_drag = new LessonDrag(m_tree, m_rows);
    connect(m_drag, &LessonDrag::moved, this, &GalleryPanel::moveEntry);
}

void GalleryPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search  /"));
    m_search->setAccessibleName(tr("Search the scenarios"));
    m_tree->setAccessibleName(tr("Scenarios"));
    m_model->retranslate();
}

void GalleryPanel::showNewPicture(const QString& id) {
    m_rows->forgetPictures();
    m_model->tellAbout(id);
    m_tree->viewport()->update();
}

void GalleryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        filter(m_search->text());
    }
    QWidget::changeEvent(event);
}

void GalleryPanel::setTheme(const Theme& theme) {
    m_theme = &theme;
    m_rows->setTheme(theme);
    m_nothing->setTheme(theme);
    m_model->setTheme(theme.name);
    if (m_search->actions().isEmpty()) {
        m_search->addAction(icon("search", theme.muted, theme.muted), QLineEdit::LeadingPosition);
    } else {
        m_search->actions().front()->setIcon(icon("search", theme.muted, theme.muted));
    }
    m_tree->viewport()->update();
}

void GalleryPanel::setActions(QAction* previous, QAction* next, QMenu* lesson) {
    m_lessonMenu = lesson;
    for (const auto& [button, action] : {std::pair(m_previous, previous), std::pair(m_next, next)}) {
        button->setDefaultAction(action);
        button->show();
    }
}

void GalleryPanel::follow(Course& course) {
    m_course = &course;
    connect(&course, &Course::changed, this, &GalleryPanel::showLesson);
    showLesson();
}

// A list that has just been opened is what a person wants to see.
void GalleryPanel::showLesson() {
    m_model->setLesson(m_course);
    const bool has = m_course->hasLesson();
    const bool appears = has && !m_hadLesson;
    m_hadLesson = has;
    if (has && (appears || m_course->place() >= 0)) open(m_model->head(kLessonKey));
    if (appears) m_tree->scrollTo(m_model->head(kLessonKey)->index(), QAbstractItemView::PositionAtTop);
    if (const QStandardItem* row = m_model->entryRow(m_course->place())) m_tree->scrollTo(row->index());
    if (!m_search->text().trimmed().isEmpty()) filter(m_search->text());
}

void GalleryPanel::keepInSettings() {
    m_keeps = true;
    m_kept.read(QSettings());
    showKept();
}

void GalleryPanel::showKept() {
    m_model->setKept(m_kept);
    if (m_keeps) {
        QSettings settings;
        m_kept.write(settings);
    }
    if (!m_search->text().trimmed().isEmpty()) filter(m_search->text());
}

// Whatever a person looks at stays where it is, though a section appears above it or grows.
void GalleryPanel::toggleFavourite(const QString& id) {
    const QPersistentModelIndex looked = m_tree->indexAt(m_tree->viewport()->rect().center());
    const int before = m_tree->visualRect(looked).top();
    m_kept.toggle(id);
    showKept();
    if (looked.isValid()) {
        QScrollBar* bar = m_tree->verticalScrollBar();
        m_tree->doItemsLayout();
        bar->setValue(bar->value() + m_tree->visualRect(looked).top() - before);
    }
    emit favouritesChanged();
}

void GalleryPanel::noteRun(const QString& id) {
    m_kept.ran(id);
    showKept();
}

QStandardItem* GalleryPanel::shownRow() const {
    if (m_course != nullptr)
        if (QStandardItem* entry = m_model->entryRow(m_course->place())) return entry;
    return m_model->rowOf(m_current);
}

void GalleryPanel::setCurrent(const QString& id) {
    m_current = id;
    m_model->setShown(id);
    QStandardItem* now = shownRow();
    if (now == nullptr) return;
    // Chosen among the favourites, it is marked there, and nothing jumps.
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (!m_tree->isExpanded(m_model->index(i, 0)) || !m_search->text().isEmpty()) continue;
        for (int j = 0; j < m_model->item(i)->rowCount(); ++j)
            if (m_model->item(i)->child(j)->data(kShownRole).toBool()) now = m_model->item(i)->child(j);
    }
    if (m_search->text().isEmpty()) open(now->parent());
    m_tree->setCurrentIndex(now->index());
    m_tree->scrollTo(now->index());
}

void GalleryPanel::open(const QStandardItem* section) {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QStandardItem* each = m_model->item(i);
        m_tree->setExpanded(each->index(), each == section);
    }
}

void GalleryPanel::filter(const QString& query) {
    const bool searches = !query.trimmed().isEmpty();
    bool anything = false;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        QStandardItem* head = m_model->item(i);
        if (!GallerySections::isChapter(head->data(kIdRole).toString())) {
            m_tree->setRowHidden(i, {}, searches);  // all of theirs are found in their chapters
            continue;
        }
        int found = 0;
        for (int j = 0; j < head->rowCount(); ++j) {
            const std::string id = head->child(j)->data(kIdRole).toString().toStdString();
            const bool fits = matchOf(id, scenarioText(id), query) != Match::none;
            m_tree->setRowHidden(j, head->index(), !fits);
            found += fits ? 1 : 0;
        }
        head->setData(found, kCountRole);
        m_tree->setRowHidden(i, {}, found == 0);
        if (searches) m_tree->setExpanded(head->index(), found > 0);
        anything = anything || found > 0;
    }
    m_nothing->setQuery(query.trimmed());
    m_nothing->setVisible(!anything);
    m_tree->setVisible(anything);
    if (searches) return;
    const QStandardItem* current = shownRow();
    open(current == nullptr ? nullptr : current->parent());
}

void GalleryPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// What is called so comes before what only asks about it.
void GalleryPanel::chooseBestFound() {
    for (const Match wanted : {Match::byName, Match::byQuestion}) {
        for (const Scenario& scenario : scenarios()) {
            if (matchOf(scenario.id, scenarioText(scenario.id), m_search->text()) != wanted) continue;
            emit chosen(QString::fromStdString(scenario.id));
            return;
        }
    }
}

// The one shown stays in sight when the room shrinks, with its section's name where it stands near that.
void GalleryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const QStandardItem* now = shownRow();
    if (now == nullptr || !m_tree->isExpanded(now->parent()->index())) return;
    if (now->row() < kNearTheName) m_tree->scrollTo(now->parent()->index());
    m_tree->scrollTo(now->index());
}

}  // namespace interleave::ui
