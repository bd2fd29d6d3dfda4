// The language of the window: English, or Simplified Chinese from the translation built in.
#pragma once

#include <QString>

namespace interleave::ui {

enum class Language { english, chinese };

Language systemLanguage();
// "en", "zh_CN"; nothing else is one.
bool parse(const QString& word, Language& language);
QString nameOf(Language language);

// Installs it for the whole program; every widget is told by QEvent::LanguageChange.
void speak(Language language);
Language spoken();
// Of what core tells alone (core/base/sentence.hpp). speak() does it as well.
void sayErrorsIn(Language language);

}  // namespace interleave::ui
