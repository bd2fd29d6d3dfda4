// Words as values. Each refuses, in a sentence that names the option, what it was given and what it takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <QSize>

#include "core/base/error.hpp"
#include "core/base/time.hpp"
#include "core/trace/run_facts.hpp"
#include "ui/exporting/export_options.hpp"

namespace interleave::app {

// A whole number in decimal digits from `least` to `most`.
Expected<std::uint64_t> wholeNumber(std::string_view option, std::string_view word, std::uint64_t least,
                                    std::uint64_t most);
// A finite number, "." as the decimal point whatever the locale, from `least` to `most`.
Expected<double> realNumber(std::string_view option, std::string_view word, double least, double most);
// "1920x1080", in pixels.
Expected<QSize> pictureSize(std::string_view word);
Expected<RuntimeKind> runtimeNamed(std::string_view word);
// `free` or `steered`: stepping takes a person at the window.
Expected<Pace> paceNamed(std::string_view word);
// "virtual" or "real": whose time a schedule takes.
Expected<RuntimeKind> clockNamed(std::string_view word);
Expected<ui::ThemeName> themeNamed(std::string_view word);
// "timeline", "window", "comparison", "strip" or "presenting".
Expected<ui::PictureSubject> subjectNamed(std::string_view word);
// "en" or "zh_CN" as they are; refuses others.
Expected<std::string> languageNamed(std::string_view word);
// "name=value"; the value may be empty or hold a "=".
Expected<std::pair<std::string, std::string>> assignment(std::string_view word);

}  // namespace interleave::app
