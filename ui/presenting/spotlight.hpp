// A pool of light that follows the pointer; all around it is darkened. It lies over everything and takes no clicks.
//
// As the pointer moves only the places where the pool was and where it is are painted: what lies below them,
// and a picture of the pool that is kept.
#pragma once

#include <QPixmap>
#include <QWidget>

namespace interleave::ui {

class Spotlight : public QWidget {
    Q_OBJECT

public:
    explicit Spotlight(QWidget* parent);

    // Half of the pool's width, its soft edge included.
    void setRadius(int pixels);
    void moveTo(QPointF pointer);
    QRect pool() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QPixmap& shade();

    int m_radius = 160;
    QPoint m_at;
    QPixmap m_shade;  // the darkness in the square around the pool
};

}  // namespace interleave::ui
