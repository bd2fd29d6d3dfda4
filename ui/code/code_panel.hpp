// The program that runs, with each actor's current line: the Python listing first, the C++ source one click away.
#pragma once

#include "ui/live/source_ties.hpp"
#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

class QStackedWidget;

namespace interleave::ui {

class CodeView;
class Segments;
enum class ListingLanguage;

class CodePanel : public Card {
    Q_OBJECT

public:
    explicit CodePanel(Model& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void setTextScale(double scale) override;

    void showLanguage(ListingLanguage language);
    ListingLanguage shownLanguage() const;
    // Listings of one's own choice, instead of those of the scenario. Empty ones are said to be missing.
    void setListings(const QString& python, const QString& cpp);
    const CodeView& view() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTabs();
    void buildViews();
    void connectModel();
    void loadScenario();
    void place();
    CodeView* viewOf(ListingLanguage language) const;
    bool hasListing() const;

    Model& m_model;
    SourceTies m_ties;
    QString m_scenario;  // whose listings are shown
    Segments* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    CodeView* m_python = nullptr;
    CodeView* m_cpp = nullptr;
};

}  // namespace interleave::ui
