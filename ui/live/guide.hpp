// The lesson on the screen: leads from the question (place 0) through the run to its steps (places 1 … count()). One
// beside the Model, made by the window; the desk and the presentation show the same one. It knows which choice a person
// took and, once a run is over, which one was right: taken from the run itself, never said before. GUI thread only.
#pragma once

#include <QObject>

#include <optional>
#include <vector>

#include "ui/live/lesson_run.hpp"
#include "ui/live/model.hpp"

namespace interleave::ui {

class Guide : public QObject {
    Q_OBJECT

public:
    // `model` lives longer.
    explicit Guide(Model& model, QObject* parent = nullptr);

    // Nothing has run yet; a run, or one of those that are compared, is going on; all are over (or a file was opened).
    enum class Phase { before, running, over };
    Phase phase() const;

    // Whether the scenario has a lesson: choices and steps. Without one there is only the question, and place 0.
    bool hasLesson() const;
    // The scenario's texts; those of nothing where none is chosen.
    const ScenarioText& text() const;
    // The steps of the lesson that speak of the runtime shown, or chosen where nothing has run.
    const std::vector<LessonStep>& steps() const;
    // How many there are.
    int count() const { return static_cast<int>(steps().size()); }
    // Where the lesson stands: 0 the question, 1 … count() a step.
    int place() const { return m_place; }
    // What is said at the place: the question, or the step's sentence, in the window's language.
    QString sentence() const;
    // The moment of the step at `place`; nothing for the question, for a step that this run does not have, and, while
    // the run goes on, for one that could still turn out otherwise. Costs a walk over the events once for each run.
    std::optional<Moment> momentOf(int place) const;
    // Whether one can go there: to the question always, to a step when it has a moment.
    bool canGoTo(int place) const { return place == 0 || momentOf(place).has_value(); }
    // Whether next() would go on: to a step, or by running the scenario.
    bool canGoOn() const;
    // Whether the step at the place speaks of all the runs that were compared, so that the comparison is to be seen:
    // it is `end`, and names no run.
    bool showsComparison() const;

    // The choice that was taken, 0 … 2; nothing where none was.
    std::optional<int> taken() const { return m_taken; }
    // The choice that the run bore out; nothing before it is over, and where not exactly one holds.
    std::optional<int> right() const;

public slots:
    // Takes one of the choices, another one if one was taken already. Not any more once the answer is known.
    void choose(int choice);
    // To the next step that there is; from the question, by running the scenario if nothing has run.
    // False where it stays.
    bool next();
    // To the step before, at last to the question. False where it stays.
    bool previous();
    // Puts the cursor, and the view as far as needed, on the step's moment, on its run where runs were compared.
    // False where there is no such moment.
    bool goTo(int place);

signals:
    // Another place, phase, choice or scenario. Not for every frame of a run.
    void changed();

private:
    // As asked for the runs that there are now.
    struct Findings {
        Runs runs;
        std::size_t events = 0;       // in the last of them, when it was asked
        bool over = false;
        std::vector<FoundStep> steps;
        std::optional<int> right;
    };
    const Findings& findings() const;
    Runs runs() const;
    bool compares() const;
    bool isSettled(int place) const;
    bool isWhole(const Runs& runs) const;
    std::optional<int> nextPlace() const;
    RuntimeKind runtime() const;
    void onScenarioChanged();
    void onLiveChanged();
    void show(std::size_t index);

    Model& m_model;
    int m_place = 0;
    std::optional<int> m_taken;
    mutable std::optional<Findings> m_findings;
    mutable std::vector<LessonStep> m_steps;
    mutable std::pair<std::string, RuntimeKind> m_stepsOf;  // scenario and runtime
    bool m_moves = false;             // it is the guide that shows another run just now
};

}  // namespace interleave::ui
