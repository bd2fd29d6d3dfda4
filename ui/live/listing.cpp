#include "ui/live/listing.hpp"

#include <QFile>
#include <QRegularExpression>

namespace interleave::ui {
namespace {

QString builtIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// `comment` is what a comment begins with in the listing's language.
std::vector<MarkedLine> marked(const QString& listing, const QString& comment) {
    const QRegularExpression tail(
        QStringLiteral("\\s*%1@\\s*((?:[\\w-]+\\s*)+)$").arg(QRegularExpression::escape(comment)));
    std::vector<MarkedLine> lines;
    for (const QString& line : listing.split(QLatin1Char('\n'))) {
        const auto match = tail.match(line);
        if (match.hasMatch())
            lines.push_back(
                {line.left(match.capturedStart()), match.captured(1).split(QLatin1Char(' '), Qt::SkipEmptyParts)});
        else
            lines.push_back({line, {}});
    }
    return lines;
}

}  // namespace

QString pythonListing(const QString& scenario) { return builtIn(QStringLiteral(":/scenarios/%1.py").arg(scenario)); }
QString cppListing(const QString& scenario) { return builtIn(QStringLiteral(":/sources/%1.cpp").arg(scenario)); }

std::vector<MarkedLine> markedPython(const QString& listing) { return marked(listing, QStringLiteral("#")); }
std::vector<MarkedLine> markedCpp(const QString& listing) { return marked(listing, QStringLiteral("//")); }

}  // namespace interleave::ui
