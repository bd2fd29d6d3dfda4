// The strip left of a listing where tokens stand beside their lines.
#pragma once

#include <QWidget>

namespace interleave::ui {

class CodeView;

class LineGutter : public QWidget {
    Q_OBJECT

public:
    explicit LineGutter(CodeView& view);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    CodeView& m_view;
};

}  // namespace interleave::ui
