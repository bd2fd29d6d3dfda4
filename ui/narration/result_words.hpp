// Names of what scenarios claim, in the window's language. A name that is not known is shown as it is.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace interleave::ui {

class ResultWords {
    Q_DECLARE_TR_FUNCTIONS(ResultWords)

public:
    static QString label(std::string_view name);
    static QString yesOrNo(bool yes) { return yes ? tr("yes") : tr("no"); }
};

}  // namespace interleave::ui
