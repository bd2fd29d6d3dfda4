#include "ui/shell/status_line.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QStyle>

#include "ui/exporting/caption.hpp"
#include "ui/live/words.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/shell/elided_label.hpp"
#include "ui/shell/words.hpp"

namespace interleave::ui {

namespace {

struct Status {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

constexpr qint64 kBetweenRefreshes = 250;  // ms

bool nothingRan(const RunFacts& facts) { return facts.scenario.empty(); }

}  // namespace

QString tierText(const RunFacts& facts) {
    if (nothingRan(facts)) return Status::tr("nothing has run yet");
    if (facts.runtime == RuntimeKind::virtualTime) return Status::tr("virtual time: computed, not measured");
    switch (facts.tier) {
        case KernelTier::ownEvents: return Status::tr("kernel truth: our own events only");
        case KernelTier::switchRecords: return Status::tr("kernel truth: switch records");
        case KernelTier::tracepoints: return Status::tr("kernel truth: tracepoints");
    }
    return {};
}

QString wayToNextTier(const RunFacts& facts) {
    if (nothingRan(facts) || facts.runtime == RuntimeKind::virtualTime) return {};
    switch (facts.tier) {
        case KernelTier::ownEvents:
            // The usual reason in the reader's language; any other as the run told it.
            if (facts.tierReason.empty() || facts.tierReason.find("kernel.perf_event_paranoid=") != std::string::npos)
                return Status::tr(
                    "For the kernel's own record of every switch: sudo sysctl kernel.perf_event_paranoid=2");
            return Status::tr("Why not the kernel's own record: %1").arg(QString::fromStdString(facts.tierReason));
        case KernelTier::switchRecords:
            return Status::tr("Every switch is the kernel's own record; its wake-ups are not recorded.");
        case KernelTier::tracepoints: return {};
    }
    return {};
}

QString conditionsText(const RunFacts& facts) {
    if (nothingRan(facts)) return {};
    const QString dot = QString::fromUtf8("  ·  ");
    QString text = Words::runtime(facts.runtime) + dot + Words::pace(facts.pace) + dot +
                   Status::tr("seed %1").arg(facts.seed);
    if (const QString ended = endedText(facts); !ended.isEmpty()) text += dot + ended;
    return text;
}

QString eventsText(const Totals& totals) {
    return Status::tr("%1 events").arg(countText(static_cast<std::int64_t>(totals.events)));
}

QString lostText(const Totals& totals) {
    return Status::tr("%1 lost").arg(countText(static_cast<std::int64_t>(totals.lost)));
}

QString evictedText(const Totals& totals) {
    if (totals.evicted == 0) return {};
    return Status::tr("%1 evicted").arg(countText(static_cast<std::int64_t>(totals.evicted)));
}

QString recorderWaitText(const Totals& totals) {
    if (totals.recorderWait.count() == 0) return {};
    return Status::tr("recorder held writers for %1").arg(durationText(totals.recorderWait));
}

StatusLine::StatusLine(Model& model, QWidget* parent) : QStatusBar(parent), m_model(model) {
    setSizeGripEnabled(false);
    const auto label = [this](int stretch) {
        auto* made = new QLabel(this);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        stretch >= 0 ? addWidget(made, stretch) : addPermanentWidget(made);
        return made;
    };
    m_conditions = label(0);
    m_tier = label(0);
    // The way to the next tier may be long; it gives way before the window does, and its tooltip has all of it.
    m_way = new ElidedLabel(this);
    addWidget(m_way, 1);
    m_waited = label(-1);
    m_evicted = label(-1);
    m_events = label(-1);
    m_lost = label(-1);
    connect(&m_model, &Model::advanced, this, [this] {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        if (now - m_refreshed >= kBetweenRefreshes || !m_model.isLive()) refresh();
    });
    connect(&m_model, &Model::liveChanged, this, &StatusLine::refresh);
    connect(this, &QStatusBar::messageChanged, this, &StatusLine::refresh);
    connect(&m_model, &Model::traceReplaced, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QStatusBar::changeEvent(event);
}

void StatusLine::refresh() {
    if (!currentMessage().isEmpty()) return;  // it stands where these stand; they come back after it
    m_refreshed = QDateTime::currentMSecsSinceEpoch();
    const RunFacts& facts = m_model.store().facts();
    const Totals& totals = m_model.store().totals();
    const auto show = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_conditions, conditionsText(facts));
    show(m_tier, tierText(facts));
    const QString way = wayToNextTier(facts);
    show(m_way, QString(way).section('\n', 0, 0));
    m_way->setToolTip(way);
    m_tier->setToolTip(way);
    show(m_events, nothingRan(facts) ? QString() : eventsText(totals));
    show(m_lost, nothingRan(facts) ? QString() : lostText(totals));
    const QString role = totals.lost > 0 ? QStringLiteral("danger") : QStringLiteral("muted");
    if (m_lost->property("role").toString() != role) {
        m_lost->setProperty("role", role);
        m_lost->style()->unpolish(m_lost);
        m_lost->style()->polish(m_lost);
    }
    show(m_evicted, evictedText(totals));
    show(m_waited, recorderWaitText(totals));
}

}  // namespace interleave::ui
