#include "ui/shell/language.hpp"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

#include "core/base/sentence.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

namespace {

// One of its own, loaded once and only read from then on: any thread may ask it, and the installed ones speak the language
// of a picture while that is drawn.
const QTranslator& chineseErrors() {
    static const std::unique_ptr<QTranslator> translator = [] {
        auto made = std::make_unique<QTranslator>();
        (void)made->load(":/translations/interleave_zh_CN.qm");
        return made;
    }();
    return *translator;
}

std::string inChinese(const char* context, const char* english) {
    const QString found = chineseErrors().translate(context, english);
    return found.isEmpty() ? std::string(english) : found.toStdString();
}

}  // namespace

Language systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? Language::chinese : Language::english;
}

bool parse(const QString& word, Language& language) {
    if (word == "en") language = Language::english;
    if (word == "zh_CN") language = Language::chinese;
    return word == "en" || word == "zh_CN";
}

QString nameOf(Language language) { return language == Language::chinese ? "zh_CN" : "en"; }

void sayErrorsIn(Language language) { translateBy(language == Language::chinese ? inChinese : nullptr); }

void speak(Language language) {
    static QTranslator ours;  // for the whole program, like the application that they are installed in
    static QTranslator qts;   // Qt's own dialogs
    const bool chinese = language == Language::chinese;
    setTextIsChinese(chinese);
    // Numbers keep to one form in both languages.
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale::c());
    QApplication::setFont(textFont(14));
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    sayErrorsIn(language);
    if (!chinese) return;
    if (qts.load("qtbase_zh_CN", QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qts);
    }
    if (ours.load(":/translations/interleave_zh_CN.qm")) QCoreApplication::installTranslator(&ours);
}

Language spoken() { return textIsChinese() ? Language::chinese : Language::english; }

}  // namespace interleave::ui
