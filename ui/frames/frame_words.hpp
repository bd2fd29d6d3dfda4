// What a frame's card says, in the window's language. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/frames/frame_rows.hpp"

namespace interleave::ui {

class FrameWords {
    Q_DECLARE_TR_FUNCTIONS(FrameWords)

public:
    static QString name(const Store& store, const FrameRow& row);
    // "suspended", "closed: returned 3".
    static QString state(const FrameRow& row);
    // "n = 1", a local each.
    static QStringList locals(const Store& store, const FrameRow& row);
    // "send(2) in"; empty where nothing was asked of it yet.
    static QString input(const Store& store, const FrameRow& row);
    // "gave 2"; empty where nothing came out yet.
    static QString output(const Store& store, const FrameRow& row);
    // Everything, for the tooltip and for who listens; `code` is the line where it stands.
    static QString inFull(const Store& store, const FrameRow& row, const QString& code);
};

}  // namespace interleave::ui
