// The line above the timeline: title, legend, kernel truth. Paints itself.
#pragma once

#include <QWidget>

#include "ui/timeline/legend.hpp"

namespace interleave::ui {

class TimelineHeader : public QWidget {
    Q_OBJECT

public:
    explicit TimelineHeader(QWidget* parent = nullptr);

    void setStore(const Store* store);  // null: only the title
    void refresh();                     // repaints where what it says has changed
    void setTheme(const Theme& theme);
    void setTextScale(double scale, bool lowDesk = false);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Store* m_store = nullptr;
    const Theme* m_theme;
    TimelineStyle m_style;
    std::vector<StateClass> m_states;
    std::uint64_t m_lost = 0;
    KernelTier m_tier{};
};

}  // namespace interleave::ui
