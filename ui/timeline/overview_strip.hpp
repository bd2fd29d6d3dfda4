// The whole run in small, below the timeline and aligned with it: one row for each actor while there is room, the
// visible range as a frame that can be dragged and resized. GUI thread only.
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/live/view_state.hpp"
#include "ui/timeline/lane_layout.hpp"
#include "ui/timeline/overview_layout.hpp"
#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {

class Model;

class OverviewStrip : public QWidget {
    Q_OBJECT

public:
    explicit OverviewStrip(Model& model, QWidget* parent = nullptr);
    OverviewStrip(const Store* store, ViewState& view, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTextScale(double scale, bool lowDesk = false);
    // Where the rows lie in the widget.
    QRectF rowsArea() const;

public slots:
    void setStore(const interleave::Store* store);
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    TimeRange whole() const;
    TraceTime timeUnder(double x) const;
    void placeNames();
    void drawRows();
    void paintFrame(QPainter& painter, const QRectF& area) const;
    void showPointer(FramePart part);

    const Store* m_store;
    ViewState& m_view;
    const Theme* m_theme;
    TimelineStyle m_style;
    LaneCensus m_census;
    double m_namesWidth = 0;
    QImage m_rows;            // as drawn last
    bool m_stale = true;      // the rows are to be drawn anew before they are shown
    TimeRange m_drawnRange;   // what m_rows shows
    FramePart m_dragged = FramePart::outside;
    TimeRange m_draggedFrom;
    TraceTime m_pressedTime;
    TimeRange m_pressedWhole;
    bool m_moved = false;
};

}  // namespace interleave::ui
