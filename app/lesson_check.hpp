// Whether a scenario's lesson fits a run: for whoever writes one.
#pragma once

#include <string>

#include "ui/live/lesson_run.hpp"

namespace interleave::app {

class LessonCheck {
public:
    // All of a comparison, or one run.
    explicit LessonCheck(const ui::Runs& runs);

    // It has a lesson, every step has its moment, and exactly one choice holds.
    bool fits() const { return m_fits; }
    // A row for each choice and each step: whether it holds, or when and about whom it is; then what does not fit.
    std::string text() const { return m_text; }

private:
    void addChoices(const ui::ScenarioText& text, const ui::Runs& runs);
    void addSteps(const ui::ScenarioText& text, const ui::Runs& runs);
    void misses(const std::string& sentence);

    bool m_fits = true;
    std::string m_text;
};

}  // namespace interleave::app
