// The timeline with its header: what the colours mean, and how true the picture is.
#pragma once

#include <QWidget>

#include "ui/live/view_state.hpp"
#include "ui/theme/theme.hpp"
#include "ui/timeline/timeline_plot.hpp"

namespace interleave::ui {

class Model;
class TimelineHeader;

class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    // Listens to the model: its store, as it grows and as it is replaced.
    explicit TimelinePanel(Model& model, QWidget* parent = nullptr);
    // Shows what it is told to; `store` may be null.
    TimelinePanel(const Store* store, ViewState& view, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTextScale(double scale, bool lowDesk = false);
    TimelinePlot& plot() { return *m_plot; }
    // For a window that offers its unused keys to the timeline, wherever the focus is;
    // false where one means nothing here.
    bool pressKey(int key, Qt::KeyboardModifiers modifiers, quint32 scanCode, bool repeats = false) {
        return m_plot->pressKey(key, modifiers, scanCode, repeats);
    }

public slots:
    void setStore(const interleave::Store* store);
    void refresh();

signals:
    void playOrPauseRequested();
    void copyPictureRequested();
    void exportRequested();

protected:
    // Space is taken from the window only where somebody listens to playOrPauseRequested.
    void connectNotify(const QMetaMethod& signal) override;

private:
    TimelineHeader* m_header;
    TimelinePlot* m_plot;
};

}  // namespace interleave::ui
