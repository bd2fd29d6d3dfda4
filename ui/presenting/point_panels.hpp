// The one panel beside the timeline that a scenario is about. The window knows all panels; the wall only asks for one.
#pragma once

namespace interleave::ui {

class Card;

class PointPanels {
public:
    virtual ~PointPanels() = default;

    struct Choice {
        int panel = 0;      // which one; the same number for the same panel
        bool wide = false;  // it needs nearly half of the width
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    // For the scenario chosen and the run shown, as they are now.
    virtual Choice choice() const = 0;
    // Made once each; listens to the model by itself, and has no parent yet.
    virtual Card* make(int panel) = 0;
};

}  // namespace interleave::ui
