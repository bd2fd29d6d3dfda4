#include "ui/theme/theme.hpp"

#include <QHash>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace interleave::ui {

namespace {

Theme makeLight() {
    Theme theme;
    theme.name = ThemeName::light;
    theme.ground = QColor(0xF6, 0xF7, 0xF9);
    theme.panel = QColor(0xFF, 0xFF, 0xFF);
    theme.hairline = QColor(0xDD, 0xE1, 0xE6);
    theme.soft = QColor(0xEE, 0xF1, 0xF4);
    theme.ink = QColor(0x15, 0x19, 0x1E);
    theme.muted = QColor(0x49, 0x53, 0x61);  // 7:1 on the ground, so that a class reads it, too
    theme.accent = QColor(0x24, 0x57, 0xC5);
    theme.danger = QColor(0xA3, 0x20, 0x19);
    theme.dangerGround = QColor(0xFD, 0xEC, 0xEA);
    theme.onAccent = QColor(0xFF, 0xFF, 0xFF);
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.name = ThemeName::dark;
    theme.ground = QColor(0x14, 0x17, 0x1B);
    theme.panel = QColor(0x1C, 0x20, 0x26);
    theme.hairline = QColor(0x32, 0x39, 0x42);
    theme.soft = QColor(0x25, 0x2A, 0x31);
    theme.ink = QColor(0xEE, 0xF1, 0xF4);
    theme.muted = QColor(0xA6, 0xB0, 0xBC);
    theme.accent = QColor(0x8F, 0xB0, 0xFF);
    theme.danger = QColor(0xFF, 0x88, 0x80);
    theme.dangerGround = QColor(0x3A, 0x20, 0x24);
    theme.onAccent = QColor(0x14, 0x17, 0x1B);
    return theme;
}

// On paper the ground is white, lines are darker than on a screen, and nothing relies on hue.
Theme makePrint() {
    Theme theme = makeLight();
    theme.name = ThemeName::print;
    theme.ground = QColor(0xFF, 0xFF, 0xFF);
    theme.hairline = QColor(0x9A, 0xA3, 0xAD);
    theme.soft = QColor(0xF2, 0xF3, 0xF5);
    theme.ink = QColor(0x00, 0x00, 0x00);
    theme.muted = QColor(0x3A, 0x42, 0x4D);
    theme.accent = QColor(0x1B, 0x45, 0xA3);
    theme.danger = QColor(0x9B, 0x1B, 0x14);
    theme.dangerGround = QColor(0xFF, 0xFF, 0xFF);
    return theme;
}

QColor lightState(StateClass state) {
    switch (state) {
        case StateClass::created: return {0xCB, 0xD2, 0xDA};
        case StateClass::ready: return {0xE6, 0x9F, 0x00};
        case StateClass::running: return {0x00, 0x9E, 0x73};
        case StateClass::waitingLock:
        case StateClass::waitingGil: return {0xD5, 0x5E, 0x00};
        case StateClass::sleeping: return {0x56, 0xB4, 0xE9};
        case StateClass::waitingIo: return {0x00, 0x72, 0xB2};
        case StateClass::waitingQueue: return {0xCC, 0x79, 0xA7};
        case StateClass::waitingJoin:
        case StateClass::waitingOther: return {0x8A, 0x94, 0xA3};
        case StateClass::held: return {0x9D, 0xB2, 0xE0};
        case StateClass::suspended: return {0x56, 0x60, 0x70};
        case StateClass::ended:
        case StateClass::zombie: return {0xA7, 0xAF, 0xB9};
        default: return Qt::transparent;
    }
}

QColor darkState(StateClass state) {
    switch (state) {
        case StateClass::created: return {0x4A, 0x53, 0x5F};
        case StateClass::ready: return {0xF0, 0xB4, 0x29};
        case StateClass::running: return {0x2B, 0xC7, 0x9A};
        case StateClass::waitingLock:
        case StateClass::waitingGil: return {0xF0, 0x7B, 0x3F};
        case StateClass::sleeping: return {0x8C, 0xCB, 0xF2};
        case StateClass::waitingIo: return {0x4F, 0xA8, 0xE0};
        case StateClass::waitingQueue: return {0xDC, 0x9B, 0xC0};
        case StateClass::waitingJoin:
        case StateClass::waitingOther: return {0x8A, 0x94, 0xA3};
        case StateClass::held: return {0x5F, 0x78, 0xB8};
        case StateClass::suspended: return {0xA6, 0xB0, 0xBC};
        case StateClass::ended:
        case StateClass::zombie: return {0x5C, 0x65, 0x70};
        default: return Qt::transparent;
    }
}

// Paler than on a screen, so that dark patterns and text read on them; running is the one dark solid.
QColor printState(StateClass state) {
    switch (state) {
        case StateClass::ready: return {0xF7, 0xD9, 0x8F};
        case StateClass::running: return {0x00, 0x8A, 0x64};
        case StateClass::waitingLock:
        case StateClass::waitingGil: return {0xF3, 0xB0, 0x85};
        case StateClass::sleeping: return {0xC4, 0xE4, 0xF8};
        case StateClass::waitingIo: return {0x8F, 0xC1, 0xDF};
        case StateClass::waitingQueue: return {0xE9, 0xC6, 0xDA};
        case StateClass::waitingJoin:
        case StateClass::waitingOther: return {0xD5, 0xDA, 0xDF};
        default: return lightState(state);
    }
}

constexpr int kTile = 8;  // pixels; every pattern repeats after that many, both ways

// One tile's pattern, over whatever is there. Diagonals go a tile beyond each edge, so that tiles join.
void paintTile(QPainter& painter, Theme::Pattern pattern, const QColor& color) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    constexpr double kLine = 2.0;
    const auto diagonals = [&](double sign) {
        painter.setPen(QPen(color, kLine, Qt::SolidLine, Qt::FlatCap));
        for (int shift = -kTile; shift <= 2 * kTile; shift += kTile) {
            painter.drawLine(QPointF(shift - kTile, sign > 0 ? 2 * kTile : -kTile),
                             QPointF(shift + 2 * kTile, sign > 0 ? -kTile : 2 * kTile));
        }
    };
    switch (pattern) {
        case Theme::Pattern::dots: painter.drawEllipse(QPointF(kTile / 2.0, kTile / 2.0), 1.6, 1.6); break;
        case Theme::Pattern::diagonal: diagonals(+1); break;
        case Theme::Pattern::crossed:
            diagonals(+1);
            diagonals(-1);
            break;
        case Theme::Pattern::horizontal: painter.drawRect(QRectF(0, 3, kTile, kLine)); break;
        case Theme::Pattern::vertical: painter.drawRect(QRectF(3, 0, kLine, kTile)); break;
        case Theme::Pattern::dashes: painter.drawRect(QRectF(1, 3, 5, kLine)); break;
        case Theme::Pattern::crosses:
            painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(2, 2), QPointF(6, 6));
            painter.drawLine(QPointF(2, 6), QPointF(6, 2));
            break;
        case Theme::Pattern::solid:
        case Theme::Pattern::outline: break;
    }
}

bool g_chinese = false;  // GUI thread only

}  // namespace

QColor Theme::state(StateClass state) const {
    switch (name) {
        case ThemeName::light: return lightState(state);
        case ThemeName::dark: return darkState(state);
        case ThemeName::print: return printState(state);
    }
    return Qt::transparent;
}

Theme::Pattern Theme::pattern(StateClass state) {
    switch (state) {
        case StateClass::ready: return Pattern::dots;
        case StateClass::waitingLock: return Pattern::diagonal;
        case StateClass::waitingIo: return Pattern::horizontal;
        case StateClass::waitingQueue: return Pattern::vertical;
        case StateClass::waitingGil:
        case StateClass::waitingOther: return Pattern::crossed;
        case StateClass::waitingJoin:
        case StateClass::held: return Pattern::dashes;
        case StateClass::zombie: return Pattern::crosses;
        case StateClass::created:
        case StateClass::suspended: return Pattern::outline;
        default: return Pattern::solid;
    }
}

QColor Theme::patternColor(StateClass state) const {
    const bool isThin = pattern(state) == Pattern::crosses;
    QColor color = isThin ? ink : name == ThemeName::light ? QColor(Qt::white) : name == ThemeName::dark ? panel : ink;
    // Dots cover less than lines do, so they stand out more.
    color.setAlphaF(pattern(state) == Pattern::dots ? 0.75F : name == ThemeName::print ? 0.6F : 0.5F);
    return color;
}

QBrush Theme::patternBrush(StateClass state, double scale) const {
    const Pattern kind = pattern(state);
    if (kind == Pattern::outline) return Qt::NoBrush;
    if (kind == Pattern::solid) return this->state(state);

    const int side = std::max(1, static_cast<int>(std::lround(kTile * scale)));
    const int key = (static_cast<int>(name) * 64 + static_cast<int>(state)) * 4096 + std::min(side, 4095);
    thread_local QHash<int, QBrush> brushes;  // an export may paint in another thread
    if (const auto found = brushes.constFind(key); found != brushes.constEnd()) return *found;

    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(this->state(state));
    {
        QPainter painter(&tile);
        painter.scale(side / double(kTile), side / double(kTile));
        paintTile(painter, kind, patternColor(state));
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(kTile / double(side), kTile / double(side)));
    brushes.insert(key, brush);
    return brush;
}

QColor Theme::actor(int hue) const {
    static constexpr QRgb kLight[] = {0xFF4338CA, 0xFF86198F, 0xFF7C4A1E, 0xFF155E63, 0xFF3F4C5C};
    static constexpr QRgb kDark[] = {0xFFA5A0FF, 0xFFE58BEF, 0xFFD9A36B, 0xFF6FC7CE, 0xFFB4C0CE};
    const int index = ((hue % 5) + 5) % 5;
    return QColor::fromRgb(name == ThemeName::dark ? kDark[index] : kLight[index]);
}

QColor Theme::onActor(int) const {
    return name == ThemeName::dark ? QColor(0x14, 0x17, 0x1B) : QColor(0xFF, 0xFF, 0xFF);
}

const Theme& Theme::named(ThemeName name) {
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    static const Theme print = makePrint();
    switch (name) {
        case ThemeName::dark: return dark;
        case ThemeName::print: return print;
        default: return light;
    }
}

void setTextIsChinese(bool chinese) { g_chinese = chinese; }

bool textIsChinese() { return g_chinese; }

QFont textFont(int pixels, QFont::Weight weight) {
    QFont font;
    // Punctuation must come from the Chinese font there, so that it is full width.
    font.setFamilies(g_chinese ? QStringList{"Noto Sans CJK SC", "Inter", "Noto Sans", "DejaVu Sans"}
                               : QStringList{"Inter", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC"});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont codeFont(int pixels) {
    QFont font;
    font.setFamilies({"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC"});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPixelSize(pixels);
    return font;
}

}  // namespace interleave::ui
