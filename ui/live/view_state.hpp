// What part of the trace is looked at: range, cursor, selection. One object that every panel listens to;
// panels change it and never each other. Everything on the screen is a function of (trace, this).
#pragma once

#include <QObject>

#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

enum class LaneKind { core, actor, lock, queue, variable, kernelCore, frame };
// The lane that shows an object of that kind. Conditions,
// barriers and futures have nothing of their own that changes over time and could be drawn.
std::optional<LaneKind> laneOf(ObjectKind kind);

// What was clicked: a lane and a moment on it.
struct Selection {
    LaneKind lane{};
    std::uint32_t id = 0;      // core, ActorId or ObjectId, as `lane` says
    TraceTime at;
    friend bool operator==(const Selection&, const Selection&) = default;
};

class ViewState : public QObject {
    Q_OBJECT

public:
    explicit ViewState(QObject* parent = nullptr);

    TimeRange visible() const { return m_visible; }
    TraceTime cursor() const { return m_cursor; }
    // The cursor follows the end of a live run, and the visible range follows the cursor.
    bool follows() const { return m_follows; }
    const std::optional<Selection>& selection() const { return m_selection; }
    std::optional<TimeRange> measured() const { return m_measured; }

    // The trace's own span, told by the model once a frame: limits panning, moves what follows.
    void setSpan(TimeRange span);
    TimeRange span() const { return m_span; }

    // Navigation that a person did and may take back with undo: each call is one step unless the one before came
    // from the same gesture (`continues`).
    enum class Gesture { begins, continues };
    void setVisible(TimeRange range, Gesture gesture = Gesture::begins);
    void zoomAt(TraceTime anchor, double factor, Gesture gesture = Gesture::begins);  // factor < 1 shows less
    void panBy(Duration by, Gesture gesture = Gesture::begins);
    void fit();
    bool canUndo() const { return !m_undo.empty(); }
    void undo();

    void setCursor(TraceTime t);        // ends following
    void setFollows(bool follows);
    void select(std::optional<Selection> selection);
    void setMeasured(std::optional<TimeRange> range);
    // A new trace: everything back to the beginning, following if it is live.
    void reset(bool live);

signals:
    void visibleChanged();
    void cursorChanged();
    void followsChanged();
    void selectionChanged();
    void measuredChanged();

private:
    TimeRange clamped(TimeRange range) const;
    void show(TimeRange range);
    void remember(TimeRange range);

    TimeRange m_span{{0}, {1}};
    TimeRange m_visible{{0}, {1'000'000'000}};
    TraceTime m_cursor;
    bool m_follows = true;
    bool m_fits = true;  // the whole run is shown and stays shown as it grows
    std::optional<Selection> m_selection;
    std::optional<TimeRange> m_measured;
    std::vector<TimeRange> m_undo;
};

}  // namespace interleave::ui
