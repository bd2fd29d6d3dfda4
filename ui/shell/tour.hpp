// Three hints for whoever opens the program for the first time: where scenarios are, what runs them, where to look.
// They hold nothing up; Escape ends them. Shown once by itself, and again from the Help menu.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

#include "ui/shell/tour_callout.hpp"
#include "ui/theme/theme.hpp"

class QShortcut;

namespace interleave::ui {

class Tour : public QObject {
    Q_OBJECT

public:
    // Parts of `window`. What is hidden when its turn comes is left out.
    struct Targets {
        QWidget* gallery = nullptr;
        QWidget* run = nullptr;
        QWidget* timeline = nullptr;
    };

    Tour(QWidget& window, const Targets& targets);

    void setTheme(const Theme& theme);
    // Whether a hint slides to its place.
    void setAnimated(bool animated) { m_animated = animated; }
    // Told to the person, who may press it instead of the button.
    void setRunKey(const QString& key) { m_runKey = key; }

    // From the first hint.
    void begin();
    void next();
    void end();
    bool isOn() const { return m_at >= 0; }
    int at() const { return m_at; }  // -1: not on

    // True once for each person: the first time that anybody asks.
    static bool isDue();

signals:
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Stop {
        QPointer<QWidget> target;
        std::vector<TourSide> wishes;
        std::function<QString()> title;
        std::function<QString()> sentence;
    };
    void show(bool slides);
    void placeLater();

    QWidget& m_window;
    std::vector<Stop> m_stops;
    TourRing* m_ring;
    TourCallout* m_callout;
    QShortcut* m_escape;
    QString m_runKey;
    int m_at = -1;
    bool m_animated = true;
    bool m_placing = false;
};

}  // namespace interleave::ui
