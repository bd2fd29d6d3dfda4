#include "ui/live/model.hpp"

#include <QTimer>

#include <algorithm>

#include "core/session/comparison.hpp"

namespace interleave::ui {

namespace {

constexpr int kFrame = 16;                             // ms: sixty pictures a second
// A paused run brings nothing new, but it may still be killed from outside: looked at now and then.
constexpr int kPausedFrame = 250;                      // ms
constexpr int kQuietFramesBeforeSlow = 30;
constexpr Duration kPullBudget = std::chrono::milliseconds(8);  // half a frame; the other half is for painting

}  // namespace

Model::Model(QObject* parent)
    : QObject(parent), m_store(std::make_shared<Store>()), m_frames(new QTimer(this)) {
    m_frames->setTimerType(Qt::PreciseTimer);
    m_frames->setInterval(kFrame);
    connect(m_frames, &QTimer::timeout, this, &Model::onFrame);
    m_view.reset(false);
}

Model::~Model() = default;

bool Model::isTicking() const { return m_frames->isActive(); }

void Model::replaceStore(std::shared_ptr<Store> store, bool live) {
    if (m_playSpeed > 0) {
        m_playSpeed = 0;
        emit playingChanged();
    }
    m_store = std::move(store);
    m_moves.begin(false);
    m_view.reset(live);
    emit traceReplaced();
}

void Model::endSession() {
    m_next.clear();
    if (m_session == nullptr) return;
    m_session.reset();  // ends the run, if it is not over
    noteState();
}

void Model::chooseScenario(const QString& id) {
    auto request = defaultRequest(id.toStdString());
    if (!request) {
        emit failed(QString::fromStdString(request.error().what));
        return;
    }
    endSession();
    m_scenario = findScenario(request->scenario);
    m_request = std::move(*request);
    forgetFinished();
    replaceStore(std::make_shared<Store>(m_memoryLimit), false);
    tick();
    emit scenarioChanged();
    emit requestChanged();
}

void Model::setRequest(const RunRequest& request) {
    m_request = request;
    emit requestChanged();
}

void Model::run() { begin(m_request); }

void Model::runInSteps() {
    RunRequest request = m_request;
    request.pace = Pace::step;
    begin(std::move(request));
}

void Model::begin(RunRequest wanted) {
    if (m_scenario == nullptr) {
        emit failed(tr("There is nothing to run: choose a scenario on the left first."));
        return;
    }
    endSession();
    const auto request = checkedRequest(wanted);
    if (!request) {
        tick();
        emit failed(QString::fromStdString(request.error().what));
        return;
    }
    const auto runs = runsOf(*request);
    if (m_scenario->variants != nullptr) forgetFinished();
    m_next.assign(runs.begin(), runs.end());
    m_planned = runs.size();
    startNext();
}

bool Model::startNext() {
    auto store = std::make_shared<Store>(m_memoryLimit);
    m_begun = m_next.front();
    auto session = Session::start(m_begun, *store, m_settings);
    if (!session) {
        m_next.clear();
        tick();
        emit failed(QString::fromStdString(session.error().what));
        return false;
    }
    m_next.pop_front();
    replaceStore(std::move(store), true);
    m_session = std::move(*session);
    m_moves.begin(m_begun.pace == Pace::step);
    tick();
    m_stateSeen = SessionState::over;  // of this session nothing has been told
    noteState();
    return true;
}

// Runs that are too large stay what they are: the one on the screen.
void Model::keepFinished() {
    constexpr std::size_t kLargest = std::size_t{256} << 20;
    constexpr std::size_t kMostTogether = std::size_t{768} << 20;
    std::size_t together = m_store->bytes();
    if (together > kLargest) return;
    for (const auto& run : m_finished) together += run->bytes();
    while (!m_finished.empty() && (m_finished.size() == kMostFinished || together > kMostTogether)) {
        together -= m_finished.front()->bytes();
        m_finished.erase(m_finished.begin());
    }
    m_finished.push_back(m_store);
    emit finishedChanged();
}

void Model::forgetFinished() {
    if (m_finished.empty()) return;
    m_finished.clear();
    emit finishedChanged();
}

void Model::showFinished(int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= m_finished.size() || isLive()) return;
    endSession();
    // It is over: nothing writes to it any more.
    replaceStore(std::const_pointer_cast<Store>(m_finished[static_cast<std::size_t>(index)]), false);
    m_view.setSpan(m_store->span());
    m_view.setCursor(m_store->span().end);
    m_view.fit();
    tick();
    emit advanced();
}

void Model::pauseOrResume() {
    if (!isLive()) return;
    isPaused() ? m_session->resume() : m_session->pause();
    m_moves.spoil();
    tick();
    noteState();
}

bool Model::canMove(ActorId actor) const {
    const auto now = isLive() ? actorAt(*m_store, actor, m_store->now()) : std::nullopt;
    return now && Moves::standsAtGate(*now);
}

void Model::move(ActorId actor) {
    if (!canMove(actor)) return;
    m_moves.ask(actor);
    m_view.setFollows(true);
    tick();
}

void Model::undoMove() {
    if (!m_moves.canUndo()) return;
    const std::vector<ActorId> again = m_moves.allButTheLast();
    begin(m_begun);
    m_moves.ask(again);
}

void Model::step() {
    if (!isLive()) return;
    // Whoever has stood longest; where that cannot be told yet, the session knows.
    const auto actors = actorsAt(*m_store, m_store->now());
    const ActorNow* longest = nullptr;
    for (const ActorNow& actor : actors)
        if (Moves::standsAtGate(actor) && (longest == nullptr || actor.since < longest->since)) longest = &actor;
    if (longest != nullptr && Moves::isSettled(actors)) return move(longest->id);
    m_moves.spoil();
    m_session->step();
    m_view.setFollows(true);
    tick();
    noteState();
}

void Model::stop() {
    play(0);
    m_next.clear();
    if (m_session == nullptr) return;
    m_session->stop();
    tick();
}

void Model::setTempo(double tempo) {
    m_request.tempo = tempo;
    if (isLive()) m_session->setTempo(tempo);
    emit requestChanged();
}

void Model::play(double speed) {
    if (speed > 0 && m_view.cursor() >= m_view.span().end) {
        m_view.setCursor(m_view.span().begin);
    }
    const bool changed = speed != m_playSpeed;
    m_playSpeed = speed;
    m_sinceFrame.restart();
    tick();
    if (changed) emit playingChanged();
}

void Model::tick() {
    m_quietFrames = 0;
    m_frames->setInterval(kFrame);
    const bool wanted = m_session != nullptr || m_playSpeed > 0;
    if (!wanted) {
        m_frames->stop();
    } else if (!m_frames->isActive()) {
        m_sinceFrame.restart();
        m_frames->start();
    }
}

void Model::noteState() {
    const SessionState state = m_session == nullptr ? SessionState::over : m_session->state();
    if (state == m_stateSeen) return;
    m_stateSeen = state;
    emit liveChanged();
}

void Model::onFrame() {
    const Duration passed{m_sinceFrame.nsecsElapsed()};
    m_sinceFrame.restart();
    if (m_session != nullptr) pullFrame();
    if (m_playSpeed > 0) playFrame(passed);
}

void Model::pullFrame() {
    const bool changed = m_session->pull(*m_store, kPullBudget);
    const SessionState state = m_session->state();
    if (changed) m_view.setSpan(m_store->span());
    if (const auto actor = state == SessionState::over ? std::nullopt : m_moves.due(*m_store)) m_session->step(*actor);

    if (state == SessionState::over && !changed) {  // and all of it is here
        m_session.reset();
        m_view.setFollows(false);
        m_view.setSpan(m_store->span());
        keepFinished();
        if (!m_next.empty() && m_store->facts().ended == Ended::finished && startNext()) return;
        m_next.clear();
        tick();
        m_stateSeen = SessionState::over;
        emit advanced();
        emit liveChanged();
        return;
    }
    m_quietFrames = changed || state != SessionState::paused ? 0 : m_quietFrames + 1;
    const bool slow = m_quietFrames > kQuietFramesBeforeSlow && m_playSpeed == 0 && !m_moves.isWaiting();
    m_frames->setInterval(slow ? kPausedFrame : kFrame);
    if (changed) emit advanced();
    if (state != SessionState::over) noteState();  // that it is over is told when all of it is here
}

void Model::playFrame(Duration passed) {
    const auto by = static_cast<std::int64_t>(static_cast<double>(passed.count()) * m_playSpeed);
    const TraceTime target = m_view.cursor() + Duration{by};
    const TraceTime end = m_view.span().end;
    m_view.setCursor(std::min(target, end));
    if (target < end) return;
    play(0);
    if (isLive()) m_view.setFollows(true);  // replay has caught up with the run
}

void Model::showTrace(std::unique_ptr<Store> store) {
    endSession();
    const std::string id = store->facts().scenario;
    if (m_scenario == nullptr || m_scenario->id != id) forgetFinished();
    replaceStore(std::move(store), false);
    m_view.setSpan(m_store->span());
    m_view.setCursor(m_store->span().end);
    m_view.fit();
    m_scenario = findScenario(id);
    if (m_scenario != nullptr) {
        const RunFacts& facts = m_store->facts();
        m_request = RunRequest{.scenario = id,
                               .variant = {},
                               .runtime = facts.runtime,
                               .pace = facts.pace,
                               .seed = facts.seed,
                               .cores = 0,
                               .tempo = facts.tempo,
                               .params = facts.params,
                               .timeout = {}};
    }
    tick();
    emit scenarioChanged();
    emit requestChanged();
    emit advanced();
}

}  // namespace interleave::ui
