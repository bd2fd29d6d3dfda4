// The picture as it will be: all of it, as large as there is room; a click shows the place clicked at its real size,
// and dragging moves it along.
#pragma once

#include <QImage>
#include <QScrollArea>

class QLabel;

namespace interleave::ui {

struct Theme;

class PreviewPane : public QScrollArea {
    Q_OBJECT

public:
    explicit PreviewPane(const Theme& theme, QWidget* parent = nullptr);

    // In device pixels.
    QSize room() const;
    // Whether all of the picture is wanted, or a part of it at its real size.
    bool isClose() const { return m_close; }
    void showImage(const QImage& image);

signals:
    // All of it is wanted, or real size: what showImage() got last does not serve.
    void closenessChanged();
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void toggle(QPointF at);
    void lookAtPlace();

    QLabel* m_picture = nullptr;
    bool m_close = false;
    bool m_dragged = false;
    QPointF m_pressed;           // global
    QPointF m_place{0.5, 0.5};   // of the picture, in shares of it: what is to be in the middle
};

}  // namespace interleave::ui
