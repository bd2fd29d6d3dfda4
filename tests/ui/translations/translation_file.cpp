#include "tests/ui/translations/translation_file.hpp"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace interleave::ui {
namespace {

void readTranslation(QXmlStreamReader& xml, Message& message) {
    message.finished = xml.attributes().value("type").isEmpty();
    QString plain;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement()) break;
        if (xml.isCharacters()) plain += xml.text();
        else if (xml.isStartElement()) message.translations << xml.readElementText();
    }
    if (message.translations.isEmpty() && !plain.isEmpty()) message.translations << plain;
}

Message readMessage(QXmlStreamReader& xml, const QString& context) {
    Message message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment")) message.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) readTranslation(xml, message);
        else xml.skipCurrentElement();
    }
    return message;
}

}  // namespace

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) messages.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<Message>{} : messages;
}

QStringList placeholdersOf(const QString& text) {
    static const QRegularExpression placeholder("%(L?\\d|n)");
    QStringList found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) found << matches.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

}  // namespace interleave::ui
