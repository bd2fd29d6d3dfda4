// One recorded event as a short phrase: "wants B", "puts into queue: 3 in it". Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/trace/store.hpp"

namespace interleave::ui {

class EventText {
    Q_DECLARE_TR_FUNCTIONS(EventText)

public:
    // Without the actor's name; empty for what nobody would want to read (the kernel's own, lines reached).
    static QString of(const Store& store, const Event& event);

private:
    static QString ofState(const Store& store, const Event& event);
    static QString settled(const QString& future, FutureState state);
    static QString ofBank(const Store& store, const Event& event);
    static QString ofFrame(const Store& store, const Event& event);
    static QString ofObject(const Store& store, const Event& event);
    static QString ofProcess(const Event& event);
};

}  // namespace interleave::ui
