#include "ui/timeline/timeline_spoken.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "ui/live/actors_now.hpp"
#include "ui/live/duration_text.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

namespace {

struct Spoken {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

}  // namespace

QString timelineSpoken(const Store& store, const ViewState& view) {
    if (store.actors().empty()) return Spoken::tr("Nothing has run yet.");
    const TraceTime cursor = view.cursor();
    QStringList sentences{
        Spoken::tr("Shown: %1 to %2.").arg(timeText(view.visible().begin), timeText(view.visible().end)),
        Spoken::tr("Cursor at %1.").arg(timeText(cursor))};
    const auto actors = actorsAt(store, cursor);
    for (std::size_t i = 0; i < std::min(actors.size(), kMostSpoken); ++i)
        sentences << Spoken::tr("%1: %2.")
                         .arg(Words::actor(store, actors[i].id), Words::stateInFull(store, actors[i].look, cursor));
    if (actors.size() > kMostSpoken)
        sentences << Spoken::tr("And %1 others.").arg(actors.size() - kMostSpoken);
    return sentences.join(textIsChinese() ? QString() : QStringLiteral(" "));
}

}  // namespace interleave::ui
