// How large things are before a class, and where they stand: a function of the screen's size and of the type size that
// a person has chosen. Pure. All results are pixels.
#pragma once

#include <QRectF>
#include <QSize>

namespace interleave::ui {

// What a person may choose; 1 is what the last row of a class room can read.
inline constexpr double kSmallestType = 0.7;
inline constexpr double kLargestType = 1.5;
// The next larger or smaller of the sizes offered; the ends stay.
double largerType(double type);
double smallerType(double type);

class WallSizes {
public:
    explicit WallSizes(QSize screen, double type = 1.0);

    // Pixels for each pixel of a screen with 1080 lines.
    double unit() const { return m_unit; }
    // The same for type and what surrounds it.
    double text() const { return m_unit * m_type; }

    int title() const { return pixels(48); }
    int plate() const { return pixels(28); }
    int question() const { return pixels(52); }
    int choice() const { return pixels(38); }
    int sentence() const { return pixels(42); }
    int leastSentence() const { return pixels(32); }  // a long one may shrink to it
    int detail() const { return pixels(32); }
    int label() const { return pixels(24); }          // the least of all type
    // For the timeline and the panels: their smallest type, 13 pixels on a desk, becomes a label.
    double panelScale() const { return kPanelScale * text(); }

private:
    static constexpr double kPanelScale = 24.05 / 13;

    int pixels(double atThousandEighty) const;

    double m_unit;
    double m_type;
};

// What stands beside the timeline, and how much of the width it needs.
enum class Beside { nothing, panel, widePanel };

struct WallPlaces {
    QRectF header;    // title, plates
    QRectF timeline;
    QRectF panel;     // empty where there is none
    QRectF sentence;
    QRectF foot;      // the place: "3 / 5"
    QRectF page;      // for the question: timeline, panel and sentence together
};
WallPlaces placesOn(QSize screen, const WallSizes& sizes, Beside beside);

}  // namespace interleave::ui
