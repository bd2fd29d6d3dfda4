#include "ui/shell/tour_place.hpp"

#include <algorithm>

namespace interleave::ui {

namespace {

constexpr int kArrowFromCorner = 24;  // pixels: an arrow never leaves a rounded corner

QRect wished(const QRect& target, QSize hint, TourSide beside) {
    const QPoint centred = target.center() - QPoint(hint.width() / 2, hint.height() / 2);
    switch (beside) {
        case TourSide::right: return {QPoint(target.right() + 1, centred.y()), hint};
        case TourSide::below: return {QPoint(centred.x(), target.bottom() + 1), hint};
        case TourSide::left: return {QPoint(target.left() - hint.width(), centred.y()), hint};
        case TourSide::above: return {QPoint(centred.x(), target.top() - hint.height()), hint};
        case TourSide::within: break;
    }
    return {centred, hint};
}

QRect movedInto(QRect box, const QRect& room) {
    box.moveLeft(std::max(room.left(), std::min(box.left(), room.right() + 1 - box.width())));
    box.moveTop(std::max(room.top(), std::min(box.top(), room.bottom() + 1 - box.height())));
    return box;
}

bool isBesideStill(const QRect& box, const QRect& target) { return !box.intersects(target); }

int arrowOf(const QRect& box, const QRect& target, TourSide beside) {
    const bool sideways = beside == TourSide::right || beside == TourSide::left;
    const int length = sideways ? box.height() : box.width();
    const int aim = sideways ? target.center().y() - box.top() : target.center().x() - box.left();
    return std::clamp(aim, std::min(kArrowFromCorner, length / 2), std::max(length / 2, length - kArrowFromCorner));
}

}  // namespace

TourPlace placeOfHint(const QRect& target, QSize hint, QSize window, const std::vector<TourSide>& wishes) {
    const QRect room = QRect(QPoint(0, 0), window).adjusted(kTourMargin, kTourMargin, -kTourMargin, -kTourMargin);
    for (const TourSide beside : wishes) {
        const QRect box = movedInto(wished(target, hint, beside), room);
        if (room.contains(box) && isBesideStill(box, target)) return {box, beside, arrowOf(box, target, beside)};
    }
    return {movedInto(wished(target, hint, TourSide::within), room), TourSide::within, 0};
}

}  // namespace interleave::ui
