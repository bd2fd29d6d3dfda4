// At most 256 colours that stand for all of a picture. Flat colours dominate here, so they are kept exactly; what is
// left, the edges of letters, is shared out by median cut (Heckbert, 1982). Pure; not for several threads at once.
#pragma once

#include <QImage>
#include <QRgb>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace interleave::ui {

// How often each colour stands in what was looked at.
class ColorCount {
public:
    // `area` of `image`, a picture of format RGB32.
    void add(const QImage& image, const QRect& area);

    const std::unordered_map<QRgb, std::uint64_t>& counts() const { return m_counts; }

private:
    std::unordered_map<QRgb, std::uint64_t> m_counts;
};

class Palette {
public:
    // With at most `most` colours, 2 to 256. Exact where there are no more of them.
    Palette(const ColorCount& colors, int most);

    const std::vector<QRgb>& colors() const { return m_colors; }
    // The nearest one's place.
    int indexOf(QRgb color);

private:
    std::vector<QRgb> m_colors;
    std::unordered_map<QRgb, int> m_known;  // those looked for so far
};

}  // namespace interleave::ui
