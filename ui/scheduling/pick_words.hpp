// Why a scheduler picked whom it picked, in a sentence. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/trace/ready_queue.hpp"

namespace interleave::ui {

class PickWords {
    Q_DECLARE_TR_FUNCTIONS(PickWords)

public:
    // "P3 runs on core 0: the shortest time left, 5 ms. The earlier arrival broke the tie."
    static QString sentence(const Store& store, const PickedTask& picked);
    // "the shortest time left, 5 ms"
    static QString reason(const PickedTask& picked);
};

}  // namespace interleave::ui
