// A line of text that ends in "…" where there is no room for all of it, and takes no more room than it is given.
#pragma once

#include <QLabel>

namespace interleave::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }
    // Whether all of it is to be seen.
    bool isWhole() const;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace interleave::ui
