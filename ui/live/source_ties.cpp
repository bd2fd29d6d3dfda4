#include "ui/live/source_ties.hpp"

#include <QMap>
#include <QSet>

#include "ui/live/listing.hpp"

namespace interleave::ui {
namespace {

QString joined(const std::vector<MarkedLine>& lines) {
    QStringList texts;
    for (const MarkedLine& line : lines) texts << line.text;
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

SourceTies::SourceTies(const QString& python, const QString& cpp) {
    const auto pythonLines = markedPython(python);
    const auto cppLines = markedCpp(cpp);
    m_python = joined(pythonLines);
    m_cpp = joined(cppLines);

    QMap<QString, int> lineOfTag;
    for (std::size_t i = 0; i < pythonLines.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        for (const QString& tag : pythonLines[i].tags) {
            if (lineOfTag.contains(tag))
                m_problems << QStringLiteral("tag %1 stands on lines %2 and %3 of the Python listing")
                                  .arg(tag)
                                  .arg(lineOfTag[tag])
                                  .arg(number);
            else
                lineOfTag.insert(tag, number);
        }
    }
    QSet<QString> used;
    for (std::size_t i = 0; i < cppLines.size(); ++i) {
        int tied = 0;
        for (const QString& tag : cppLines[i].tags) {
            used.insert(tag);
            const int line = lineOfTag.value(tag, 0);
            if (line == 0)
                m_problems
                    << QStringLiteral("tag %1 of C++ line %2 is nowhere in the Python listing").arg(tag).arg(i + 1);
            else if (tied == 0)
                tied = line;
        }
        m_pythonLines.push_back(tied);
    }
    for (auto tag = lineOfTag.cbegin(); tag != lineOfTag.cend(); ++tag)
        if (!used.contains(tag.key()))
            m_problems << QStringLiteral("tag %1 of Python line %2 is nowhere in the C++ source")
                              .arg(tag.key())
                              .arg(tag.value());
}

int SourceTies::pythonLineOf(int cppLine) const {
    const auto index = static_cast<std::size_t>(cppLine - 1);
    return cppLine >= 1 && index < m_pythonLines.size() ? m_pythonLines[index] : 0;
}

int SourceTies::firstTiedLine() const {
    for (std::size_t i = 0; i < m_pythonLines.size(); ++i)
        if (m_pythonLines[i] > 0) return static_cast<int>(i) + 1;
    return 0;
}

}  // namespace interleave::ui
