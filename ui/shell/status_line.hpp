// The line at the bottom: what the trace on the screen rests on, and what became of it. The sentences are pure.
#pragma once

#include <QStatusBar>
#include <QString>

#include "ui/live/model.hpp"

class QLabel;

namespace interleave::ui {

// Which tier of kernel truth served the run: "kernel truth: switch records".
QString tierText(const RunFacts& facts);
// Why it is not a better one, and the way there; empty at the best.
QString wayToNextTier(const RunFacts& facts);
// Runtime, pace and seed, and how it ended.
QString conditionsText(const RunFacts& facts);
// "0 lost"; the others only where there is something to say.
QString eventsText(const Totals& totals);
QString lostText(const Totals& totals);
QString evictedText(const Totals& totals);
QString recorderWaitText(const Totals& totals);

class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(Model& model, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Model& m_model;
    QLabel* m_conditions = nullptr;
    QLabel* m_tier = nullptr;
    QLabel* m_way = nullptr;
    QLabel* m_events = nullptr;
    QLabel* m_lost = nullptr;
    QLabel* m_evicted = nullptr;
    QLabel* m_waited = nullptr;
    qint64 m_refreshed = 0;  // ms: figures change four times a second at most, or nobody could read them
};

}  // namespace interleave::ui
