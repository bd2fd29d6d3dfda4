#include "ui/presenting/wall_place.hpp"

#include <QCoreApplication>

#include "ui/live/guide.hpp"

namespace interleave::ui {
namespace {

struct WallPlaceWords {
    Q_DECLARE_TR_FUNCTIONS(WallPlace)
};

QString hintFor(const Guide& guide) {
    if (guide.phase() == Guide::Phase::over) return WallPlaceWords::tr("Page down: why, step by step");
    if (guide.text().choices.empty()) return WallPlaceWords::tr("Page down: run it");
    return guide.taken() ? WallPlaceWords::tr("Page down: run it and see")
                         : WallPlaceWords::tr("1, 2, 3: what do you expect? Page down: run it and see");
}

}  // namespace

WallPlace wallPlaceOf(const Guide& guide) {
    const ScenarioText& text = guide.text();
    WallPlace place;
    place.step = guide.place();
    place.of = guide.count();
    if (place.step > 0) place.sentence = guide.sentence();
    place.question.text = text.question.shown().isEmpty() ? text.title.shown() : text.question.shown();
    for (const Choice& choice : text.choices) place.question.choices.push_back(choice.text.shown());
    place.question.taken = guide.taken();
    place.question.right = guide.right();
    place.question.hint = hintFor(guide);
    return place;
}

}  // namespace interleave::ui
