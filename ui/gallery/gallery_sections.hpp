// The gallery's rows: above the chapters an open lesson list, the favourites and what ran last, where there are any.
// Fills the item model; how it is drawn and what a click does is the affair of others.
#pragma once

#include <QStandardItemModel>

#include "ui/gallery/kept_scenarios.hpp"
#include "ui/live/course.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

inline const QString kLessonKey = QStringLiteral("lesson");
inline const QString kFavouritesSection = QStringLiteral("favourites");
inline const QString kRecentsSection = QStringLiteral("recents");

class GallerySections : public QStandardItemModel {
    Q_OBJECT

public:
    // Without names until retranslate().
    explicit GallerySections(QObject* parent = nullptr);

    void retranslate();
    void setTheme(ThemeName theme);
    void setKept(const KeptScenarios& kept);
    // Null: no list is open.
    void setLesson(const Course* course);
    // Marks the rows of the scenario that is shown.
    void setShown(const QString& id);

    QStandardItem* head(const QString& key) const;
    // Its row in its chapter; null where there is none.
    QStandardItem* rowOf(const QString& id) const;
    // An entry's row; null where there is none.
    QStandardItem* entryRow(int place) const;
    void tellAbout(const QString& id);

    static bool isHead(const QModelIndex& index) { return index.isValid() && !index.parent().isValid(); }
    static bool isChapter(const QString& key);

private:
    // Its head, made where it belongs if it is not there yet.
    QStandardItem* ensure(const QString& key);
    void fillWith(const QString& key, const QStringList& ids);
    QStandardItem* makeRow(const QString& id) const;
    void name(QStandardItem* row) const;
    void nameEntry(QStandardItem* row) const;
    void nameHead(QStandardItem* head) const;
    void mark();

    KeptScenarios m_kept;
    const Course* m_course = nullptr;
    QString m_shown;
    ThemeName m_theme = ThemeName::light;
};

}  // namespace interleave::ui
