// Which scenarios a person likes, and which ran last. Pure; read from and written to the settings by whoever asks.
#pragma once

#include <QSettings>
#include <QStringList>

namespace interleave::ui {

class KeptScenarios {
public:
    static constexpr int kMostRecents = 5;

    // In the order in which they were liked.
    const QStringList& favourites() const { return m_favourites; }
    // The last one first.
    const QStringList& recents() const { return m_recents; }

    bool isFavourite(const QString& id) const { return m_favourites.contains(id); }
    // Likes it, or no longer.
    void toggle(const QString& id);
    void ran(const QString& id);

    // Ids that this program does not know are kept: another version does.
    void read(const QSettings& settings);
    void write(QSettings& settings) const;

private:
    QStringList m_favourites, m_recents;
};

}  // namespace interleave::ui
