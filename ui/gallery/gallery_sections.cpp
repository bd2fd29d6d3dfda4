#include "ui/gallery/gallery_sections.hpp"

#include <utility>

#include "ui/gallery/gallery_rows.hpp"
#include "ui/live/chapters.hpp"
#include "ui/live/thumbnail.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {

namespace {

// Above the chapters, in this order.
const QStringList& sectionsOnTop() {
    static const QStringList keys{kLessonKey, kFavouritesSection, kRecentsSection};
    return keys;
}

QString shortName(const QString& id) {
    const ScenarioText& text = scenarioText(id.toStdString());
    return text.subtitle.shown().isEmpty() ? text.title.shown() : text.subtitle.shown();
}

// What an entry is run with, where it says so.
QString settingsOf(const LessonEntry& entry) {
    QStringList parts;
    if (entry.runtime) parts << Words::runtime(*entry.runtime);
    if (entry.pace) parts << Words::pace(*entry.pace);
    const ScenarioText& text = scenarioText(entry.scenario);
    for (const auto& [name, value] : entry.params)
        parts << text.label(QString::fromStdString(name)) + QStringLiteral(": ") + QString::fromStdString(value);
    if (entry.seed) parts << GallerySections::tr("seed %1").arg(*entry.seed);
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

GallerySections::GallerySections(QObject* parent) : QStandardItemModel(parent) {
    for (const ShownChapter& chapter : shownChapters(scenarios())) {
        auto* head = new QStandardItem;
        head->setData(QString::fromStdString(chapter.key), kIdRole);
        head->setData(static_cast<int>(chapter.scenarios.size()), kCountRole);
        for (const Scenario* scenario : chapter.scenarios)
            head->appendRow(makeRow(QString::fromStdString(scenario->id)));
        appendRow(head);
    }
}

bool GallerySections::isChapter(const QString& key) { return !sectionsOnTop().contains(key); }

QStandardItem* GallerySections::makeRow(const QString& id) const {
    auto* row = new QStandardItem;
    row->setData(id, kIdRole);
    row->setData(-1, kPlaceRole);
    return row;
}

QStandardItem* GallerySections::head(const QString& key) const {
    for (int i = 0; i < rowCount(); ++i)
        if (item(i)->data(kIdRole).toString() == key) return item(i);
    return nullptr;
}

QStandardItem* GallerySections::rowOf(const QString& id) const {
    for (int i = 0; i < rowCount(); ++i) {
        if (!isChapter(item(i)->data(kIdRole).toString())) continue;
        for (int j = 0; j < item(i)->rowCount(); ++j)
            if (item(i)->child(j)->data(kIdRole).toString() == id) return item(i)->child(j);
    }
    return nullptr;
}

QStandardItem* GallerySections::entryRow(int place) const {
    const QStandardItem* lesson = head(kLessonKey);
    const bool there = lesson != nullptr && place >= 0 && place < lesson->rowCount();
    return there && lesson->child(place)->data(kPlaceRole).toInt() == place ? lesson->child(place) : nullptr;
}

QStandardItem* GallerySections::ensure(const QString& key) {
    if (QStandardItem* there = head(key)) return there;
    int place = 0;
    for (const QString& before : sectionsOnTop()) {
        if (before == key) break;
        if (head(before) != nullptr) ++place;
    }
    auto* made = new QStandardItem;
    made->setData(key, kIdRole);
    insertRow(place, made);
    return made;
}

// Rows that stay are not touched, so that neither the list's place nor the keyboard's is lost.
void GallerySections::fillWith(const QString& key, const QStringList& ids) {
    QStringList known;
    for (const QString& id : ids)
        if (findScenario(id.toStdString()) != nullptr) known << id;
    if (known.isEmpty()) {
        if (const QStandardItem* there = head(key)) removeRow(there->row());
        return;
    }
    QStandardItem* section = ensure(key);
    while (section->rowCount() > known.size()) section->removeRow(section->rowCount() - 1);
    while (section->rowCount() < known.size()) section->appendRow(makeRow({}));
    for (int i = 0; i < known.size(); ++i) {
        section->child(i)->setData(known[i], kIdRole);
        name(section->child(i));
    }
    section->setData(static_cast<int>(known.size()), kCountRole);
    nameHead(section);
}

void GallerySections::setKept(const KeptScenarios& kept) {
    m_kept = kept;
    fillWith(kFavouritesSection, kept.favourites());
    fillWith(kRecentsSection, kept.recents());
    mark();
}

void GallerySections::setLesson(const Course* course) {
    m_course = course;
    if (course == nullptr || !course->hasLesson()) {
        m_course = nullptr;
        if (const QStandardItem* there = head(kLessonKey)) removeRow(there->row());
        return mark();
    }
    QStandardItem* section = ensure(kLessonKey);
    const auto& entries = course->lesson().entries;
    const int wanted = static_cast<int>(entries.size()) + 1;  // the last one adds
    while (section->rowCount() > wanted) section->removeRow(section->rowCount() - 1);
    while (section->rowCount() < wanted) section->appendRow(makeRow({}));
    for (int i = 0; i < wanted; ++i) {
        QStandardItem* row = section->child(i);
        const bool adds = i + 1 == wanted;
        row->setData(adds ? QString() : QString::fromStdString(entries[static_cast<std::size_t>(i)].scenario), kIdRole);
        row->setData(adds ? -1 : i, kPlaceRole);
        row->setData(adds, kAddsRole);
        nameEntry(row);
    }
    section->setData(wanted - 1, kCountRole);
    nameHead(section);
    mark();
}

void GallerySections::setShown(const QString& id) {
    m_shown = id;
    mark();
}

void GallerySections::mark() {
    const int place = m_course == nullptr ? -1 : m_course->place();
    for (int i = 0; i < rowCount(); ++i) {
        const bool isLesson = item(i)->data(kIdRole).toString() == kLessonKey;
        for (int j = 0; j < item(i)->rowCount(); ++j) {
            QStandardItem* row = item(i)->child(j);
            const QString id = row->data(kIdRole).toString();
            const bool shown = isLesson ? place >= 0 && j == place : !id.isEmpty() && id == m_shown;
            const bool liked = !id.isEmpty() && !isLesson && m_kept.isFavourite(id);
            row->setData(shown, kShownRole);
            row->setData(liked, kStarRole);
            QString spoken = row->text();
            if (liked) spoken += tr(", favourite");
            if (shown) spoken += tr(", shown");
            row->setData(spoken, Qt::AccessibleTextRole);
        }
    }
}

void GallerySections::nameHead(QStandardItem* head) const {
    const QString key = head->data(kIdRole).toString();
    QString text = chapterName(key.toStdString()).shown();
    if (key == kFavouritesSection) text = tr("Favourites");
    if (key == kRecentsSection) text = tr("Last run");
    if (key == kLessonKey && m_course != nullptr) {
        text = m_course->lessonName().isEmpty() ? tr("New lesson") : m_course->lessonName();
        head->setToolTip(m_course->path().isEmpty() ? tr("Not saved yet") : m_course->path());
        head->setData(m_course->isChanged(), kChangedRole);
        head->setData(m_course->isChanged() ? text + tr(", changed") : text, Qt::AccessibleTextRole);
    }
    head->setText(text);
}

void GallerySections::nameEntry(QStandardItem* row) const {
    if (row->data(kAddsRole).toBool()) {
        row->setText(tr("Add what is shown"));
        row->setToolTip(tr("The scenario that is shown, as it is set, becomes an entry of this lesson"));
        return;
    }
    const int place = row->data(kPlaceRole).toInt();
    const QString id = row->data(kIdRole).toString();
    row->setText(QStringLiteral("%1  %2").arg(place + 1).arg(shortName(id)));
    const LessonEntry& entry = m_course->lesson().entries[static_cast<std::size_t>(place)];
    row->setToolTip(scenarioText(entry.scenario).title.shown() + QLatin1Char('\n') + settingsOf(entry));
}

void GallerySections::name(QStandardItem* row) const {
    const QString id = row->data(kIdRole).toString();
    // The short name; what the scenario is about stands above the timeline and in the tooltip.
    row->setText(shortName(id));
    const QString title = scenarioText(id.toStdString()).title.shown().toHtmlEscaped();
    const QString picture = thumbnailPath(id, m_theme);
    row->setToolTip(
        picture.isEmpty()
            ? title
            : QStringLiteral("<p>%1</p><p><img src=\"%2\" width=\"240\" height=\"144\"></p>").arg(title, picture));
}

void GallerySections::tellAbout(const QString& id) {
    if (QStandardItem* row = rowOf(id)) name(row);
}

void GallerySections::setTheme(ThemeName theme) {
    if (std::exchange(m_theme, theme) == theme) return;
    retranslate();  // tooltips show pictures
}

void GallerySections::retranslate() {
    for (int i = 0; i < rowCount(); ++i) {
        nameHead(item(i));
        const bool isLesson = item(i)->data(kIdRole).toString() == kLessonKey;
        for (int j = 0; j < item(i)->rowCount(); ++j) isLesson ? nameEntry(item(i)->child(j)) : name(item(i)->child(j));
    }
    mark();
}

}  // namespace interleave::ui
