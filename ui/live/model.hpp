// The run that the window shows: its store, its session while it is live, its scenario. A FramePump inside
// pulls once a frame (16 ms) while a run is live and is stopped otherwise; each pull that changed something emits
// `advanced` once. Panels read `store()` only in the GUI thread, where nothing else touches it.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <vector>

#include "core/session/session.hpp"
#include "core/trace/store.hpp"
#include "ui/live/moves.hpp"
#include "ui/live/view_state.hpp"

class QTimer;

namespace interleave::ui {

class Model : public QObject {
    Q_OBJECT

public:
    explicit Model(QObject* parent = nullptr);
    ~Model() override;

    const Store& store() const { return *m_store; }
    // The runs that can be put side by side, in the order in which they ended: those of a scenario that compares, or
    // the latest ones of this scenario. At most kMostFinished, and only such as are small enough to be kept.
    const std::vector<std::shared_ptr<const Store>>& finished() const { return m_finished; }
    static constexpr std::size_t kMostFinished = 16;
    ViewState& view() { return m_view; }
    const ViewState& view() const { return m_view; }

    // The scenario chosen; null for an opened file of a scenario that this program does not know.
    const Scenario* scenario() const { return m_scenario; }
    // What Run would start: the choices of runtime, pace, parameters, seed, tempo.
    const RunRequest& request() const { return m_request; }
    // Of a comparison, which of its runs is shown while they are made: the second of five is {1, 5}. One run is {0, 1}.
    struct Place {
        std::size_t index = 0, of = 1;
    };
    Place place() const { return {m_planned - m_next.size() - 1, m_planned}; }
    // Until all of it is here.
    bool isLive() const { return m_session != nullptr; }
    bool isPaused() const { return m_session != nullptr && m_session->state() == SessionState::paused; }
    // Moves that a person let actors make in the run that is shown.
    const Moves& moves() const { return m_moves; }
    // Whether `actor` stands at the gate of a live run and waits for a person's word.
    bool canMove(ActorId actor) const;
    bool isPlaying() const { return m_playSpeed > 0; }
    double playSpeed() const { return m_playSpeed; }
    // Whether frames are being taken: a run is live or a replay plays. An idle window has no timer running.
    bool isTicking() const;

    // What a run's store may hold, in bytes; from the next run on.
    void setMemoryLimit(std::size_t bytes) { m_memoryLimit = bytes; }
    // Where the runner is, if not beside this program; from the next run on.
    void setRunner(const QString& path) { m_settings.runnerPath = path.toStdString(); }
    // Shows a trace that was made elsewhere, its cursor at the end, and the scenario that its facts name.
    void showTrace(std::unique_ptr<Store> store);

public slots:
    void chooseScenario(const QString& id);  // stops a run; shows an empty trace
    void setRequest(const interleave::RunRequest& request);
    void run();
    void runInSteps();  // this once, whatever pace is set
    void pauseOrResume();
    void step();
    // That one makes its next operation, as soon as nobody else moves.
    void move(interleave::ActorId actor);
    // The run from its start again, to the move before the last.
    void undoMove();
    void stop();
    void setTempo(double tempo);
    void openFile(const QString& path);
    void saveFile(const QString& path);
    // Replay: plays the cursor from where it is at `speed`; 0 stops.
    // From the end it begins again at the beginning.
    void play(double speed);
    // One of finished(), as a trace that was opened.
    void showFinished(int index);

signals:
    void scenarioChanged();
    void requestChanged();
    void traceReplaced();     // another store, or an emptied one: forget every index
    void advanced();          // the store grew, or the run's state changed
    void liveChanged();       // started, paused, resumed, over
    void playingChanged();    // replay began, ended, or changed its speed
    void finishedChanged();   // another run can be compared, or none any more
    void failed(const QString& sentence);

private:
    void begin(RunRequest request);
    void replaceStore(std::shared_ptr<Store> store, bool live);
    bool startNext();
    void keepFinished();
    void forgetFinished();
    void endSession();
    void onFrame();
    void pullFrame();
    void playFrame(Duration passed);
    // Starts or stops the timer, as what is going on wants.
    void tick();
    void noteState();

    std::shared_ptr<Store> m_store;       // shared with m_finished once its run is over; never written after that
    std::vector<std::shared_ptr<const Store>> m_finished;
    std::deque<RunRequest> m_next;        // runs of a comparison that are still to be made
    std::size_t m_planned = 1;            // runs of it in all
    std::unique_ptr<Session> m_session;   // until it is over and all of it is pulled
    const Scenario* m_scenario = nullptr;
    RunRequest m_request;
    RunRequest m_begun;                   // of the run that is shown, where it was begun here
    Moves m_moves;
    SessionSettings m_settings;
    std::size_t m_memoryLimit = std::size_t{1} << 30;
    ViewState m_view;
    QTimer* m_frames = nullptr;
    QElapsedTimer m_sinceFrame;
    SessionState m_stateSeen = SessionState::over;
    int m_quietFrames = 0;                // in a row that brought nothing, while paused
    double m_playSpeed = 0;
};

}  // namespace interleave::ui
