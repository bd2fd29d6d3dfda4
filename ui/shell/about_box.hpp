// What this is, which version, under which licence, and what it is built with.
#pragma once

#include <QDialog>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

class AboutBox : public QDialog {
    Q_OBJECT

public:
    explicit AboutBox(const Theme& theme, QWidget* parent = nullptr);
};

}  // namespace interleave::ui
