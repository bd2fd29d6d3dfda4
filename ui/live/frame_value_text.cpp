#include "ui/live/frame_value_text.hpp"

#include <QLocale>

namespace interleave::ui {
namespace {

QString quotedText(const Store& store, StringId id) {
    const std::string_view text = store.text(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString frameValueText(const Store& store, const FrameValue& value) {
    switch (value.type) {
        case FrameValue::Type::none: return QStringLiteral("None");
        case FrameValue::Type::integer: return QString::number(value.bits);
        case FrameValue::Type::boolean: return value.bits != 0 ? QStringLiteral("True") : QStringLiteral("False");
        case FrameValue::Type::text: return QLatin1Char('\'') + quotedText(store, value.text()) + QLatin1Char('\'');
        case FrameValue::Type::error: return quotedText(store, value.text());
        case FrameValue::Type::real: break;
    }
    const QString text = QString::number(value.real(), 'g', QLocale::FloatingPointShortest);
    return text.contains(QLatin1Char('.')) || text.contains(QLatin1Char('e')) ? text : text + QStringLiteral(".0");
}

}  // namespace interleave::ui
