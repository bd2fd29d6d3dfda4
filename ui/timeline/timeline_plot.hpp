// The timeline itself: lanes over time, the axis above, names at the left; mouse and keys.
//
// What is seen is a function of the store and the view state; all navigation goes through the view state. Lanes are
// redrawn when the store grows or the range changes; cursor, selection and hover lie on a buffered layer of their own
// and move without that. GUI thread only.
#pragma once

#include <qcustomplot.h>

#include <optional>

#include "ui/live/view_state.hpp"
#include "ui/timeline/timeline_keys.hpp"
#include "ui/timeline/timeline_view.hpp"

class QScrollBar;

namespace interleave::ui {

class TimelinePlot : public QCustomPlot {
    Q_OBJECT

public:
    // `store` may be null: nothing to show yet. It and `view` outlive the plot.
    TimelinePlot(const Store* store, ViewState& view, QWidget* parent = nullptr);

    void setStore(const Store* store);  // another trace: every index is forgotten
    void refresh();                     // the store grew
    void setTheme(const Theme& theme);
    void setTextScale(double scale, bool lowDesk = false);
    void setStyle(const TimelineStyle& style);

    const LaneLayout& laneLayout() const { return m_layout; }
    TimelineView look() const;          // needs a store
    double scrolled() const { return m_scroll; }
    std::optional<Hit> hovered() const { return m_hover; }
    // Does what the key means here; false where it means nothing.
    bool pressKey(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode, bool repeats = false);

signals:
    void playOrPauseRequested();
    void copyPictureRequested();
    void exportRequested();
    void laneClicked(const interleave::ui::Selection& lane);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void buildLayers();
    void buildScrollBar();
    void connectView();

    void placeLanes();                  // layout, names' width, scroll bar
    void redrawLanes();
    void redrawOverlay();               // once, before the next frame
    void paintOverlay(QPainter& painter) const;
    QRectF lanesArea() const;
    TimelineGeometry geometry() const;

    void scrollTo(double top);
    void scrollToLane(const Lane& lane);
    void hoverAt(QPointF point);
    void clickAt(QPointF point);
    void dragTo(QPointF point);
    TraceTime timeUnder(QPointF point) const;

    void doKey(KeyAction action, bool further, ViewState::Gesture gesture);
    void stepCursor(bool forward);
    void stepLane(int by);
    TraceTime zoomAnchor() const;

    enum class Drag { none, maybe, panning, measuring };

    const Store* m_store;
    ViewState& m_view;
    const Theme* m_theme;
    TimelineStyle m_style;
    LoopHistory m_loop;
    LaneLayout m_layout;
    LaneCensus m_census;
    double m_namesWidth = 0;
    double m_scroll = 0;
    QScrollBar* m_scrollBar = nullptr;
    QCPLayer* m_overlay = nullptr;      // cursor, selection, measured duration, hover
    std::optional<Hit> m_hover;
    QPointF m_pointerAt;
    Drag m_drag = Drag::none;
    QPointF m_pressedAt;
    QPointF m_draggedTo;
    TraceTime m_pressedTime;
    quint64 m_wheeledAt = 0;            // ms, of the last wheel event
    bool m_overlayDue = false;
};

}  // namespace interleave::ui
