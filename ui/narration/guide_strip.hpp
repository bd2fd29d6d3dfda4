// The lesson as a slim strip above the timeline: before the run three choices, after it which came true, and the steps
// as a row of numbered dots with the sentence of the one that is shown. Absent where the scenario has no lesson.
#pragma once

#include <vector>

#include "ui/live/guide.hpp"
#include "ui/theme/card.hpp"

class QToolButton;

namespace interleave::ui {

class ChoiceButton;
class StepDot;

class GuideStrip : public Card {
    Q_OBJECT

public:
    explicit GuideStrip(Guide& guide, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void setTextScale(double scale) override;
    // Where height is short it takes less.
    void setLow(bool low);
    // Whether a person wants to see it; where there is nothing to show it is absent all the same.
    void setWanted(bool wanted);

    // What it says now; empty while it offers the choices.
    const QString& sentence() const { return m_sentence; }
    // Whether all that it says, or offers, is to be seen.
    bool isWhole() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildButtons();
    void onGuideChanged();
    void rebuildDots();
    void place();
    bool offersChoices() const;
    QString verdict() const;
    QString choiceText(int choice) const;
    double navigationWidth() const;
    QRectF textArea() const;
    QFont fittingFont() const;

    Guide& m_guide;
    std::vector<ChoiceButton*> m_choices;
    std::vector<StepDot*> m_dots;
    QToolButton* m_back = nullptr;
    QToolButton* m_on = nullptr;
    QString m_sentence;
    bool m_low = false;
    bool m_wanted = true;
};

}  // namespace interleave::ui
