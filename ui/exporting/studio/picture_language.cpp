#include "ui/exporting/studio/picture_language.hpp"

#include <QCoreApplication>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

PictureLanguage::PictureLanguage() {
    (void)m_chinese.load(":/translations/interleave_zh_CN.qm");  // without it, pictures are in English
    QCoreApplication::installTranslator(this);
}

PictureLanguage::~PictureLanguage() { QCoreApplication::removeTranslator(this); }

QString PictureLanguage::translate(const char* context, const char* source, const char* disambiguation,
                                   int count) const {
    switch (m_says) {
        case Says::nothing: return {};  // the window's own language
        case Says::english: return QString::fromUtf8(source);
        case Says::chinese: return m_chinese.translate(context, source, disambiguation, count);
    }
    return {};
}

PictureLanguage::Spoken::Spoken(PictureLanguage& tongue, Language language)
    : m_tongue(tongue), m_windowsIsChinese(textIsChinese()) {
    const bool chinese = language == Language::chinese;
    m_tongue.m_says = chinese ? Says::chinese : Says::english;
    setTextIsChinese(chinese);
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale::c());
}

PictureLanguage::Spoken::~Spoken() {
    m_tongue.m_says = Says::nothing;
    setTextIsChinese(m_windowsIsChinese);
    QLocale::setDefault(m_windowsLocale);
}

}  // namespace interleave::ui
