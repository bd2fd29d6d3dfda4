// One listing, to be read only, with the tokens of those who stand on its lines beside it.
#pragma once

#include <QWidget>

#include <vector>

#include "ui/code/code_marks.hpp"
#include "ui/theme/theme.hpp"

class QsciLexer;
class QsciScintilla;

namespace interleave::ui {

class LineGutter;

enum class ListingLanguage { python, cpp };

// A line's token as the gutter paints it.
struct MarkToken {
    int hue = 0;
    QString letters;
    QString name;
};
struct ShownMark {
    LineMark mark;
    std::vector<MarkToken> tokens;
};

class CodeView : public QWidget {
    Q_OBJECT

public:
    CodeView(ListingLanguage language, QWidget* parent = nullptr);

    // `from` is the line to begin with.
    void setSource(const QString& text, int from = 1);
    void setLooks(const Theme& theme, double scale);
    // `focus` is kept in sight; `outlined` gets an outline (the line of what is selected); 0 for none.
    void setMarks(std::vector<ShownMark> marks, int focus, int outlined);

    const std::vector<ShownMark>& marks() const { return m_marks; }
    int firstVisibleLine() const;  // from 1
    int linesOnScreen() const;
    QsciScintilla* editor() const { return m_editor; }

private:
    friend class LineGutter;

    void buildEditor();
    void colorLexer(const Theme& theme, double scale);
    double lineHeight() const;

    ListingLanguage m_language;
    LineGutter* m_gutter = nullptr;
    QsciScintilla* m_editor = nullptr;
    QsciLexer* m_lexer = nullptr;
    const Theme* m_theme;
    double m_scale = 1.0;
    std::vector<ShownMark> m_marks;
    int m_outlined = 0;
};

}  // namespace interleave::ui
