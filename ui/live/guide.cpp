#include "ui/live/guide.hpp"

#include <algorithm>
#include <utility>

namespace interleave::ui {

Guide::Guide(Model& model, QObject* parent) : QObject(parent), m_model(model) {
    connect(&model, &Model::scenarioChanged, this, &Guide::onScenarioChanged);
    connect(&model, &Model::liveChanged, this, &Guide::onLiveChanged);
    connect(&model, &Model::requestChanged, this, [this] {
        if (phase() == Phase::before) emit changed();  // another runtime may have other steps
    });
    // What was found is known by the store's address, and another one may lie there.
    connect(&model, &Model::traceReplaced, this, [this] { m_findings.reset(); });
}

Guide::Phase Guide::phase() const {
    if (m_model.isLive()) return Phase::running;
    return m_model.store().totals().events == 0 && m_model.finished().empty() ? Phase::before : Phase::over;
}

const ScenarioText& Guide::text() const {
    static const ScenarioText nothing;
    return m_model.scenario() == nullptr ? nothing : scenarioText(m_model.scenario()->id);
}

bool Guide::hasLesson() const { return !text().choices.empty() && !text().steps.empty(); }

RuntimeKind Guide::runtime() const {
    return phase() == Phase::before ? m_model.request().runtime : m_model.store().facts().runtime;
}

const std::vector<LessonStep>& Guide::steps() const {
    std::pair now{m_model.scenario() == nullptr ? std::string() : m_model.scenario()->id, runtime()};
    if (m_stepsOf == now) return m_steps;
    m_stepsOf = std::move(now);
    m_steps.clear();
    // Compared runs may be of several runtimes: which of them a step is on, it says itself.
    for (const LessonStep& step : text().steps)
        if (compares() || isMeantFor(step, m_stepsOf.second)) m_steps.push_back(step);
    return m_steps;
}

QString Guide::sentence() const {
    if (m_place == 0) return text().question.shown();
    const auto index = static_cast<std::size_t>(m_place - 1);
    return index < steps().size() ? steps()[index].text.shown() : QString();
}

bool Guide::compares() const { return m_model.scenario() != nullptr && m_model.scenario()->variants != nullptr; }

// Of a scenario that compares, those that were made together; else the one that is shown.
Runs Guide::runs() const {
    if (compares()) {
        Runs made;
        bool holdsShown = false;
        for (const auto& run : m_model.finished()) {
            if (run->facts().scenario != m_model.scenario()->id) continue;
            holdsShown = holdsShown || run.get() == &m_model.store();
            made.push_back(run);
        }
        if (holdsShown) return made;
    }
    return {std::shared_ptr<const Store>(std::shared_ptr<const Store>(), &m_model.store())};  // the model's, not ours
}

// A run that was cut off says nothing of what would have come out.
bool Guide::isWhole(const Runs& runs) const {
    if (compares() && runs.size() < m_model.place().of) return false;
    return std::ranges::none_of(runs, [](const auto& run) {
        const Ended ended = run->facts().ended;
        return ended == Ended::notYet || ended == Ended::stopped || ended == Ended::timeout || ended == Ended::crashed;
    });
}

const Guide::Findings& Guide::findings() const {
    Runs made = runs();
    const std::size_t events = made.back()->totals().events;
    const bool over = phase() == Phase::over;
    if (m_findings && m_findings->runs == made && m_findings->events == events && m_findings->over == over)
        return *m_findings;
    Findings found{.runs = std::move(made), .events = events, .over = over, .steps = {}, .right = {}};
    if (m_model.scenario() != nullptr && events > 0) {
        found.steps = findSteps(steps(), found.runs, linesOf(m_model.scenario()->id));
        const int right = over && isWhole(found.runs) ? judge(text().choices, found.runs).right() : -1;
        if (right >= 0) found.right = right;
    }
    m_findings = std::move(found);
    return *m_findings;
}

// Whether the rest of a run that goes on can change nothing in it: it, and whatever it follows,
// is not asked for from the end.
bool Guide::isSettled(int place) const {
    for (int i = place; i >= 1; --i) {
        const MomentQuery& query = steps()[static_cast<std::size_t>(i - 1)].at;
        if (query.needsTheEnd()) return false;
        const auto index = static_cast<std::size_t>(i - 1);
        if (i < place && (index >= findings().steps.size() || !findings().steps[index].moment)) return false;
        if (query.which != MomentQuery::Which::then) return true;
    }
    return true;
}

std::optional<Moment> Guide::momentOf(int place) const {
    if (place < 1 || place > count()) return std::nullopt;
    const Phase now = phase();
    if (now == Phase::before || (now == Phase::running && (compares() || !isSettled(place)))) return std::nullopt;
    const Findings& found = findings();
    const auto index = static_cast<std::size_t>(place - 1);
    return index < found.steps.size() ? found.steps[index].moment : std::nullopt;
}

bool Guide::canGoOn() const {
    if (m_place == 0 && phase() == Phase::before) return m_model.scenario() != nullptr;
    return nextPlace().has_value();
}

bool Guide::showsComparison() const {
    if (m_place == 0 || !compares() || findings().runs.size() < 2) return false;
    if (m_place > count()) return false;
    const LessonStep& step = steps()[static_cast<std::size_t>(m_place - 1)];
    return step.at.which == MomentQuery::Which::end && step.variant.isEmpty();
}

std::optional<int> Guide::right() const { return phase() == Phase::over ? findings().right : std::nullopt; }

void Guide::choose(int choice) {
    if (choice < 0 || choice >= static_cast<int>(text().choices.size()) || phase() == Phase::over) return;
    m_taken = choice;
    emit changed();
}

bool Guide::next() {
    if (m_place == 0 && phase() == Phase::before) {
        if (m_model.scenario() == nullptr) return false;
        m_model.run();
        return true;
    }
    const auto place = nextPlace();
    return place && goTo(*place);
}

// While the run goes on no step is passed over: it may be still to come.
std::optional<int> Guide::nextPlace() const {
    for (int place = m_place + 1; place <= count(); ++place) {
        if (canGoTo(place)) return place;
        if (phase() == Phase::running) return std::nullopt;
    }
    return std::nullopt;
}

bool Guide::previous() {
    for (int place = m_place - 1; place >= 0; --place)
        if (goTo(place)) return true;
    return false;
}

bool Guide::goTo(int place) {
    if (!canGoTo(place) || place < 0 || place > count()) return false;
    m_place = place;
    if (place > 0) show(static_cast<std::size_t>(place - 1));
    else if (m_model.isLive()) m_model.view().setFollows(true);
    emit changed();
    return true;
}

void Guide::show(std::size_t index) {
    const std::vector<FoundStep> steps = findings().steps;  // our own: another run forgets what was found
    const Store* run = findings().runs[steps[index].run].get();
    const auto& finished = m_model.finished();
    m_moves = true;
    for (std::size_t i = 0; i < finished.size() && run != &m_model.store(); ++i)
        if (finished[i].get() == run) m_model.showFinished(static_cast<int>(i));
    m_moves = false;
    ViewState& view = m_model.view();
    const TimeRange range = rangeShowing(steps, index, view.span());
    range == view.span() ? view.fit() : view.setVisible(range);
    view.setCursor(steps[index].moment->at);
}

void Guide::onScenarioChanged() {
    m_place = 0;
    m_taken.reset();
    m_findings.reset();
    emit changed();
}

// A run that begins is watched from the question; one that is over has the answer.
void Guide::onLiveChanged() {
    if (m_moves) return;
    if (m_model.isLive() && m_model.store().totals().events == 0) m_place = 0;
    emit changed();
}

}  // namespace interleave::ui
