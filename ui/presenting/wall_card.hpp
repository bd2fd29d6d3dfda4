// The timeline before a class: without its header, with a key to the states below it where there is room for one.
#pragma once

#include <QWidget>

#include <vector>

#include "core/trace/look.hpp"
#include "ui/live/model.hpp"
#include "ui/presenting/wall_sizes.hpp"
#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {

class TimelinePlot;

class WallCard : public QWidget {
    Q_OBJECT

public:
    WallCard(Model& model, QWidget* parent);

    void setLooks(const Theme& theme, const WallSizes& sizes);
    TimelinePlot& timeline() { return *m_timeline; }
    const TimelineStyle& style() const { return m_style; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void place();
    QRectF keyArea() const;

    Model& m_model;
    TimelinePlot* m_timeline;
    const Theme* m_theme;
    WallSizes m_sizes;
    TimelineStyle m_style;
    std::vector<StateClass> m_states;   // that have been seen in the run
    std::size_t m_lanes = 0;            // that the run has
    bool m_showsKey = false;
};

}  // namespace interleave::ui
