#include "ui/shell/lesson_actions.hpp"

#include <QAction>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

#include "ui/exporting/save_place.hpp"
#include "ui/gallery/gallery_panel.hpp"
#include "ui/live/course.hpp"
#include "ui/live/scenario_text.hpp"
#include "ui/theme/icon.hpp"
#include "ui/theme/style_sheet.hpp"

namespace interleave::ui {

namespace {

QString titleOf(const QString& id) { return scenarioText(id.toStdString()).title.shown(); }

}  // namespace

LessonActions::LessonActions(Course& course, Model& model, QWidget* window)
    : QObject(window), m_course(course), m_model(model), m_window(window) {
    previous = make(QKeySequence("Ctrl+PgUp"));
    next = make(QKeySequence("Ctrl+PgDown"));
    favourite = make(QKeySequence("Ctrl+B"));
    favourite->setCheckable(true);
    begin = make(QKeySequence::New);
    add = make(QKeySequence("Ctrl+L"));
    update = make({});
    undo = make(QKeySequence("Ctrl+Shift+Z"));
    rename = make({});
    save = make(QKeySequence("Ctrl+Shift+S"));
    saveAs = make({});
    close = make({});
    m_menu = new QMenu(window);
    m_menu->setToolTipsVisible(true);
    m_menu->addActions({begin, add, update, undo});
    m_menu->addSeparator();
    m_menu->addActions({rename, save, saveAs, close});
    connectActions();
    retranslate();
}

QAction* LessonActions::make(const QKeySequence& keys) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    m_window->addAction(action);  // so that its keys work while no menu is open
    return action;
}

void LessonActions::connectActions() {
    connect(&m_course, &Course::changed, this, &LessonActions::refresh);
    connect(next, &QAction::triggered, &m_course, &Course::goNext);
    connect(previous, &QAction::triggered, &m_course, &Course::goPrevious);
    connect(favourite, &QAction::triggered, this, [this] {
        if (m_gallery != nullptr && m_model.scenario() != nullptr)
            m_gallery->toggleFavourite(QString::fromStdString(m_model.scenario()->id));
    });
    connect(begin, &QAction::triggered, this, [this] {
        if (mayBeLost()) m_course.newLesson({});
    });
    connect(add, &QAction::triggered, &m_course, &Course::addShown);
    connect(update, &QAction::triggered, &m_course, &Course::updateShown);
    connect(undo, &QAction::triggered, &m_course, &Course::undo);
    connect(rename, &QAction::triggered, this, &LessonActions::askName);
    connect(save, &QAction::triggered, this, &LessonActions::saveWhereItIs);
    connect(saveAs, &QAction::triggered, this, &LessonActions::saveElsewhere);
    connect(close, &QAction::triggered, this, [this] {
        if (mayBeLost()) m_course.closeLesson();
    });
}

void LessonActions::serve(GalleryPanel& gallery) {
    m_gallery = &gallery;
    connect(&gallery, &GalleryPanel::favouritesChanged, this, &LessonActions::refresh);
    gallery.setActions(previous, next, m_menu);
    gallery.follow(m_course);
}

void LessonActions::setTheme(const Theme& theme) {
    const QColor faint = mixed(theme.panel, theme.muted, 0.55);
    previous->setIcon(icon("chevron-left", theme.ink, faint));
    next->setIcon(icon("chevron-right", theme.ink, faint));
}

void LessonActions::retranslate() {
    m_menu->setTitle(tr("&Lesson"));
    begin->setText(tr("&New lesson"));
    add->setText(tr("&Add what is shown"));
    add->setToolTip(tr("The scenario that is shown, as it is set, becomes an entry of the lesson"));
    update->setText(tr("&Take over the settings"));
    update->setToolTip(tr("The entry that is shown is to be run as it is set now"));
    undo->setText(tr("&Undo the last change"));
    rename->setText(tr("Na&me…"));
    save->setText(tr("&Save the lesson"));
    saveAs->setText(tr("Save the less&on as…"));
    close->setText(tr("&Close the lesson"));
    refresh();
}

void LessonActions::refresh() {
    const bool open = m_course.hasLesson();
    const bool shows = m_model.scenario() != nullptr;
    add->setEnabled(shows);
    update->setEnabled(m_course.place() >= 0);
    undo->setEnabled(m_course.canUndo());
    for (QAction* action : {rename, saveAs, close}) action->setEnabled(open);
    save->setEnabled(open && (m_course.isChanged() || m_course.path().isEmpty()));
    favourite->setEnabled(shows);
    const bool liked =
        shows && m_gallery != nullptr && m_gallery->kept().isFavourite(QString::fromStdString(m_model.scenario()->id));
    favourite->setChecked(liked);
    favourite->setText(tr("Fa&vourite"));
    nameSteps();
}

void LessonActions::nameSteps() {
    const auto named = [](QAction* action, const std::optional<Course::Stop>& stop, const QString& plain,
                          const QString& inLesson, const QString& inChapter, const QString& elsewhere) {
        action->setEnabled(stop.has_value());
        action->setText(plain);
        QString tip = plain;
        if (stop)
            tip = (stop->place >= 0            ? inLesson
                   : stop->opensAnotherChapter ? elsewhere
                                               : inChapter)
                      .arg(titleOf(stop->id));
        tip.remove(u'&');
        action->setIconText(tip);  // what a screen reader says of the button
        action->setToolTip(tip + "  ·  " + action->shortcut().toString(QKeySequence::NativeText));
    };
    named(next, m_course.next(), tr("Ne&xt scenario"), tr("Next in the lesson: %1"), tr("Next in this chapter: %1"),
          tr("Next chapter: %1"));
    named(previous, m_course.previous(), tr("Previous s&cenario"), tr("Before it in the lesson: %1"),
          tr("Before it in this chapter: %1"), tr("Chapter before: %1"));
}

void LessonActions::open(const QString& path) {
    if (mayBeLost()) m_course.openLesson(path);
}

bool LessonActions::mayBeLost() {
    if (!m_course.isChanged()) return true;
    QMessageBox box(QMessageBox::Question, tr("Lesson"),
                    m_course.lessonName().isEmpty()
                        ? tr("The new lesson is not saved.")
                        : tr("What you changed in the lesson “%1” is not saved.").arg(m_course.lessonName()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.button(QMessageBox::Save)->setText(tr("Save"));
    box.button(QMessageBox::Discard)->setText(tr("Do not save"));
    box.button(QMessageBox::Cancel)->setText(tr("Cancel"));
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save) return saveWhereItIs();
    return answer == QMessageBox::Discard;
}

void LessonActions::askName() {
    bool given = false;
    const QString name = QInputDialog::getText(m_window, tr("Name of the lesson"), tr("What is it called?"),
                                               QLineEdit::Normal, m_course.lessonName(), &given);
    if (given) m_course.rename(name);
}

bool LessonActions::saveWhereItIs() {
    if (m_course.path().isEmpty()) return saveElsewhere();
    if (!m_course.saveLesson(m_course.path())) return false;
    emit written(m_course.path());
    return true;
}

bool LessonActions::saveElsewhere() {
    QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = m_course.lessonName().isEmpty() ? QStringLiteral("lesson") : m_course.lessonName();
    name.replace('/', '-');
    const QString suggested = settings.value("folder", documents).toString() + '/' + name + ".lesson";
    const QString path =
        askWhereToSave(m_window, tr("Save the lesson"), suggested, tr("Interleave lessons (*.lesson)"));
    if (path.isEmpty() || !m_course.saveLesson(path)) return false;
    settings.setValue("folder", QFileInfo(path).absolutePath());
    emit written(path);
    return true;
}

}  // namespace interleave::ui
