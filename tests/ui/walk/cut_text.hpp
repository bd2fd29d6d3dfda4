// Texts of a window that are not wholly to be seen.
#pragma once

#include <QStringList>

class QWidget;

namespace interleave::ui {

// Of the labels and buttons in `window` that a person sees now: those whose text needs more room than they have. A
// sentence for each, naming the text and what is missing.
QStringList cutTexts(const QWidget& window);

}  // namespace interleave::ui
