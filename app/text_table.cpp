#include "app/text_table.hpp"

#include <algorithm>
#include <cstdint>

#include "core/base/require.hpp"

namespace interleave::app {
namespace {

constexpr std::string_view kBetween = "  ";

// East Asian wide and full-width blocks (Unicode Standard Annex 11), as far as our texts use them.
bool isWide(std::uint32_t point) {
    return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
           (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) || point >= 0x20000;
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        width += isWide(point) ? 2 : 1;
        i += length;
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string result(text);
    const std::size_t used = displayWidth(text);
    if (used < width) result.append(width - used, ' ');
    return result;
}

TextTable::TextTable(std::vector<Heading> headings) {
    for (Heading& heading : headings) {
        m_aligns.push_back(heading.align);
        m_heading.push_back(std::move(heading.text));
    }
}

void TextTable::addRow(std::vector<std::string> cells) {
    IL_REQUIRE(cells.size() == m_heading.size());
    m_rows.push_back(std::move(cells));
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string result;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0) result += kBetween;
        const std::size_t used = displayWidth(cells[column]);
        const std::string gap(widths[column] > used ? widths[column] - used : 0, ' ');
        result += m_aligns[column] == Align::right ? gap + cells[column] : cells[column] + gap;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result + "\n";
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < m_heading.size(); ++column) {
        std::size_t width = displayWidth(m_heading[column]);
        for (const auto& row : m_rows) width = std::max(width, displayWidth(row[column]));
        widths.push_back(width);
    }
    std::string result = line(m_heading, widths);
    for (const auto& row : m_rows) result += line(row, widths);
    return result;
}

}  // namespace interleave::app
