#include "ui/live/course.hpp"

#include <QFileInfo>

#include <algorithm>
#include <utility>

#include "core/session/lesson_request.hpp"
#include "ui/live/chapters.hpp"

namespace interleave::ui {

namespace {

constexpr std::size_t kMostUndone = 100;

}  // namespace

Course::Course(Model& model, QObject* parent) : QObject(parent), m_model(model) {
    connect(&m_model, &Model::scenarioChanged, this, &Course::onScenarioChanged);
}

// Whoever chose it: only goTo() goes by the list.
void Course::onScenarioChanged() {
    m_place = m_going;
    emit changed();
}

std::optional<Course::Stop> Course::neighbour(int step) const {
    if (holds(m_place)) {
        const int there = m_place + step;
        if (!holds(there)) return std::nullopt;
        return Stop{QString::fromStdString(m_lesson.entries[static_cast<std::size_t>(there)].scenario), there, false};
    }
    if (m_model.scenario() == nullptr) return std::nullopt;
    const auto found = neighbourOf(m_model.scenario()->id, scenarios(), step);
    if (!found) return std::nullopt;
    return Stop{QString::fromStdString(found->scenario->id), -1, !found->inSameChapter};
}

void Course::goNext() {
    if (const auto stop = next()) stop->place >= 0 ? goTo(stop->place) : m_model.chooseScenario(stop->id);
}

void Course::goPrevious() {
    if (const auto stop = previous()) stop->place >= 0 ? goTo(stop->place) : m_model.chooseScenario(stop->id);
}

void Course::goTo(int place) {
    if (!holds(place)) return;
    const LessonEntry entry = m_lesson.entries[static_cast<std::size_t>(place)];
    const auto request = requestOf(entry);
    m_going = place;
    m_model.chooseScenario(QString::fromStdString(entry.scenario));
    m_going = -1;
    if (request) m_model.setRequest(*request);
    // It is shown as the scenario comes; what it was to be run with cannot be had here.
    else
        emit failed(tr("Entry %1 cannot be run as the lesson has it: %2")
                        .arg(place + 1)
                        .arg(QString::fromStdString(request.error().what)));
}

QString Course::lessonName() const {
    if (!m_lesson.title.empty()) return QString::fromStdString(m_lesson.title);
    return m_path.isEmpty() ? QString() : QFileInfo(m_path).completeBaseName();
}

void Course::openLesson(const QString& path) {
    auto read = readLesson(path.toStdString());
    if (!read) {
        emit failed(QString::fromStdString(read.error().what));
        return;
    }
    m_open = true;
    m_lesson = m_saved = std::move(*read);
    m_path = path;
    m_place = -1;
    m_undo.clear();
    if (m_lesson.entries.empty()) emit changed();
    else goTo(0);
}

void Course::newLesson(const QString& title) {
    m_open = true;
    m_lesson = m_saved = {};
    m_lesson.title = title.toStdString();
    m_path.clear();
    m_place = -1;
    m_undo.clear();
    emit changed();
}

void Course::closeLesson() {
    m_open = false;
    m_lesson = m_saved = {};
    m_path.clear();
    m_place = -1;
    m_undo.clear();
    emit changed();
}

bool Course::saveLesson(const QString& path) {
    if (auto written = writeLesson(m_lesson, path.toStdString()); !written) {
        emit failed(QString::fromStdString(written.error().what));
        return false;
    }
    m_path = path;
    m_saved = m_lesson;
    emit changed();
    return true;
}

void Course::keepForUndo() {
    if (m_undo.size() == kMostUndone) m_undo.erase(m_undo.begin());
    m_undo.push_back({m_lesson, m_place});
}

void Course::rename(const QString& title) {
    const std::string cut = title.simplified().left(static_cast<int>(kLongestLessonTitle) / 4).toStdString();
    if (!m_open || cut == m_lesson.title) return;
    keepForUndo();
    m_lesson.title = cut;
    emit changed();
}

void Course::addShown() {
    if (m_model.scenario() == nullptr) return;
    if (m_lesson.entries.size() >= kMostLessonEntries) {
        emit failed(tr("A lesson has at most %1 entries: begin another one.").arg(kMostLessonEntries));
        return;
    }
    if (!m_open) newLesson({});
    keepForUndo();
    const int there = holds(m_place) ? m_place + 1 : static_cast<int>(m_lesson.entries.size());
    m_lesson.entries.insert(m_lesson.entries.begin() + there, entryOf(m_model.request()));
    m_place = there;
    emit changed();
}

void Course::updateShown() {
    if (!holds(m_place)) return;
    LessonEntry now = entryOf(m_model.request());
    LessonEntry& held = m_lesson.entries[static_cast<std::size_t>(m_place)];
    if (now == held) return;
    keepForUndo();
    held = std::move(now);
    emit changed();
}

void Course::remove(int place) {
    if (!holds(place)) return;
    keepForUndo();
    m_lesson.entries.erase(m_lesson.entries.begin() + place);
    if (m_place == place) m_place = -1;
    else if (m_place > place) --m_place;
    emit changed();
}

void Course::move(int from, int to) {
    if (!holds(from) || !holds(to) || from == to) return;
    keepForUndo();
    auto& entries = m_lesson.entries;
    const auto begin = entries.begin();
    if (from < to) std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else std::rotate(begin + to, begin + from, begin + from + 1);
    if (m_place == from) m_place = to;
    else if (from < m_place && m_place <= to) --m_place;
    else if (to <= m_place && m_place < from) ++m_place;
    emit changed();
}

void Course::undo() {
    if (m_undo.empty()) return;
    Before before = std::move(m_undo.back());
    m_undo.pop_back();
    m_lesson = std::move(before.lesson);
    // The scenario on the screen has not changed with it: the place is kept only where it still is the same scenario.
    const bool same = holds(before.place) && m_model.scenario() != nullptr &&
                      m_lesson.entries[static_cast<std::size_t>(before.place)].scenario == m_model.scenario()->id;
    m_place = same ? before.place : -1;
    emit changed();
}

}  // namespace interleave::ui
