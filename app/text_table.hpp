// Columns of text for a terminal, where a Chinese character takes two places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave::app {

// Places that UTF-8 text takes on a terminal.
std::size_t displayWidth(std::string_view text);
// With spaces up to `width` places; longer text stays as it is.
std::string padded(std::string_view text, std::size_t width);

// A heading and rows under it. Columns are as wide as their widest cell; numbers stand to the right.
class TextTable {
public:
    enum class Align { left, right };
    struct Heading {
        std::string text;
        Align align = Align::left;
    };

    explicit TextTable(std::vector<Heading> headings);
    void addRow(std::vector<std::string> cells);
    bool empty() const { return m_rows.empty(); }
    std::string text() const;

private:
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Align> m_aligns;
    std::vector<std::string> m_heading;
    std::vector<std::vector<std::string>> m_rows;
};

}  // namespace interleave::app
