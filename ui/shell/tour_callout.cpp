#include "ui/shell/tour_callout.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QVBoxLayout>

namespace interleave::ui {

namespace {

constexpr int kArrow = 12;      // pixels the arrow stands out, and its half width; kept free on every side
constexpr int kWidth = 336;
constexpr int kInner = 16;
constexpr int kSlide = 14;      // pixels
constexpr int kSlideTime = 180;  // ms

// The triangle that points at the target; empty where the hint lies within it.
QPolygonF arrowOf(const QRectF& box, const QSize& size, const TourPlace& place) {
    const double at = place.arrow, half = kArrow * 0.8;
    const auto sideways = [&](double tip, double foot) {
        return QPolygonF({QPointF(tip, at), QPointF(foot, at - half), QPointF(foot, at + half)});
    };
    const auto upright = [&](double tip, double foot) {
        return QPolygonF({QPointF(at, tip), QPointF(at - half, foot), QPointF(at + half, foot)});
    };
    switch (place.beside) {
        case TourSide::right: return sideways(0, box.left() + 1);
        case TourSide::left: return sideways(size.width(), box.right() - 1);
        case TourSide::below: return upright(0, box.top() + 1);
        case TourSide::above: return upright(size.height(), box.bottom() - 1);
        case TourSide::within: break;
    }
    return {};
}

QPainterPath outline(const QSize& size, const TourPlace& place) {
    const QRectF box =
        QRectF(QPointF(0, 0), size).adjusted(kArrow, kArrow, -kArrow, -kArrow).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path, tip;
    path.addRoundedRect(box, 10, 10);
    tip.addPolygon(arrowOf(box, size, place));
    tip.closeSubpath();
    return path.united(tip);
}

// Away from what the hint speaks of.
QPoint awayFrom(TourSide beside) {
    switch (beside) {
        case TourSide::right: return {kSlide, 0};
        case TourSide::left: return {-kSlide, 0};
        case TourSide::above: return {0, -kSlide};
        default: return {0, kSlide};
    }
}

}  // namespace

TourCallout::TourCallout(QWidget* window) : QWidget(window), m_theme(&Theme::named(ThemeName::light)) {
    m_title = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_step = new QLabel(this);
    m_step->setProperty("role", "muted");
    m_skip = new QPushButton(this);
    m_next = new QPushButton(this);
    m_next->setProperty("role", "primary");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_step);
    buttons->addStretch(1);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    const int around = kArrow + kInner;
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(m_skip, &QPushButton::clicked, this, &TourCallout::skipAsked);
    connect(m_next, &QPushButton::clicked, this, &TourCallout::nextAsked);
    setFocusProxy(m_next);
    setStep(0, 1);
    hide();
}

void TourCallout::setTheme(const Theme& theme) {
    m_theme = &theme;
    update();
}

void TourCallout::setWords(const QString& title, const QString& sentence) {
    m_title->setFont(textFont(16, QFont::Bold));
    m_sentence->setFont(textFont(14));
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void TourCallout::setStep(int at, int of) {
    m_step->setFont(textFont(13));
    m_step->setText(tr("%1 of %2").arg(at + 1).arg(of));
    const bool isLast = at + 1 == of;
    m_skip->setText(tr("Skip the tour"));
    m_skip->setVisible(!isLast);
    m_next->setText(isLast ? tr("Begin") : tr("Next"));
    // A screen reader says what the hint says when the focus comes to its button.
    m_next->setAccessibleDescription(accessibleName() + QStringLiteral(". ") + accessibleDescription());
}

QSize TourCallout::wantedSize() {
    const int width = kWidth + 2 * kArrow;
    return {width, layout()->heightForWidth(width)};
}

void TourCallout::standAt(const TourPlace& place, bool slides) {
    m_place = place;
    delete findChild<QPropertyAnimation*>();  // one that is under way would end elsewhere
    setGeometry(place.box);
    if (slides) {
        auto* animation = new QPropertyAnimation(this, "pos", this);
        animation->setDuration(kSlideTime);
        animation->setEasingCurve(QEasingCurve::OutCubic);
        animation->setStartValue(place.box.topLeft() + awayFrom(place.beside));
        animation->setEndValue(place.box.topLeft());
        animation->start(QAbstractAnimation::DeleteWhenStopped);
    }
    update();
}

void TourCallout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->accent, 1.5));
    painter.setBrush(m_theme->panel);
    painter.drawPath(outline(size(), m_place));
}

TourRing::TourRing(QWidget* window) : QWidget(window), m_theme(&Theme::named(ThemeName::light)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void TourRing::setTheme(const Theme& theme) {
    m_theme = &theme;
    update();
}

void TourRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 9, 9);
}

}  // namespace interleave::ui
