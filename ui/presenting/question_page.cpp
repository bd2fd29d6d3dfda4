#include "ui/presenting/question_page.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "ui/timeline/timeline_style.hpp"

namespace interleave::ui {
namespace {

// Pixels on a screen with 1080 lines.
constexpr double kQuestionIndent = 20;
constexpr double kQuestionAbove = 46;
constexpr double kUnderQuestion = 52;
constexpr double kChoice = 108;
constexpr double kChoiceGap = 22;
constexpr double kChoiceKey = 64;          // the plate with the number
constexpr double kChoiceInset = 24;
constexpr double kLeastChoice = 28;
constexpr double kVerdict = 26;
constexpr double kReadableWidth = 1480;  // of a line that is read in one go

}  // namespace

QuestionPage::QuestionPage(QWidget* parent)
    : QWidget(parent), m_theme(&Theme::named(ThemeName::light)), m_sizes({1920, 1080}) {}

void QuestionPage::setLooks(const Theme& theme, const WallSizes& sizes) {
    m_theme = &Theme::named(theme.name);
    m_sizes = sizes;
    update();
}

void QuestionPage::ask(const WallQuestion& question) {
    if (question == m_asked) return;
    m_asked = question;
    QStringList choices;
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        choices
            << QStringLiteral("%1: %2 %3").arg(i + 1).arg(question.choices[i], verdict(static_cast<int>(i))).trimmed();
    setAccessibleName(question.text);
    setAccessibleDescription(choices.join(QLatin1Char('\n')));
    update();
}

QFont QuestionPage::questionFont() const { return textFont(m_sizes.question(), QFont::Bold); }

QRectF QuestionPage::questionBox() const {
    const double indent = kQuestionIndent * m_sizes.unit();
    const double wide = std::min(width() - 2 * indent, kReadableWidth * m_sizes.text());
    const QRectF room(indent, kQuestionAbove * m_sizes.unit(), wide, height());
    return QFontMetricsF(questionFont()).boundingRect(room, Qt::TextWordWrap, m_asked.text);
}

QRectF QuestionPage::choiceBox(int index) const {
    if (index < 0 || index >= static_cast<int>(m_asked.choices.size())) return {};
    const double high = kChoice * m_sizes.text();
    const double step = high + kChoiceGap * m_sizes.unit();
    const double top = questionBox().bottom() + kUnderQuestion * m_sizes.unit();
    const double wide = std::min(double(width()), (kReadableWidth + 2 * kQuestionIndent) * m_sizes.text());
    return {0, top + step * index, wide, high};
}

int QuestionPage::choiceTypeSize() const {
    const double around = (kChoiceKey + 3 * kChoiceInset) * m_sizes.text();
    int size = m_sizes.choice();
    const int least = static_cast<int>(std::lround(kLeastChoice * m_sizes.text()));
    const auto fits = [&] {
        const QFontMetricsF metrics(textFont(size, QFont::DemiBold));
        for (int i = 0; i < static_cast<int>(m_asked.choices.size()); ++i) {
            const QFontMetricsF verdicts(textFont(static_cast<int>(kVerdict * m_sizes.text()), QFont::DemiBold));
            const double told = verdicts.horizontalAdvance(verdict(i)) + kChoiceInset * m_sizes.text();
            const double needed = metrics.horizontalAdvance(m_asked.choices[static_cast<std::size_t>(i)]);
            if (needed > choiceBox(i).width() - around - told) return false;
        }
        return true;
    };
    while (size > least && !fits()) --size;
    return size;
}

QString QuestionPage::verdict(int index) const {
    if (!m_asked.right) return {};
    if (index == *m_asked.right) return m_asked.taken == index ? tr("as you said") : tr("this is what happened");
    return m_asked.taken == index ? tr("you said so") : QString();
}

void QuestionPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->ink);
    painter.setFont(questionFont());
    painter.drawText(questionBox(), Qt::TextWordWrap, m_asked.text);
    for (int i = 0; i < static_cast<int>(m_asked.choices.size()); ++i) paintChoice(painter, i);
    painter.setPen(m_theme->muted);
    painter.setFont(textFont(m_sizes.label()));
    const double indent = kQuestionIndent * m_sizes.unit();
    painter.drawText(QRectF(rect()).adjusted(indent, 0, -indent, -indent), Qt::AlignBottom | Qt::AlignLeft,
                     m_asked.hint);
}

// The right one has an edge, a tick and words; one that was chosen a heavy edge. Never colour alone.
void QuestionPage::paintChoice(QPainter& painter, int index) const {
    const QRectF box = choiceBox(index);
    const bool right = m_asked.right == index;
    const bool taken = m_asked.taken == index;
    const double scale = m_sizes.text();
    const QColor told = edgeColor(m_theme->state(StateClass::running), m_theme->ground);
    const double edge = (right || taken ? 5 : 2) * m_sizes.unit();
    painter.setPen(QPen(right ? told : taken ? m_theme->ink : edgeColor(m_theme->hairline, m_theme->ground), edge));
    painter.setBrush(m_theme->panel);
    painter.drawRoundedRect(box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 14 * scale, 14 * scale);

    const double key = kChoiceKey * scale;
    const QRectF plate(box.left() + kChoiceInset * scale, box.center().y() - key / 2, key, key);
    paintMark(painter, plate, index);
    painter.setPen(m_theme->ink);
    painter.setFont(textFont(choiceTypeSize(), QFont::DemiBold));
    painter.drawText(box.adjusted(2 * kChoiceInset * scale + key, 0, 0, 0), Qt::AlignVCenter,
                     m_asked.choices[static_cast<std::size_t>(index)]);
    painter.setFont(textFont(static_cast<int>(kVerdict * scale), QFont::DemiBold));
    painter.setPen(m_theme->muted);
    painter.drawText(box.adjusted(0, 0, -kChoiceInset * scale, 0), Qt::AlignVCenter | Qt::AlignRight, verdict(index));
}

// Its number; once it is known, a tick on the right one and a cross on a wrong one that was chosen.
void QuestionPage::paintMark(QPainter& painter, const QRectF& box, int index) const {
    const bool right = m_asked.right == index;
    const bool wrong = m_asked.right && m_asked.taken == index && !right;
    const double radius = 12 * m_sizes.text();
    painter.setPen(Qt::NoPen);
    const QColor told = edgeColor(m_theme->state(StateClass::running), m_theme->ground);
    painter.setBrush(right ? told : wrong ? m_theme->muted : m_asked.taken == index ? m_theme->ink : m_theme->soft);
    painter.drawRoundedRect(box, radius, radius);
    if (!right && !wrong) {
        painter.setPen(m_asked.taken == index ? m_theme->panel : m_theme->ink);
        painter.setFont(textFont(m_sizes.choice(), QFont::Bold));
        painter.drawText(box, Qt::AlignCenter, QString::number(index + 1));
        return;
    }
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
    QPainterPath path(at(0.26, right ? 0.54 : 0.28));
    path.lineTo(right ? at(0.43, 0.71) : at(0.72, 0.72));
    if (!right) path.moveTo(at(0.72, 0.28));
    path.lineTo(right ? at(0.75, 0.32) : at(0.28, 0.72));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->panel, 6 * m_sizes.text(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void QuestionPage::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < static_cast<int>(m_asked.choices.size()); ++i) {
        if (!choiceBox(i).contains(event->position())) continue;
        emit chosen(i);
        return;
    }
    event->ignore();  // a press anywhere else belongs to the whole
}

}  // namespace interleave::ui
