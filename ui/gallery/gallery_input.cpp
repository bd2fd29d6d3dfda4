// What keys, clicks and the menu do in the gallery.
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QTreeView>

#include <algorithm>

#include "ui/gallery/gallery_panel.hpp"
#include "ui/gallery/gallery_rows.hpp"
#include "ui/gallery/gallery_sections.hpp"

namespace interleave::ui {

namespace {

bool isListKey(int key) {
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right ||
           key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }

}  // namespace

void GalleryPanel::toggle(const QModelIndex& index) {
    if (!GallerySections::isHead(index)) return choose(index);
    if (m_tree->isExpanded(index)) {
        m_tree->collapse(index);
    } else if (m_search->text().isEmpty()) {
        open(m_model->itemFromIndex(index));
    } else {
        m_tree->expand(index);
    }
}

void GalleryPanel::choose(const QModelIndex& row) {
    const int place = row.data(kPlaceRole).toInt();
    if (row.data(kAddsRole).toBool()) {
        m_course->addShown();
    } else if (place >= 0) {
        m_course->goTo(place);
        emit left();  // the next keys are meant for the run
    } else {
        emit chosen(row.data(kIdRole).toString());
    }
}

void GalleryPanel::moveEntry(int from, int to) {
    if (m_course == nullptr) return;
    m_course->move(from, to);
    if (const QStandardItem* row = m_model->entryRow(to)) m_tree->setCurrentIndex(row->index());
}

bool GalleryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_tree->viewport()) return starClicked(*event) || QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && watched == m_tree) {
        // These are the list's while it has the keys, whatever else they are in the window.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool moves =
            key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool undoes = key->matches(QKeySequence::Undo) && undoIsOfLesson();
        if (moves || undoes || key->key() == Qt::Key_Asterisk || key->key() == Qt::Key_Delete) event->accept();
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (watched == m_search) return searchKey(pressed->key()) || QWidget::eventFilter(watched, event);
    if (watched == m_tree && pressed->matches(QKeySequence::Undo) && undoIsOfLesson()) {
        m_course->undo();
        return true;
    }
    if (watched == m_tree && listKey(pressed->key(), pressed->modifiers())) return true;
    if (watched == m_tree && !isListKey(pressed->key())) {
        event->ignore();  // a letter means the same here as anywhere in the window, and not a search in the list
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool GalleryPanel::undoIsOfLesson() const {
    const QModelIndex index = m_tree->currentIndex();
    const QModelIndex section = GallerySections::isHead(index) ? index : index.parent();
    return m_course != nullptr && m_course->canUndo() && section.data(kIdRole).toString() == kLessonKey;
}

bool GalleryPanel::searchKey(int key) {
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
    if (isEnter(key) && !m_search->text().trimmed().isEmpty()) {
        chooseBestFound();
        return true;
    }
    return false;
}

bool GalleryPanel::listKey(int key, Qt::KeyboardModifiers modifiers) {
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid()) return false;
    if (isEnter(key)) {
        toggle(index);
        return true;
    }
    const int place = GallerySections::isHead(index) ? -1 : index.data(kPlaceRole).toInt();
    if (place >= 0) return entryKey(place, key, modifiers);
    if (key == Qt::Key_Asterisk && !GallerySections::isHead(index) && !index.data(kAddsRole).toBool()) {
        toggleFavourite(index.data(kIdRole).toString());
        return true;
    }
    return false;
}

bool GalleryPanel::entryKey(int place, int key, Qt::KeyboardModifiers modifiers) {
    const int last = static_cast<int>(m_course->lesson().entries.size()) - 1;
    if (modifiers.testFlag(Qt::AltModifier) && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        moveEntry(place, std::clamp(place + (key == Qt::Key_Up ? -1 : 1), 0, last));
        return true;
    }
    if (key != Qt::Key_Delete) return false;
    m_course->remove(place);
    return true;
}

bool GalleryPanel::starClicked(const QEvent& event) {
    const bool pressed = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick;
    if (!pressed && event.type() != QEvent::MouseButtonRelease) return false;
    const auto& mouse = static_cast<const QMouseEvent&>(event);
    const QPoint at = mouse.position().toPoint();
    const QModelIndex index = m_tree->indexAt(at);
    const bool hasStar =
        index.parent().isValid() && index.data(kPlaceRole).toInt() < 0 && !index.data(kAddsRole).toBool();
    if (mouse.button() != Qt::LeftButton || !hasStar) return false;
    if (!GalleryRows::starRect(m_tree->visualRect(index)).contains(at)) return false;
    if (pressed) toggleFavourite(index.data(kIdRole).toString());
    return true;
}

void GalleryPanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid()) return;
    const QString id = index.data(kIdRole).toString();
    const bool isOfLesson = id == kLessonKey || index.parent().data(kIdRole).toString() == kLessonKey;
    QMenu menu(this);
    const int place = GallerySections::isHead(index) ? -1 : index.data(kPlaceRole).toInt();
    if (place >= 0) {
        const int last = static_cast<int>(m_course->lesson().entries.size()) - 1;
        menu.addAction(tr("Move &up\tAlt+Up"), this, [this, place] { moveEntry(place, place - 1); })
            ->setEnabled(place > 0);
        menu.addAction(tr("Move &down\tAlt+Down"), this, [this, place] { moveEntry(place, place + 1); })
            ->setEnabled(place < last);
        menu.addAction(tr("&Remove from the lesson\tDel"), this, [this, place] { m_course->remove(place); });
        menu.addSeparator();
    } else if (!GallerySections::isHead(index) && !isOfLesson) {
        menu.addAction(m_kept.isFavourite(id) ? tr("No &favourite any more\t*") : tr("Make it a &favourite\t*"), this,
                       [this, id] { toggleFavourite(id); });
    }
    if (isOfLesson && m_lessonMenu != nullptr) menu.addActions(m_lessonMenu->actions());
    if (!menu.isEmpty()) menu.exec(m_tree->viewport()->mapToGlobal(at));
}

}  // namespace interleave::ui
