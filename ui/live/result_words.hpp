// What scenarios claim, in the window's language: names, values, and from when on they may be shown.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

#include "core/trace/store.hpp"

namespace interleave::ui {

class ResultWords {
    Q_DECLARE_TR_FUNCTIONS(ResultWords)

public:
    static QString yesOrNo(bool yes) { return yes ? tr("yes") : tr("no"); }
};

// What the run's scenario calls the result; its name in words where that says nothing.
QString resultLabel(const Store& store, const std::string& name);
// The value of a result as a person reads it.
QString resultText(const ResultValue& value);
// When the first of the run's results was told; kEndOfTime where none has been. Before that they stay hidden.
TraceTime resultsToldAt(const Store& store);

}  // namespace interleave::ui
