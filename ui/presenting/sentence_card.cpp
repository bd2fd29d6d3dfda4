#include "ui/presenting/sentence_card.hpp"

#include <QPainter>

#include <algorithm>

namespace interleave::ui {
namespace {

constexpr double kBesideSentence = 40;      // beside the text
constexpr double kAboveSentence = 18;
constexpr double kAboveDetail = 8;
constexpr double kSentenceRadius = 12;
constexpr double kSmallestSentence = 24;     // pixels on a screen with 1080 lines: whoever reads must be able to

double heightOf(const QFont& font, const QString& text, double width) {
    if (text.isEmpty()) return 0;
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

}  // namespace

SentenceCard::SentenceCard(QWidget* parent)
    : QWidget(parent), m_theme(&Theme::named(ThemeName::light)), m_sizes({1920, 1080}) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SentenceCard::setLooks(const Theme& theme, const WallSizes& sizes) {
    m_theme = &Theme::named(theme.name);
    m_sizes = sizes;
    update();
}

void SentenceCard::say(const WallSentence& sentence) {
    if (sentence == m_said) return;
    m_said = sentence;
    setAccessibleName(sentence.text);
    setAccessibleDescription(sentence.detail);
    update();
}

QRectF SentenceCard::room() const {
    const double beside = kBesideSentence * m_sizes.unit();
    const double above = kAboveSentence * m_sizes.unit();
    return QRectF(rect()).adjusted(beside, above, -beside, -above);
}

// The detail goes before the sentence has to be smaller than a class can read.
SentenceCard::Fitted SentenceCard::fitted() const {
    const QRectF area = room();
    const double detail = heightOf(textFont(m_sizes.detail()), m_said.detail, area.width());
    const double between = detail > 0 ? kAboveDetail * m_sizes.unit() : 0;
    const auto heightAt = [&](int size) { return heightOf(textFont(size, QFont::Bold), m_said.text, area.width()); };
    for (int size = m_sizes.sentence(); size >= m_sizes.leastSentence(); --size)
        if (const double text = heightAt(size); text + between + detail <= area.height()) return {size, text, detail};
    const int smallest = std::max(1, static_cast<int>(kSmallestSentence * m_sizes.unit()));
    for (int size = m_sizes.sentence();; --size)
        if (const double text = heightAt(size); text <= area.height() || size <= smallest) return {size, text, 0};
}

void SentenceCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = (m_said.alarm ? 3 : 1.5) * m_sizes.unit();
    painter.setPen(QPen(m_said.alarm ? m_theme->danger : m_theme->hairline, edge));
    painter.setBrush(m_said.alarm ? m_theme->dangerGround : m_theme->panel);
    const double radius = kSentenceRadius * m_sizes.unit();
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), radius, radius);

    const Fitted fit = fitted();
    const double between = fit.detail > 0 ? kAboveDetail * m_sizes.unit() : 0;
    QRectF area = room();
    area.setTop(area.top() + std::max(0.0, (area.height() - fit.text - between - fit.detail) / 2));
    painter.setPen(m_theme->ink);
    painter.setFont(textFont(fit.size, QFont::Bold));
    painter.drawText(area, Qt::TextWordWrap | Qt::AlignTop, m_said.text);
    if (fit.detail <= 0) return;
    painter.setFont(textFont(m_sizes.detail()));
    painter.drawText(area.adjusted(0, fit.text + between, 0, 0), Qt::TextWordWrap | Qt::AlignTop, m_said.detail);
}

}  // namespace interleave::ui
