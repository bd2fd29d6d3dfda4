// One hint of the tour: a title, a sentence, an arrow to what it speaks of, and two buttons. It lies over the window
// and holds nothing up: everything under and beside it works on.
#pragma once

#include <QWidget>

#include "ui/shell/tour_place.hpp"
#include "ui/theme/theme.hpp"

class QLabel;
class QPushButton;

namespace interleave::ui {

class TourCallout : public QWidget {
    Q_OBJECT

public:
    explicit TourCallout(QWidget* window);

    void setTheme(const Theme& theme);
    void setWords(const QString& title, const QString& sentence);
    // "2 of 3"; the last one's button ends the tour.
    void setStep(int at, int of);
    // Moves there; slides the last bit where that is wanted.
    void standAt(const TourPlace& place, bool slides);
    // What it needs with the words that it has now, its arrow included.
    QSize wantedSize();

signals:
    void nextAsked();
    void skipAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* m_theme;
    TourPlace m_place;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_step = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_next = nullptr;
};

// A frame around what a hint speaks of. Takes no clicks.
class TourRing : public QWidget {
public:
    explicit TourRing(QWidget* window);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* m_theme;
};

}  // namespace interleave::ui
