// The scenarios by chapter, with a search that knows both languages. One chapter is open at a time. Above them stand an
// open lesson list, the favourites and what ran last.
#pragma once

#include <QWidget>

#include "ui/gallery/kept_scenarios.hpp"
#include "ui/theme/theme.hpp"

class QAction;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QStandardItem;
class QToolButton;
class QTreeView;

namespace interleave::ui {

class Course;
class GalleryRows;
class GallerySections;
class LessonDrag;
class NothingFound;

class GalleryPanel : public QWidget {
    Q_OBJECT

public:
    explicit GalleryPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    // The way through the scenarios: its lesson list is shown, and changed here.
    void follow(Course& course);
    // Buttons beside the search, and what can be done with the lesson list as a whole.
    void setActions(QAction* previous, QAction* next, QMenu* lesson);
    // Marks `id` as the one shown and opens its chapter; emits nothing.
    void setCurrent(const QString& id);
    void focusSearch();
    // There is another picture of that scenario now.
    void showNewPicture(const QString& id);

    const KeptScenarios& kept() const { return m_kept; }
    // Favourites and what ran last come from the settings, and from now on go there.
    void keepInSettings();
    void toggleFavourite(const QString& id);
    void noteRun(const QString& id);

signals:
    void chosen(const QString& id);
    void left();  // the person is done with searching
    void favouritesChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTree();
    void retranslate();
    void filter(const QString& query);
    // Opens `section` and closes the others.
    void open(const QStandardItem* section);
    void toggle(const QModelIndex& index);
    void choose(const QModelIndex& row);
    void chooseBestFound();
    void showLesson();
    void showKept();
    void showMenu(const QPoint& at);
    bool searchKey(int key);
    bool listKey(int key, Qt::KeyboardModifiers modifiers);
    bool entryKey(int place, int key, Qt::KeyboardModifiers modifiers);
    // Whether Ctrl+Z, in the list, means the lesson and not the view.
    bool undoIsOfLesson() const;
    bool starClicked(const QEvent& event);
    // The entry that was moved stays under the keys.
    void moveEntry(int from, int to);
    QStandardItem* shownRow() const;

    QLineEdit* m_search = nullptr;
    QHBoxLayout* m_searchRow = nullptr;
    QToolButton *m_previous = nullptr, *m_next = nullptr;
    QTreeView* m_tree = nullptr;
    NothingFound* m_nothing = nullptr;
    GallerySections* m_model = nullptr;
    GalleryRows* m_rows = nullptr;
    LessonDrag* m_drag = nullptr;
    QMenu* m_lessonMenu = nullptr;
    Course* m_course = nullptr;
    KeptScenarios m_kept;
    bool m_keeps = false;
    bool m_hadLesson = false;
    QString m_current;
    const Theme* m_theme = &Theme::named(ThemeName::light);
};

}  // namespace interleave::ui
