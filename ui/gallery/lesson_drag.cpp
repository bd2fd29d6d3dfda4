#include "ui/gallery/lesson_drag.hpp"

#include <QApplication>
#include <QMouseEvent>
#include <QTreeView>

#include "ui/gallery/gallery_rows.hpp"

namespace interleave::ui {

LessonDrag::LessonDrag(QTreeView* tree, GalleryRows* rows) : QObject(tree), m_tree(tree), m_rows(rows) {
    m_tree->viewport()->installEventFilter(this);
}

bool LessonDrag::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress: return press(static_cast<QMouseEvent&>(*event));
        case QEvent::MouseMove: return drag(static_cast<QMouseEvent&>(*event));
        case QEvent::MouseButtonRelease: release(); break;
        case QEvent::Leave:
        case QEvent::Hide: end(); break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool LessonDrag::press(const QMouseEvent& event) {
    end();
    m_hasDragged = false;
    if (event.button() != Qt::LeftButton) return false;
    const QModelIndex index = m_tree->indexAt(event.position().toPoint());
    m_from = index.parent().isValid() ? index.data(kPlaceRole).toInt() : -1;
    m_pressedAt = event.position().toPoint();
    return false;  // it may become a click
}

bool LessonDrag::drag(const QMouseEvent& event) {
    const QPoint at = event.position().toPoint();
    if (m_from < 0 || !event.buttons().testFlag(Qt::LeftButton)) return false;
    if (!m_dragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return false;
    m_dragging = true;
    const QModelIndex index = m_tree->indexAt(at);
    const int over = index.parent().isValid() ? index.data(kPlaceRole).toInt() : -1;
    if (over < 0) {
        m_before = -1;
        m_rows->setDropMark({}, false);
        m_tree->viewport()->setCursor(Qt::ForbiddenCursor);
    } else {
        const bool below = at.y() > m_tree->visualRect(index).center().y();
        m_before = over + (below ? 1 : 0);
        m_rows->setDropMark(index, below);
        m_tree->viewport()->setCursor(Qt::ClosedHandCursor);
    }
    m_tree->viewport()->update();
    return true;
}

void LessonDrag::release() {
    m_hasDragged = m_dragging;
    const int from = m_from;
    const int to = m_before > m_from ? m_before - 1 : m_before;
    end();
    if (m_hasDragged && to >= 0 && to != from) emit moved(from, to);
}

void LessonDrag::end() {
    m_from = m_before = -1;
    if (!m_dragging) return;
    m_dragging = false;
    m_rows->setDropMark({}, false);
    m_tree->viewport()->unsetCursor();
    m_tree->viewport()->update();
}

}  // namespace interleave::ui
