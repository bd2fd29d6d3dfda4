// The middle of the window: the timeline of one run, or several runs side by side. Where there is nothing to compare,
// only the timeline.
#pragma once

#include <QWidget>

#include "ui/live/model.hpp"
#include "ui/theme/theme.hpp"

class QStackedWidget;

namespace interleave::ui {

class ComparePanel;
class Segments;

class CentrePages : public QWidget {
    Q_OBJECT

public:
    // Takes `timeline` as its first page.
    CentrePages(Model& model, QWidget* timeline, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    bool showsComparison() const;
    void showComparison(bool comparison);
    // The runs that the comparison shows now.
    std::vector<std::shared_ptr<const Store>> compared() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    bool canCompare() const;
    void refresh();
    void retranslate();

    Model& m_model;
    Segments* m_choice = nullptr;
    QStackedWidget* m_pages = nullptr;
    ComparePanel* m_compare = nullptr;
    bool m_wasLive = false;
};

}  // namespace interleave::ui
