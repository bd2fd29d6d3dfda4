// The language in which the program speaks to people, of errors as well. Keys of JSON and forms of files stay as they
// are. What is wrong with the command line itself is said in English: until it is read nobody knows the language.
#pragma once

#include <string>

namespace interleave::app {

// "en" or "zh_CN" as chosen; where `chosen` is empty, what the system speaks.
std::string languageFor(const std::string& chosen);

// From now on texts are in `language`. Needs a QCoreApplication.
void speak(const std::string& language);
// Of errors alone; needs no application.
void sayErrorsIn(const std::string& language);

}  // namespace interleave::app
