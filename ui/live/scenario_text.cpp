#include "ui/live/scenario_text.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <optional>

#include "ui/live/lesson_text.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

namespace {

InBothLanguages sentenceFrom(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    return {object["en"].toString(), object["zh_CN"].toString()};
}

GoalKind goalNamed(const QString& name) {
    if (name == QLatin1String("deadlock")) return GoalKind::deadlock;
    if (name == QLatin1String("lost-update")) return GoalKind::lostUpdate;
    if (name == QLatin1String("finish")) return GoalKind::finish;
    return GoalKind::none;
}

using Labels = std::vector<std::pair<QString, InBothLanguages>>;

Labels labelsFrom(const QJsonObject& object) {
    Labels labels;
    for (auto label = object.begin(); label != object.end(); ++label)
        labels.emplace_back(label.key(), sentenceFrom(label.value()));
    return labels;
}

std::optional<QString> shownOf(const Labels& labels, const QString& name) {
    for (const auto& [key, sentence] : labels) {
        if (key == name && !sentence.shown().isEmpty()) return sentence.shown();
    }
    return std::nullopt;
}

}  // namespace

const QString& InBothLanguages::shown() const {
    if (textIsChinese()) return chinese.isEmpty() ? en : chinese;
    return en.isEmpty() ? chinese : en;
}

QString ScenarioText::label(const QString& param) const { return shownOf(params, param).value_or(param); }

QString ScenarioText::resultLabel(const QString& result) const {
    return shownOf(results, result).value_or(QString(result).replace(u'_', u' '));
}

QString ScenarioText::variantLabel(const QString& variant) const {
    return shownOf(variants, variant).value_or(variant);
}

Expected<ScenarioText> parseScenarioText(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.left(error.offset).count('\n') + 1;
        return refused(Sentence("Window", "line {}: {}").of(line, error.errorString().toStdString()));
    }
    if (!document.isObject()) return refused(Sentence("Window", "a scenario's text is one JSON object"));

    const QJsonObject root = document.object();
    ScenarioText text;
    text.title = sentenceFrom(root["title"]);
    text.subtitle = sentenceFrom(root["subtitle"]);
    text.question = sentenceFrom(root["question"]);
    text.look = sentenceFrom(root["look"]);
    text.why = sentenceFrom(root["why"]);
    text.tryNext = sentenceFrom(root["tryNext"]);
    for (const QJsonValue& pair : root["often"].toArray()) {
        text.often.push_back({sentenceFrom(pair["said"]), sentenceFrom(pair["fact"])});
    }
    text.goal = {goalNamed(root["goal"]["reach"].toString()), sentenceFrom(root["goal"])};
    text.params = labelsFrom(root["params"].toObject());
    text.results = labelsFrom(root["results"].toObject());
    text.variants = labelsFrom(root["variants"].toObject());
    if (auto read = readLesson(root, text); !read) return tl::unexpected(read.error());
    return text;
}

const ScenarioText& scenarioText(std::string_view id) {
    static std::map<std::string, ScenarioText, std::less<>> texts;
    if (const auto found = texts.find(id); found != texts.end()) return found->second;

    const QString name = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    ScenarioText text;
    if (QFile file(":/scenarios/" + name + ".json"); file.open(QIODevice::ReadOnly)) {
        if (auto parsed = parseScenarioText(file.readAll())) text = std::move(*parsed);
    }
    if (text.title.en.isEmpty()) text.title = {name, name};
    return texts.emplace(std::string(id), std::move(text)).first->second;
}

}  // namespace interleave::ui
