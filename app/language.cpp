#include "app/language.hpp"

#include <QApplication>
#include <QTranslator>

#include "ui/shell/language.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::app {

std::string languageFor(const std::string& chosen) {
    return chosen.empty() ? ui::nameOf(ui::systemLanguage()).toStdString() : chosen;
}

void speak(const std::string& language) {
    ui::Language wanted{};
    if (!ui::parse(QString::fromStdString(language), wanted)) return;
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) != nullptr) {
        ui::speak(wanted);
        return;
    }
    // Without a screen there are no fonts to choose, only words.
    static QTranslator translator;
    ui::setTextIsChinese(wanted == ui::Language::chinese);
    ui::sayErrorsIn(wanted);
    if (wanted == ui::Language::chinese && translator.load(":/translations/interleave_zh_CN.qm"))
        QCoreApplication::installTranslator(&translator);
}

void sayErrorsIn(const std::string& language) {
    if (ui::Language wanted{}; ui::parse(QString::fromStdString(language), wanted)) ui::sayErrorsIn(wanted);
}

}  // namespace interleave::app
