// Where a person wants a file to be written.
#pragma once

#include <QString>

class QWidget;

namespace interleave::ui {

// Asks for a name; empty where the person thought better of it. What is typed without an ending gets that of the chosen
// filter ("Pictures (*.png)") before it is asked whether a file that is there may be replaced.
QString askWhereToSave(QWidget* parent, const QString& title, const QString& suggested, const QString& filters);

}  // namespace interleave::ui
