#include "ui/live/lesson_text.hpp"

#include <QJsonArray>
#include <QJsonObject>

namespace interleave::ui {
namespace {

// "choices[2]": counted from 1, as a person does.
std::string placeOf(const char* list, qsizetype index) {
    return std::string(list) + "[" + std::to_string(index + 1) + "]";
}

Expected<InBothLanguages> bothLanguages(const QJsonObject& object, const std::string& place) {
    const InBothLanguages sentence{object["en"].toString(), object["zh_CN"].toString()};
    if (!sentence.complete())
        return refused(
            Sentence("Window", "{} needs a text in both languages: \"en\" and \"zh_CN\"").of(place));
    return sentence;
}

Expected<Choice> choiceFrom(const QJsonObject& object, const std::string& place) {
    auto text = bothLanguages(object, place);
    if (!text) return tl::unexpected(text.error());
    const QString words = object["when"].toString();
    auto when = parseClaim(words.toStdString());
    if (!when) return refused(Sentence("Window", "{}, \"when\": {}").of(place, when.error().what));
    return Choice{std::move(*text), std::move(*when), words};
}

Expected<std::vector<RuntimeKind>> runtimesIn(const QJsonArray& names, const std::string& place) {
    std::vector<RuntimeKind> runtimes;
    for (const QJsonValue name : names) {
        const std::string word = name.toString().toStdString();
        if (RuntimeKind runtime{}; parse(word, runtime)) runtimes.push_back(runtime);
        else return refused(Sentence("Window", "{}, \"on\": \"{}\" is no runtime").of(place, word));
    }
    return runtimes;
}

Expected<LessonStep> stepFrom(const QJsonObject& object, const std::string& place) {
    auto text = bothLanguages(object, place);
    if (!text) return tl::unexpected(text.error());
    const QString words = object["at"].toString();
    auto at = parseMoment(words.toStdString());
    if (!at) return refused(Sentence("Window", "{}, \"at\": {}").of(place, at.error().what));
    auto runtimes = runtimesIn(object["on"].toArray(), place);
    if (!runtimes) return tl::unexpected(runtimes.error());
    return LessonStep{std::move(*text), std::move(*at), object["in"].toString(), words, std::move(*runtimes)};
}

// An array of so many; a missing one is empty.
Expected<QJsonArray> listIn(const QJsonObject& root, const char* name, std::size_t fewest, std::size_t most) {
    if (!root.contains(QLatin1String(name))) return QJsonArray{};
    const QJsonArray list = root[QLatin1String(name)].toArray();
    const auto size = static_cast<std::size_t>(list.size());
    if (size >= fewest && size <= most) return list;
    if (fewest == most)
        return refused(Sentence("Window", "{} is a list of {}; here are {}").of(name, most, size));
    return refused(
        Sentence("Window", "{} is a list of {} to {}; here are {}").of(name, fewest, most, size));
}

}  // namespace

Expected<void> readLesson(const QJsonObject& root, ScenarioText& text) {
    const auto choices = listIn(root, "choices", kChoices, kChoices);
    if (!choices) return tl::unexpected(choices.error());
    const auto steps = listIn(root, "steps", kFewestSteps, kMostSteps);
    if (!steps) return tl::unexpected(steps.error());
    for (qsizetype i = 0; i < choices->size(); ++i) {
        auto choice = choiceFrom(choices->at(i).toObject(), placeOf("choices", i));
        if (!choice) return tl::unexpected(choice.error());
        text.choices.push_back(std::move(*choice));
    }
    for (qsizetype i = 0; i < steps->size(); ++i) {
        auto step = stepFrom(steps->at(i).toObject(), placeOf("steps", i));
        if (!step) return tl::unexpected(step.error());
        text.steps.push_back(std::move(*step));
    }
    return {};
}

}  // namespace interleave::ui
