// Colours, patterns and type: one place, three themes. The palette is Okabe–Ito's; each state has a pattern
// besides its colour, so it survives projectors, colour-blind eyes and black-and-white print.
#pragma once

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QString>

#include "core/trace/look.hpp"

namespace interleave::ui {

enum class ThemeName { light, dark, print };

struct Theme {
    ThemeName name = ThemeName::light;
    QColor ground, panel, hairline, soft, ink, muted, accent, danger, dangerGround;
    QColor onAccent;     // text on the green run button, the cursor's plate

    // A state's fill, and the pattern over it drawn with `patternColor`.
    QColor state(StateClass state) const;
    enum class Pattern { solid, dots, diagonal, horizontal, vertical, crossed, dashes, outline, crosses };
    static Pattern pattern(StateClass state);
    QColor patternColor(StateClass state) const;
    // Ready to paint with; `scale` is device pixels per pixel, so patterns stay crisp.
    QBrush patternBrush(StateClass state, double scale = 1.0) const;

    // An actor's own hue, 0..14 (five colours; hue / 5 is its shape), and text that reads on it.
    QColor actor(int hue) const;
    QColor onActor(int hue) const;

    static const Theme& named(ThemeName name);
};

// Type: the system's Inter where there is one, else its sans serif; for Chinese, Noto Sans CJK SC first.
// Which of the two textFont() follows is told once, by the window, when its language changes.
void setTextIsChinese(bool chinese);
bool textIsChinese();
QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);
QFont codeFont(int pixels);

}  // namespace interleave::ui
