#include "ui/narration/lesson.hpp"

#include <QCoreApplication>

namespace interleave::ui {
namespace {

QString heading(const QString& text, const Theme& theme, int pixels) {
    return QStringLiteral("<p style=\"margin:14px 0 2px 0; font-size:%1px; font-weight:600; color:%2\">%3</p>")
        .arg(pixels)
        .arg(theme.ink.name(), text.toHtmlEscaped());
}

QString paragraph(const QString& text, const QColor& color) {
    return QStringLiteral("<p style=\"margin:0; line-height:140%; color:%1\">%2</p>")
        .arg(color.name(), text.toHtmlEscaped());
}

QString section(const QString& title, const InBothLanguages& body, const Theme& theme, int pixels) {
    if (body.shown().isEmpty()) return {};
    return heading(title, theme, pixels) + paragraph(body.shown(), theme.ink);
}

}  // namespace

QString lessonPage(const ScenarioText& text, const Theme& theme, int textPixels) {
    QString page = section(QCoreApplication::translate("Lesson", "What to look at"), text.look, theme, textPixels);
    page += section(QCoreApplication::translate("Lesson", "Why it happens"), text.why, theme, textPixels);
    page += section(QCoreApplication::translate("Lesson", "What to try next"), text.tryNext, theme, textPixels);
    for (const OftenSaid& each : text.often) {
        page += section(QCoreApplication::translate("Lesson", "Often said"), each.said, theme, textPixels);
        page += section(QCoreApplication::translate("Lesson", "In fact"), each.fact, theme, textPixels);
    }
    if (page.isEmpty()) return {};
    return QStringLiteral("<div style=\"font-size:%1px\">%2</div>").arg(textPixels).arg(page);
}

}  // namespace interleave::ui
