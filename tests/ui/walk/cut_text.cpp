#include "tests/ui/walk/cut_text.hpp"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include "ui/narration/choice_button.hpp"
#include "ui/narration/guide_strip.hpp"
#include "ui/shell/elided_label.hpp"

namespace interleave::ui {
namespace {

constexpr int kSlack = 1;  // pixels: widths are rounded

QString cut(const QWidget& widget, const QString& text, int needs, int has) {
    return QStringLiteral("%1 \"%2\" needs %3 pixels and has %4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), text)
        .arg(needs)
        .arg(has);
}

// Text without its mnemonic.
int widthOf(const QWidget& widget, const QString& text) {
    int widest = 0;
    for (const QString& line : text.split(u'\n'))
        widest = std::max(widest, widget.fontMetrics().size(Qt::TextShowMnemonic, line).width());
    return widest;
}

QString ofLabel(const QLabel& label) {
    const QString text = label.text();
    if (text.isEmpty() || Qt::mightBeRichText(text)) return {};
    const QRect room = label.contentsRect().adjusted(label.margin(), 0, -label.margin(), 0);
    if (label.wordWrap()) {
        const int needs = label.heightForWidth(label.width());
        return needs > label.height() + kSlack ? cut(label, text, needs, label.height()) : QString();
    }
    const int needs = widthOf(label, text);
    return needs > room.width() + kSlack ? cut(label, text, needs, room.width()) : QString();
}

QString ofButton(const QAbstractButton& button) {
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty() ||
        (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !button.icon().isNull()))
        return {};
    const int needs = widthOf(button, button.text());
    return needs > button.width() + kSlack ? cut(button, button.text(), needs, button.width()) : QString();
}

QString of(const QWidget& widget) {
    if (const auto* strip = qobject_cast<const GuideStrip*>(&widget))
        return strip->isWhole() ? QString() : cut(widget, strip->sentence(), 0, widget.width());
    if (const auto* choice = qobject_cast<const ChoiceButton*>(&widget))
        return choice->isWhole() ? QString() : cut(widget, choice->text(), 0, widget.width());
    if (qobject_cast<const ElidedLabel*>(&widget) != nullptr) return {};  // made to be shortened; its tooltip says all
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return ofLabel(*label);
    if (qobject_cast<const StepDot*>(&widget) != nullptr) return {};
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return ofButton(*button);
    return {};
}

}  // namespace

QStringList cutTexts(const QWidget& window) {
    QStringList sentences;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
        if (const QString sentence = of(*widget); !sentence.isEmpty()) sentences << sentence;
    }
    return sentences;
}

}  // namespace interleave::ui
