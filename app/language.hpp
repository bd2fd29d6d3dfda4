// The language in which the program speaks to people. JSON, errors and file formats stay as they are.
#pragma once

#include <string>

namespace interleave::app {

// "en" or "zh_CN" as chosen; where `chosen` is empty, what the system speaks.
std::string languageFor(const std::string& chosen);

// From now on texts are in `language`. Needs a QCoreApplication.
void speak(const std::string& language);

}  // namespace interleave::app
