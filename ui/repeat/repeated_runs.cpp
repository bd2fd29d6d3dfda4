#include "ui/repeat/repeated_runs.hpp"

#include <QTimer>

#include "core/trace/saved_trace.hpp"

namespace interleave::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kFrame = 10ms;
constexpr Duration kPullBudget = 6ms;
// A run that is repeated is a small one; what is beyond that is forgotten from its beginning.
constexpr std::size_t kStoreLimit = std::size_t{64} << 20;

}  // namespace

RepeatedRuns::RepeatedRuns(QObject* parent) : QObject(parent), m_frames(new QTimer(this)) {
    m_frames->setInterval(kFrame);
    m_frames->setTimerType(Qt::PreciseTimer);
    connect(m_frames, &QTimer::timeout, this, &RepeatedRuns::onFrame);
}

RepeatedRuns::~RepeatedRuns() = default;

QString RepeatedRuns::fileOf(Pace pace, std::uint32_t run) const {
    return m_folder.filePath(QStringLiteral("%1-%2.ilv").arg(QString::fromUtf8(nameOf(pace).data())).arg(run));
}

void RepeatedRuns::start(const RunRequest& request, int times) {
    cancel();
    if (!m_folder.isValid()) {
        emit failed(tr("No temporary folder can be made for the runs: %1").arg(m_folder.errorString()));
        return;
    }
    m_request = request;
    m_done = 0;
    m_wanted = static_cast<std::uint32_t>(std::max(0, times));
    m_series[request.pace] = {request, {}};
    startNext();
}

void RepeatedRuns::cancel() {
    if (!isRunning()) return;
    m_frames->stop();
    m_session.reset();  // ends the run
    m_store.reset();
    emit ended();
}

void RepeatedRuns::startNext() {
    RunRequest next = m_request;
    next.seed = m_request.seed + m_done;
    m_store = std::make_unique<Store>(kStoreLimit);
    auto session = Session::start(next, *m_store, m_settings);
    if (!session) {
        m_frames->stop();
        emit failed(QString::fromStdString(session.error().what));
        emit ended();
        return;
    }
    m_session = std::move(*session);
    m_frames->start();
}

void RepeatedRuns::onFrame() {
    const bool changed = m_session->pull(*m_store, kPullBudget);
    if (changed || m_session->state() != SessionState::over) return;
    m_session.reset();
    if (!keep(*m_store)) return;
    emit progressed();
    if (m_done < m_wanted) return startNext();
    m_frames->stop();
    emit ended();
}

bool RepeatedRuns::keep(const Store& store) {
    if (auto saved = SavedTrace::save(store, fileOf(m_request.pace, m_done).toStdString()); !saved) {
        m_frames->stop();
        emit failed(QString::fromStdString(saved.error().what));
        emit ended();
        return false;
    }
    m_series[m_request.pace].outcomes.add(store);
    ++m_done;
    return true;
}

}  // namespace interleave::ui
