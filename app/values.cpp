#include "app/values.hpp"

#include <charconv>
#include <cmath>

namespace interleave::app {
namespace {

template <class T>
bool parsesWhole(std::string_view word, T& into) {
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), into);
    return error == std::errc{} && end == word.data() + word.size();
}

}  // namespace

Expected<std::uint64_t> wholeNumber(std::string_view option, std::string_view word, std::uint64_t least,
                                    std::uint64_t most) {
    std::uint64_t value = 0;
    if (!parsesWhole(word, value) || value < least || value > most)
        return refused(Sentence("CommandLine", "{} takes a whole number from {} to {}, not '{}'")
                           .of(option, least, most, word));
    return value;
}

Expected<double> realNumber(std::string_view option, std::string_view word, double least, double most) {
    double value = 0;
    if (!parsesWhole(word, value) || !std::isfinite(value) || value < least || value > most)
        return refused(Sentence("CommandLine", "{} takes a number from {:g} to {:.10g}, not '{}'")
                           .of(option, least, most, word));
    return value;
}

Expected<QSize> pictureSize(std::string_view word) {
    const std::size_t cross = word.find_first_of("xX");
    int width = 0;
    int height = 0;
    if (cross == std::string_view::npos || !parsesWhole(word.substr(0, cross), width) ||
        !parsesWhole(word.substr(cross + 1), height))
        return refused(
            Sentence("CommandLine", "--size takes a width and a height in pixels such as 1920x1080, not '{}'")
                .of(word));
    return QSize(width, height);
}

Expected<RuntimeKind> runtimeNamed(std::string_view word) {
    RuntimeKind kind{};
    if (!parse(word, kind))
        return refused(
            Sentence("CommandLine",
                     "there is no runtime '{}'; the runtimes are processes, threads, workers, coroutines and virtual")
                .of(word));
    return kind;
}

Expected<Pace> paceNamed(std::string_view word) {
    Pace pace{};
    if (!parse(word, pace) || pace == Pace::step)
        return refused(Sentence("CommandLine", "--pace takes free or steered, not '{}'").of(word));
    return pace;
}

Expected<RuntimeKind> clockNamed(std::string_view word) {
    if (word == "virtual") return RuntimeKind::virtualTime;
    if (word == "real") return RuntimeKind::workers;
    return refused(Sentence("CommandLine", "--clock {} is not known; choose virtual or real").of(word));
}

Expected<ui::ThemeName> themeNamed(std::string_view word) {
    if (word == "light") return ui::ThemeName::light;
    if (word == "dark") return ui::ThemeName::dark;
    if (word == "print") return ui::ThemeName::print;
    return refused(Sentence("CommandLine", "--theme takes light, dark or print, not '{}'").of(word));
}

Expected<ui::PictureSubject> subjectNamed(std::string_view word) {
    if (word == "timeline") return ui::PictureSubject::timeline;
    if (word == "window") return ui::PictureSubject::window;
    if (word == "comparison") return ui::PictureSubject::comparison;
    if (word == "strip") return ui::PictureSubject::strip;
    if (word == "presenting") return ui::PictureSubject::presenting;
    return refused(
        Sentence("CommandLine", "--picture takes timeline, window, comparison, strip or presenting, not '{}'")
            .of(word));
}

Expected<std::string> languageNamed(std::string_view word) {
    if (word != "en" && word != "zh_CN")
        return refused(Sentence("CommandLine", "--lang takes en or zh_CN, not '{}'").of(word));
    return std::string(word);
}

Expected<std::pair<std::string, std::string>> assignment(std::string_view word) {
    const std::size_t sign = word.find('=');
    if (sign == std::string_view::npos || sign == 0)
        return refused(Sentence("CommandLine", "--set takes name=value such as --set capacity=4, not '{}'").of(word));
    return std::pair(std::string(word.substr(0, sign)), std::string(word.substr(sign + 1)));
}

}  // namespace interleave::app
