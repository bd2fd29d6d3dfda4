// What a person can tell the program to do with the way through the scenarios and with lesson lists: the actions, their
// menu, and the questions that go with them. Nothing that was changed is given up without asking.
#pragma once

#include <QObject>
#include <QString>

#include "ui/theme/theme.hpp"

class QAction;
class QKeySequence;
class QMenu;
class QWidget;

namespace interleave::ui {

class Course;
class GalleryPanel;
class Model;

class LessonActions : public QObject {
    Q_OBJECT

public:
    LessonActions(Course& course, Model& model, QWidget* window);

    // Whose favourites are meant, and what shows the list.
    void serve(GalleryPanel& gallery);
    void setTheme(const Theme& theme);
    void retranslate();

    QMenu* menu() { return m_menu; }
    QAction *previous, *next, *favourite;
    QAction *begin, *add, *update, *undo, *rename, *save, *saveAs, *close;

    void open(const QString& path);
    // False: a person wants to go on with the list that would be lost.
    bool mayBeLost();

signals:
    void written(const QString& path);

private:
    QAction* make(const QKeySequence& keys);
    void connectActions();
    // Which of them make sense now, and where next and previous lead.
    void refresh();
    void nameSteps();
    void askName();
    bool saveWhereItIs();
    bool saveElsewhere();

    Course& m_course;
    Model& m_model;
    QWidget* m_window;
    GalleryPanel* m_gallery = nullptr;
    QMenu* m_menu = nullptr;
};

}  // namespace interleave::ui
