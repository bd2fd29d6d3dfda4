#include "ui/gallery/kept_scenarios.hpp"

namespace interleave::ui {

namespace {

constexpr const char* kFavouritesKey = "gallery/favourites";
constexpr const char* kRecentsKey = "gallery/recents";

}  // namespace

void KeptScenarios::toggle(const QString& id) {
    if (id.isEmpty()) return;
    if (!m_favourites.removeOne(id)) m_favourites << id;
}

void KeptScenarios::ran(const QString& id) {
    if (id.isEmpty()) return;
    m_recents.removeAll(id);
    m_recents.prepend(id);
    while (m_recents.size() > kMostRecents) m_recents.removeLast();
}

void KeptScenarios::read(const QSettings& settings) {
    m_favourites = settings.value(kFavouritesKey).toStringList();
    m_favourites.removeDuplicates();
    m_recents = settings.value(kRecentsKey).toStringList().mid(0, kMostRecents);
    m_recents.removeDuplicates();
}

void KeptScenarios::write(QSettings& settings) const {
    settings.setValue(kFavouritesKey, m_favourites);
    settings.setValue(kRecentsKey, m_recents);
}

}  // namespace interleave::ui
