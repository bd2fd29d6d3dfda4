// A .ts file as Qt Linguist writes it, read message by message.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace interleave::ui {

struct Message {
    QString context;
    QString source;
    QString comment;           // tells messages of the same words apart; "" where there is none
    QStringList translations;  // one for each form of the plural; empty where nothing is said
    bool finished = true;

    // What Qt finds it by.
    QString key() const { return context + ": " + source + (comment.isEmpty() ? QString() : " (" + comment + ")"); }
};

// Empty where `path` cannot be read or is no such file.
std::vector<Message> messagesOf(const QString& path);

// %1, %L2, %n …, each once, in order.
QStringList placeholdersOf(const QString& text);

}  // namespace interleave::ui
