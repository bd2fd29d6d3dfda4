// A scenario run again and again, each time with the next seed, while the window stays alive: what came out is counted,
// and each run is kept as a trace file until this object goes.
//
// Thread safety: GUI thread only.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <map>
#include <memory>

#include "core/session/outcomes.hpp"
#include "core/session/session.hpp"

class QTimer;

namespace interleave::ui {

class RepeatedRuns : public QObject {
    Q_OBJECT

public:
    explicit RepeatedRuns(QObject* parent = nullptr);
    ~RepeatedRuns() override;

    // One pace's runs; another start with the same pace begins them anew.
    struct Series {
        RunRequest request;           // of the first; run i has its seed + i
        Outcomes outcomes;
    };
    const std::map<Pace, Series>& series() const { return m_series; }
    // Where the trace of such a run lies.
    QString fileOf(Pace pace, std::uint32_t run) const;

    bool isRunning() const { return m_session != nullptr; }
    std::uint32_t done() const { return m_done; }
    std::uint32_t wanted() const { return m_wanted; }
    // Where the runner is, if not beside this program.
    void setRunner(const QString& path) { m_settings.runnerPath = path.toStdString(); }

public slots:
    // Runs `request`, which is checked, so many times. What was going on is cancelled.
    void start(const interleave::RunRequest& request, int times);
    // Ends the run that is going on; those that are over stay counted.
    void cancel();

signals:
    void progressed();                        // another run is over
    void ended();                             // all are, or it was cancelled
    void failed(const QString& sentence);

private:
    void startNext();
    void onFrame();
    bool keep(const Store& store);

    SessionSettings m_settings;
    QTemporaryDir m_folder;
    std::map<Pace, Series> m_series;
    RunRequest m_request;                     // of the series that is being made
    std::unique_ptr<Store> m_store;           // of the run that is going on
    std::unique_ptr<Session> m_session;
    QTimer* m_frames = nullptr;
    std::uint32_t m_done = 0;
    std::uint32_t m_wanted = 0;
};

}  // namespace interleave::ui
