// The sentence for the moment: what happens at the cursor, in words; before a run, what to look for; after it,
// where to go on.
#pragma once

#include <QElapsedTimer>

#include "ui/live/model.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/theme/card.hpp"

class QPushButton;
class QTimer;

namespace interleave::ui {

class NarrationPanel : public Card {
    Q_OBJECT

public:
    explicit NarrationPanel(Model& model, QWidget* parent = nullptr);

    const Narration& shown() const { return m_shown; }
    // Ids of the scenarios offered next, as shown; empty until the run has shown its point.
    QStringList offered() const;
    // Where the way through the scenarios goes on, before what this one points to itself; an empty id: nowhere.
    void setWayOn(const QString& id, const QString& explained);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    // May be less high: its type shrinks then.
    void setLow(bool low);

signals:
    // A person chose where to go on.
    void scenarioRequested(const QString& id);
    void wayOnRequested();

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    QColor groundColor() const override;
    QColor edgeColor() const override;

private:
    Narration beforeTheRun() const;
    bool hasShownItsPoint() const;
    bool endsAComparison() const;
    void onScenarioChanged();
    void rebuildLinks();
    QPushButton* addLink(const QString& id);
    void styleLinks();
    void placeLinks();
    QRectF textArea() const;

    Model& m_model;
    Narration m_shown;
    QElapsedTimer m_sinceChange;
    QTimer* m_later;              // single shot: shows what was held back so that it can be read
    std::vector<QPushButton*> m_links;
    QString m_wayOn, m_wayOnExplained;
    bool m_linksShown = false;
    bool m_low = false;
};

}  // namespace interleave::ui
