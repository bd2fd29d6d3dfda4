#include "ui/narration/guide_strip.hpp"

#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

#include "ui/live/lesson_text.hpp"
#include "ui/narration/choice_button.hpp"

namespace interleave::ui {
namespace {

constexpr double kStripHeight = 56;
constexpr double kLowStripHeight = 52;
constexpr double kSentence = 16;
constexpr double kSmallestSentence = 13;
constexpr double kInset = 8;
constexpr double kStripGap = 4;
constexpr double kArrow = 24;

}  // namespace

GuideStrip::GuideStrip(Guide& guide, QWidget* parent) : Card(parent), m_guide(guide) {
    setHeaderShown(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buildButtons();
    connect(&guide, &Guide::changed, this, &GuideStrip::onGuideChanged);
    retranslate();
}

void GuideStrip::buildButtons() {
    for (int i = 0; i < static_cast<int>(kChoices); ++i) {
        auto* choice = new ChoiceButton(i + 1, this);
        connect(choice, &QAbstractButton::clicked, this, [this, i] { m_guide.choose(i); });
        m_choices.push_back(choice);
    }
    for (QToolButton** button : {&m_back, &m_on}) {
        *button = new QToolButton(this);
        (*button)->setAutoRaise(true);
        (*button)->setFocusPolicy(Qt::TabFocus);
    }
    m_back->setText(QStringLiteral("‹"));
    m_on->setText(QStringLiteral("›"));
    connect(m_back, &QToolButton::clicked, &m_guide, &Guide::previous);
    connect(m_on, &QToolButton::clicked, &m_guide, &Guide::next);
}

void GuideStrip::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    for (ChoiceButton* choice : m_choices) choice->setTheme(theme, textScale());
    for (StepDot* dot : m_dots) dot->setTheme(theme, textScale());
}

void GuideStrip::setTextScale(double scale) {
    Card::setTextScale(scale);
    setTheme(theme());
    updateGeometry();
    place();
}

void GuideStrip::setLow(bool low) {
    m_low = low;
    updateGeometry();
    place();
}

void GuideStrip::setWanted(bool wanted) {
    m_wanted = wanted;
    setVisible(wanted && m_guide.hasLesson());
}

QSize GuideStrip::sizeHint() const { return {fontPx(800), fontPx(m_low ? kLowStripHeight : kStripHeight)}; }
QSize GuideStrip::minimumSizeHint() const { return {fontPx(320), sizeHint().height()}; }

void GuideStrip::retranslate() {
    setTitle(tr("Lesson"));
    m_back->setToolTip(tr("Previous step (Page Up)"));
    m_on->setToolTip(tr("Next step (Page Down)"));
    m_back->setAccessibleName(tr("Previous step"));
    m_on->setAccessibleName(tr("Next step"));
    onGuideChanged();
}

bool GuideStrip::offersChoices() const { return m_guide.place() == 0 && m_guide.phase() != Guide::Phase::over; }

QString GuideStrip::choiceText(int choice) const {
    return m_guide.text().choices[static_cast<std::size_t>(choice)].text.shown();
}

QString GuideStrip::verdict() const {
    const auto right = m_guide.right();
    const auto taken = m_guide.taken();
    if (!right) return tr("This run bears out none of the three.");
    if (!taken) return tr("The run shows: %1").arg(choiceText(*right));
    if (*taken == *right) return tr("You were right: %1").arg(choiceText(*right));
    return tr("You said: %1. The run shows: %2").arg(choiceText(*taken), choiceText(*right));
}

void GuideStrip::rebuildDots() {
    if (static_cast<int>(m_dots.size()) == m_guide.count()) return;
    qDeleteAll(m_dots);
    m_dots.clear();
    for (int step = 1; step <= m_guide.count(); ++step) {
        auto* dot = new StepDot(step, this);
        dot->setTheme(theme(), textScale());
        connect(dot, &QAbstractButton::clicked, this, [this, step] { m_guide.goTo(step); });
        m_dots.push_back(dot);
    }
}

void GuideStrip::onGuideChanged() {
    setVisible(m_wanted && m_guide.hasLesson());
    if (!m_guide.hasLesson()) return;
    rebuildDots();
    const bool over = m_guide.phase() == Guide::Phase::over;
    m_sentence = offersChoices() ? QString() : m_guide.place() == 0 ? verdict() : m_guide.sentence();
    setAccessibleDescription(m_sentence.isEmpty() ? m_guide.sentence() : m_sentence);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setChoice(choiceText(static_cast<int>(i)));
        m_choices[i]->setChecked(m_guide.taken() == static_cast<int>(i));
    }
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        const int step = static_cast<int>(i) + 1;
        m_dots[i]->setEnabled(over && m_guide.canGoTo(step));
        m_dots[i]->setChecked(m_guide.place() == step);
        m_dots[i]->setAccessibleName(tr("Step %1").arg(step));
        // A step's sentence would tell the answer.
        m_dots[i]->setToolTip(over ? m_guide.steps()[i].text.shown() : QString());
    }
    m_back->setEnabled(m_guide.place() > 0);
    m_on->setEnabled(m_guide.phase() == Guide::Phase::before || (over && m_guide.canGoOn()));
    place();
    update();
}

double GuideStrip::navigationWidth() const {
    return static_cast<double>(m_dots.size()) * px(kArrow + 2) + 2 * px(kArrow) + px(kInset);
}

void GuideStrip::place() {
    const QRectF area = QRectF(rect()).adjusted(px(kInset), px(kStripGap), -px(kInset), -px(kStripGap));
    const bool offers = offersChoices();
    const double width = (area.width() - 2 * px(kStripGap)) / static_cast<double>(m_choices.size());
    double x = area.left();
    for (ChoiceButton* choice : m_choices) {
        choice->setGeometry(QRectF(x, area.top(), width, area.height()).toRect());
        choice->setVisible(offers);
        x += width + px(kStripGap);
    }
    const QSize size(fontPx(kArrow), fontPx(kArrow));
    const int top = (height() - size.height()) / 2;
    x = area.right() - navigationWidth() + px(kInset);
    const auto put = [&](QWidget* button) {
        button->setGeometry(QRect(QPoint(static_cast<int>(std::lround(x)), top), size));
        button->setVisible(!offers);
        x += px(kArrow + 2);
    };
    put(m_back);
    for (StepDot* dot : m_dots) put(dot);
    put(m_on);
}

void GuideStrip::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    place();
}

QRectF GuideStrip::textArea() const {
    return QRectF(rect()).adjusted(px(16), px(4), -navigationWidth() - px(kInset), -px(4));
}

QFont GuideStrip::fittingFont() const {
    const QRectF area = textArea();
    const QFont::Weight weight = m_guide.place() == 0 ? QFont::DemiBold : QFont::Medium;
    for (double pixels = kSentence;; pixels -= 1) {
        const QFont font = textFont(fontPx(pixels), weight);
        const QRectF bounds =
            QFontMetricsF(font).boundingRect(QRectF(0, 0, area.width(), 1e6), Qt::TextWordWrap, m_sentence);
        if (bounds.height() <= area.height() || pixels <= kSmallestSentence) return font;
    }
}

bool GuideStrip::isWhole() const {
    if (offersChoices())
        return std::ranges::all_of(m_choices, [](const ChoiceButton* each) { return each->isWhole(); });
    const QRectF area = textArea();
    const QRectF bounds =
        QFontMetricsF(fittingFont()).boundingRect(QRectF(0, 0, area.width(), 1e6), Qt::TextWordWrap, m_sentence);
    return bounds.height() <= area.height() + 1 && bounds.width() <= area.width() + 1;
}

void GuideStrip::paintContent(QPainter& painter) {
    if (m_sentence.isEmpty()) return;
    painter.setPen(theme().ink);
    painter.setFont(fittingFont());
    painter.drawText(textArea(), Qt::TextWordWrap | Qt::AlignVCenter, m_sentence);
}

}  // namespace interleave::ui
