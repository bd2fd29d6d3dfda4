#include "ui/gallery/gallery_panel.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/gallery/gallery_order.hpp"
#include "ui/gallery/gallery_rows.hpp"
#include "ui/live/thumbnail.hpp"
#include "ui/theme/icon.hpp"

namespace interleave::ui {

namespace {

constexpr int kLeastHeight = 232;  // pixels: the search and a handful of rows

bool isListKey(int key) {
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Tab ||
           key == Qt::Key_Backtab || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

}  // namespace

GalleryPanel::GalleryPanel(QWidget* parent) : QWidget(parent) {
    m_search = new QLineEdit(this);
    m_search->setProperty("role", "search");
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);

    m_model = new QStandardItemModel(this);
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
    m_tree->installEventFilter(this);

    m_nothing = new QLabel(this);
    m_nothing->setProperty("role", "muted");
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(16);
    m_nothing->hide();

    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(16, 16, 16, 8);
    searchRow->addWidget(m_search);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setMinimumHeight(kLeastHeight);
    column->setSpacing(0);
    column->addLayout(searchRow);
    column->addWidget(m_nothing);
    column->addWidget(m_tree, 1);

    connect(m_search, &QLineEdit::textChanged, this, &GalleryPanel::filter);
    connect(m_tree, &QTreeView::clicked, this, &GalleryPanel::toggle);
    buildRows();
    retranslate();
}

void GalleryPanel::buildRows() {
    for (const ShownChapter& chapter : shownChapters(scenarios())) {
        auto* head = new QStandardItem;
        head->setData(QString::fromStdString(chapter.key), kIdRole);
        head->setData(static_cast<int>(chapter.scenarios.size()), kCountRole);
        for (const Scenario* scenario : chapter.scenarios) {
            auto* row = new QStandardItem;
            row->setData(QString::fromStdString(scenario->id), kIdRole);
            head->appendRow(row);
        }
        m_model->appendRow(head);
    }
}

void GalleryPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search  /"));
    m_search->setAccessibleName(tr("Search the scenarios"));
    m_tree->setAccessibleName(tr("Scenarios"));
    for (int i = 0; i < m_model->rowCount(); ++i) {
        QStandardItem* head = m_model->item(i);
        head->setText(chapterName(head->data(kIdRole).toString().toStdString()).shown());
        for (int j = 0; j < head->rowCount(); ++j) {
            QStandardItem* row = head->child(j);
            const ScenarioText& text = scenarioText(row->data(kIdRole).toString().toStdString());
            // The short name; what the scenario is about stands above the timeline and in the tooltip.
            row->setText(text.subtitle.shown().isEmpty() ? text.title.shown() : text.subtitle.shown());
            tellAbout(row);
        }
    }
}

void GalleryPanel::tellAbout(QStandardItem* row) const {
    const QString id = row->data(kIdRole).toString();
    const QString title = scenarioText(id.toStdString()).title.shown().toHtmlEscaped();
    const QString picture = thumbnailPath(id, m_themeName);
    row->setToolTip(picture.isEmpty() ? title
                                      : QStringLiteral("<p>%1</p><img src=\"%2\" width=\"240\" height=\"144\">").arg(title, picture));
}

void GalleryPanel::showNewPicture(const QString& id) {
    m_rows->forgetPictures();
    if (QStandardItem* row = itemOf(id)) tellAbout(row);
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
    m_rows->setTheme(theme);
    m_themeName = theme.name;
    for (int i = 0; i < m_model->rowCount(); ++i)
        for (int j = 0; j < m_model->item(i)->rowCount(); ++j) tellAbout(m_model->item(i)->child(j));
    if (m_search->actions().isEmpty()) {
        m_search->addAction(icon("search", theme.muted, theme.muted), QLineEdit::LeadingPosition);
    } else {
        m_search->actions().front()->setIcon(icon("search", theme.muted, theme.muted));
    }
    m_tree->viewport()->update();
}

QStandardItem* GalleryPanel::itemOf(const QString& id) const {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        for (int j = 0; j < m_model->item(i)->rowCount(); ++j) {
            QStandardItem* row = m_model->item(i)->child(j);
            if (row->data(kIdRole).toString() == id) return row;
        }
    }
    return nullptr;
}

void GalleryPanel::setCurrent(const QString& id) {
    if (QStandardItem* before = itemOf(m_current)) before->setData(false, kShownRole);
    m_current = id;
    QStandardItem* now = itemOf(id);
    if (now == nullptr) return;
    now->setData(true, kShownRole);
    if (m_search->text().isEmpty()) open(now->parent());
    m_tree->setCurrentIndex(now->index());
    m_tree->scrollTo(now->index());
}

void GalleryPanel::open(QStandardItem* chapter) {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        QStandardItem* each = m_model->item(i);
        m_tree->setExpanded(each->index(), each == chapter);
    }
}

void GalleryPanel::toggle(const QModelIndex& index) {
    if (index.parent().isValid()) {
        emit chosen(index.data(kIdRole).toString());
        return;
    }
    if (m_tree->isExpanded(index)) {
        m_tree->collapse(index);
    } else if (m_search->text().isEmpty()) {
        open(m_model->itemFromIndex(index));
    } else {
        m_tree->expand(index);
    }
}

void GalleryPanel::filter(const QString& query) {
    bool anything = false;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        QStandardItem* head = m_model->item(i);
        int found = 0;
        for (int j = 0; j < head->rowCount(); ++j) {
            const std::string id = head->child(j)->data(kIdRole).toString().toStdString();
            const bool fits = matches(id, scenarioText(id), query);
            m_tree->setRowHidden(j, head->index(), !fits);
            found += fits ? 1 : 0;
        }
        head->setData(found, kCountRole);
        m_tree->setRowHidden(i, {}, found == 0);
        if (!query.trimmed().isEmpty()) m_tree->setExpanded(head->index(), found > 0);
        anything = anything || found > 0;
    }
    m_nothing->setText(tr("Nothing is called “%1”.").arg(query.trimmed()));
    m_nothing->setVisible(!anything);
    if (query.trimmed().isEmpty()) {
        QStandardItem* current = itemOf(m_current);
        open(current == nullptr ? nullptr : current->parent());
    }
}

void GalleryPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void GalleryPanel::chooseFirstFound() {
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_tree->isRowHidden(i, {})) continue;
        const QStandardItem* head = m_model->item(i);
        for (int j = 0; j < head->rowCount(); ++j) {
            if (m_tree->isRowHidden(j, head->index())) continue;
            emit chosen(head->child(j)->data(kIdRole).toString());
            return;
        }
    }
}

// The one shown stays in sight when the room shrinks.
void GalleryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (const QStandardItem* now = itemOf(m_current)) m_tree->scrollTo(now->index());
}

bool GalleryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_search) {
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->clearFocus();  // the keys are the timeline's again
            emit left();
            return true;
        }
        if (key == Qt::Key_Down) {
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (enter && !m_search->text().trimmed().isEmpty()) {
            chooseFirstFound();
            return true;
        }
    } else if (watched == m_tree && enter && m_tree->currentIndex().isValid()) {
        toggle(m_tree->currentIndex());
        return true;
    } else if (watched == m_tree && !isListKey(key)) {
        event->ignore();  // a letter means the same here as anywhere in the window, and not a search in the list
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace interleave::ui
