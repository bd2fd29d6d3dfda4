// Two listings of one program and which of their lines belong together. Pure.
//
// A line of the C++ source that ends in `//@ tag` is the same step as the line of the Python listing that ends in
// `#@ tag`. A line may carry several tags, parted by spaces; several C++ lines may carry the same one. Tags are taken
// off for display; every line keeps its number.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace interleave::ui {

class SourceTies {
public:
    SourceTies() = default;
    SourceTies(const QString& python, const QString& cpp);

    // The listings without their tags.
    const QString& python() const { return m_python; }
    const QString& cpp() const { return m_cpp; }

    // The Python line that `cppLine` belongs to; both count from 1; 0 where it belongs to none.
    int pythonLineOf(int cppLine) const;

    // The first C++ line that belongs to a Python line: where the program itself begins; 0 where there is none.
    int firstTiedLine() const;

    // What does not fit together, a sentence each: a tag on one side only, a tag on two lines of the Python listing.
    QStringList problems() const { return m_problems; }

private:
    QString m_python;
    QString m_cpp;
    std::vector<int> m_pythonLines;  // by C++ line - 1; 0 where there is none
    QStringList m_problems;
};

}  // namespace interleave::ui
