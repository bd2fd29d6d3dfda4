// Entries of a lesson list dragged to another place in it, by the mouse. Watches the list's viewport;
// what is dropped is told by `moved`.
#pragma once

#include <QModelIndex>
#include <QObject>
#include <QPoint>

class QMouseEvent;
class QTreeView;

namespace interleave::ui {

class GalleryRows;

class LessonDrag : public QObject {
    Q_OBJECT

public:
    LessonDrag(QTreeView* tree, GalleryRows* rows);

    // Whether the button that was let go last had dragged something: that was no click then.
    bool hasDragged() const { return m_hasDragged; }

signals:
    void moved(int from, int to);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool drag(const QMouseEvent& event);
    void release();
    void end();

    QTreeView* m_tree;
    GalleryRows* m_rows;
    QPoint m_pressedAt;
    int m_from = -1;         // the entry under the pressed button
    int m_before = -1;       // it would come to stand before that one; as many as there are: at the end
    bool m_dragging = false;
    bool m_hasDragged = false;
};

}  // namespace interleave::ui
