// The way through the scenarios: what comes after the one that is shown, and before it. That is the order of the
// chapters, or, while an entry of an open lesson list is shown, the list's. The list is made and changed here, too.
#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

#include "core/scenario/lesson_list.hpp"
#include "ui/live/model.hpp"

namespace interleave::ui {

class Course : public QObject {
    Q_OBJECT

public:
    explicit Course(Model& model, QObject* parent = nullptr);

    // Where one can go on to.
    struct Stop {
        QString id;              // the scenario's
        int place = -1;          // in the list, from 0; -1: not by the list
        bool opensAnotherChapter = false;
    };
    std::optional<Stop> next() const { return neighbour(1); }
    std::optional<Stop> previous() const { return neighbour(-1); }

    bool hasLesson() const { return m_open; }
    const LessonList& lesson() const { return m_lesson; }
    // Its title, else its file's name; empty where it has neither yet.
    QString lessonName() const;
    QString path() const { return m_path; }
    // Whether something would be lost if it were closed now.
    bool isChanged() const { return m_open && !(m_lesson == m_saved); }
    // Which entry is shown; -1 where none is, because a person went elsewhere.
    int place() const { return m_place; }
    bool canUndo() const { return !m_undo.empty(); }

public slots:
    void goNext();
    void goPrevious();
    // Shows that entry, with what it is to be run with.
    void goTo(int place);

    // The one that was open is given up: ask before. Where the new one cannot be opened, it stays.
    void openLesson(const QString& path);
    void newLesson(const QString& title);
    void closeLesson();
    // False, and `failed`, where it could not be written; nothing has changed then.
    bool saveLesson(const QString& path);

    void rename(const QString& title);
    // The scenario that is shown, as it is set, after the entry that is shown, else at the end.
    // Makes a list where none is open.
    void addShown();
    // What the shown entry is to be run with becomes what is set now.
    void updateShown();
    void remove(int place);
    // The entry at `from` comes to stand at `to`.
    void move(int from, int to);
    // The last change to the list.
    void undo();

signals:
    void changed();   // the list, its file, the place, or what comes next
    void failed(const QString& sentence);

private:
    std::optional<Stop> neighbour(int step) const;
    void keepForUndo();
    void onScenarioChanged();
    bool holds(int place) const { return place >= 0 && place < static_cast<int>(m_lesson.entries.size()); }

    struct Before {
        LessonList lesson;
        int place;
    };

    Model& m_model;
    bool m_open = false;
    LessonList m_lesson, m_saved;
    QString m_path;
    int m_place = -1;
    int m_going = -1;             // while an entry is being chosen
    std::vector<Before> m_undo;
};

}  // namespace interleave::ui
