// The scenario's own page beside its run: what to look at, why, what to try next, what is often said. Scrolls.
#pragma once

#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

class QTextBrowser;

namespace interleave::ui {

class LessonPanel : public Card {
    Q_OBJECT

public:
    explicit LessonPanel(Model& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    // What the page says, without its looks.
    QString plainText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPage();
    void place();

    Model& m_model;
    QTextBrowser* m_page;
};

}  // namespace interleave::ui
