#include "ui/code/code_view.hpp"

#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>

#include <QHBoxLayout>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

#include "ui/code/line_gutter.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {
namespace {

constexpr double kCodePixels = 14;
constexpr double kGutter = 50;
constexpr double kTint = 0.18;   // of an actor's hue on the line it stands on
constexpr int kHues = 15;        // a marker each: a marker has one colour
constexpr int kOutlineMarker = kHues;
constexpr int kNumberMargin = 0;

// Scintilla knows points only; on the screen the listing is to be as high as other text of so many pixels.
QFont pointFont(const QWidget& widget, double pixels) {
    QFont font = codeFont(static_cast<int>(std::lround(pixels)));
    constexpr double kPointsPerInch = 72;
    font.setPointSizeF(pixels * kPointsPerInch / widget.logicalDpiY());
    return font;
}

template <class Lexer>
void colorKeywords(Lexer& lexer, std::initializer_list<int> keywords, std::initializer_list<int> comments,
                   std::initializer_list<int> literals, const Theme& theme, const QFont& font) {
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    for (const int style : keywords) {
        lexer.setColor(theme.accent, style);
        lexer.setFont(bold, style);
    }
    for (const int style : comments) lexer.setColor(theme.muted, style);
    for (const int style : literals) lexer.setColor(mixed(theme.ink, theme.accent, 0.55), style);
}

}  // namespace

CodeView::CodeView(ListingLanguage language, QWidget* parent)
    : QWidget(parent), m_language(language), m_theme(&Theme::named(ThemeName::light)) {
    m_gutter = new LineGutter(*this);
    buildEditor();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_gutter);
    row->addWidget(m_editor, 1);
    connect(m_editor->verticalScrollBar(), &QScrollBar::valueChanged, m_gutter, qOverload<>(&QWidget::update));
    setLooks(*m_theme, 1.0);
}

void CodeView::buildEditor() {
    m_editor = new QsciScintilla(this);
    if (m_language == ListingLanguage::python) m_lexer = new QsciLexerPython(m_editor);
    else m_lexer = new QsciLexerCPP(m_editor);
    m_editor->setLexer(m_lexer);
    m_editor->setReadOnly(true);
    m_editor->setAccessibleName(m_language == ListingLanguage::python ? QStringLiteral("Python")
                                                                      : QStringLiteral("C++"));
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setCaretLineVisible(false);
    m_editor->setCornerWidget(new QWidget(m_editor));  // else the style draws a grip where the scroll bars meet
    m_editor->setContextMenuPolicy(Qt::NoContextMenu);  // its entries edit, and are in English only
    m_editor->SendScintilla(QsciScintilla::SCI_SETCARETSTYLE, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETENDATLASTLINE, 1UL);
    for (int margin = 0; margin < 5; ++margin) m_editor->setMarginWidth(margin, 0);
    m_editor->setMarginLineNumbers(kNumberMargin, m_language == ListingLanguage::cpp);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINMASKN, static_cast<unsigned long>(kNumberMargin), 0L);
    // No margin shows symbols: their markers colour the whole line instead.
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINMASKN, 1UL, 0L);
    for (int hue = 0; hue < kHues; ++hue) m_editor->markerDefine(QsciScintilla::Background, hue);
    m_editor->markerDefine(QsciScintilla::Background, kOutlineMarker);
}

void CodeView::setSource(const QString& text, int from) {
    m_marks.clear();
    m_editor->setText(text);
    setLooks(*m_theme, m_scale);
    m_editor->SendScintilla(QsciScintilla::SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(std::max(0, from - 1)));
    m_gutter->update();
}

void CodeView::setLooks(const Theme& theme, double scale) {
    m_theme = &Theme::named(theme.name);
    m_scale = scale;
    colorLexer(*m_theme, scale);
    const QColor paper = m_theme->panel;
    for (int hue = 0; hue < kHues; ++hue)
        m_editor->setMarkerBackgroundColor(mixed(paper, m_theme->actor(hue), kTint), hue);
    m_editor->setMarkerBackgroundColor(mixed(paper, m_theme->accent, kTint), kOutlineMarker);
    m_editor->setMarginsBackgroundColor(paper);
    m_editor->setMarginsForegroundColor(mixed(paper, m_theme->muted, 0.75));
    m_editor->setMarginsFont(pointFont(*m_editor, (kCodePixels - 2) * scale));
    m_editor->setSelectionBackgroundColor(mixed(paper, m_theme->accent, 0.3));
    m_editor->setSelectionForegroundColor(m_theme->ink);
    m_editor->setExtraAscent(static_cast<int>(std::lround(2 * scale)));
    m_editor->setExtraDescent(static_cast<int>(std::lround(2 * scale)));
    if (m_language == ListingLanguage::cpp)
        m_editor->setMarginWidth(kNumberMargin, QString::number(std::max(99, m_editor->lines())) + u'0');
    m_editor->setMarginWidth(kNumberMargin + 1,
                             m_language == ListingLanguage::cpp ? static_cast<int>(std::lround(10 * scale)) : 0);
    m_gutter->setFixedWidth(static_cast<int>(std::lround(kGutter * scale)));
    m_gutter->update();
}

void CodeView::colorLexer(const Theme& theme, double scale) {
    const QFont font = pointFont(*m_editor, kCodePixels * scale);
    m_lexer->setDefaultFont(font);
    m_lexer->setDefaultColor(theme.ink);
    m_lexer->setDefaultPaper(theme.panel);
    m_lexer->setFont(font, -1);
    m_lexer->setColor(theme.ink, -1);
    m_lexer->setPaper(theme.panel, -1);
    if (m_language == ListingLanguage::python) {
        using L = QsciLexerPython;
        colorKeywords(*m_lexer, {L::Keyword}, {L::Comment, L::CommentBlock},
                      {L::Number, L::DoubleQuotedString, L::SingleQuotedString, L::TripleDoubleQuotedString,
                       L::DoubleQuotedFString, L::SingleQuotedFString},
                      theme, font);
    } else {
        using L = QsciLexerCPP;
        colorKeywords(*m_lexer, {L::Keyword}, {L::Comment, L::CommentLine, L::CommentDoc, L::CommentLineDoc},
                      {L::Number, L::DoubleQuotedString, L::SingleQuotedString, L::RawString}, theme, font);
        m_lexer->setColor(theme.muted, L::PreProcessor);
    }
    m_editor->setPaper(theme.panel);
    m_editor->setColor(theme.ink);
}

double CodeView::lineHeight() const {
    return static_cast<double>(m_editor->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
}

int CodeView::firstVisibleLine() const {
    return static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE)) + 1;
}

int CodeView::linesOnScreen() const {
    return static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
}

void CodeView::setMarks(std::vector<ShownMark> marks, int focus, int outlined) {
    m_marks = std::move(marks);
    m_outlined = outlined;
    m_editor->markerDeleteAll(-1);
    std::vector<LineMark> plain;
    for (const ShownMark& shown : m_marks) {
        m_editor->markerAdd(shown.mark.line - 1,
                            shown.tokens.empty() ? kOutlineMarker : shown.tokens.front().hue % kHues);
        plain.push_back(shown.mark);
    }
    if (outlined > 0) {
        m_editor->markerDelete(outlined - 1, -1);
        m_editor->markerAdd(outlined - 1, kOutlineMarker);
    }
    const int first = firstVisibleLine();
    const int wanted = firstLineToShow(first, linesOnScreen(), m_editor->lines(), plain, focus);
    if (focus > 0 && wanted != first)
        m_editor->SendScintilla(QsciScintilla::SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(wanted - 1));
    m_gutter->update();
}

}  // namespace interleave::ui
