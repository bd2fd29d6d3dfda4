// A few words side by side of which one is chosen: runtimes, languages of a listing. The arrow keys move the choice.
#pragma once

#include <QFrame>

#include <vector>

class QButtonGroup;
class QToolButton;

namespace interleave::ui {

class Segments : public QFrame {
    Q_OBJECT

public:
    explicit Segments(QWidget* parent = nullptr);

    void add(int id, const QString& text);
    void setText(int id, const QString& text);
    // One that cannot be chosen stays to be seen, greyed; `why` is its tooltip.
    void setAvailable(int id, bool available, const QString& why);
    void setChosen(int id);
    int chosenId() const;
    // Width of each; 0: as wide as its text.
    void setSegmentWidth(int pixels);

signals:
    // A person chose it.
    void picked(int id);

private:
    QButtonGroup* m_group = nullptr;
};

}  // namespace interleave::ui
