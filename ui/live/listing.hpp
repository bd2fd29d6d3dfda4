// The two listings of a scenario that are built in, and how a line of either is marked: `//@ tag` at the end of a line
// of C++, `#@ tag` at that of a line of Python; several tags are parted by spaces.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace interleave::ui {

// As built in, with their tags; empty where the scenario has none.
QString pythonListing(const QString& scenario);
QString cppListing(const QString& scenario);

struct MarkedLine {
    QString text;  // without the tags
    QStringList tags;
};

std::vector<MarkedLine> markedPython(const QString& listing);
std::vector<MarkedLine> markedCpp(const QString& listing);

}  // namespace interleave::ui
