#include "ui/frames/frame_words.hpp"

#include "ui/live/frame_value_text.hpp"
#include "ui/live/words.hpp"

namespace interleave::ui {
namespace {

QString textIn(const Store& store, StringId id) {
    const std::string_view text = store.text(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString FrameWords::name(const Store& store, const FrameRow& row) {
    return row.frame.exists() ? Words::object(store, row.frame) : Words::actor(store, row.owner);
}

QString FrameWords::state(const FrameRow& row) {
    switch (row.state) {
        case FrameState::created: return tr("created");
        case FrameState::suspended: return tr("suspended");
        case FrameState::running: return tr("running");
        case FrameState::closed: break;
    }
    switch (row.now.end) {
        case FrameEnd::returned: return tr("closed: returned");
        case FrameEnd::failed: return tr("closed: failed");
        default: return tr("closed");
    }
}

QStringList FrameWords::locals(const Store& store, const FrameRow& row) {
    QStringList parts;
    for (const FrameNow::Local& local : row.now.locals)
        parts << textIn(store, local.name) + QStringLiteral(" = ") + frameValueText(store, local.value);
    return parts;
}

QString FrameWords::input(const Store& store, const FrameRow& row) {
    if (!row.now.input) return {};
    const QString in = frameValueText(store, row.now.in);
    switch (*row.now.input) {
        case FrameInput::next: return tr("in: next()");
        case FrameInput::send: return tr("in: send(%1)").arg(in);
        case FrameInput::raise: return tr("in: error %1").arg(in);
        case FrameInput::close: return tr("in: close()");
        case FrameInput::handed: return tr("in: switch(%1)").arg(in);
        case FrameInput::returned: break;
    }
    return tr("in: returned %1").arg(in);
}

QString FrameWords::output(const Store& store, const FrameRow& row) {
    if (row.now.delegate.exists()) return tr("delegates to %1").arg(Words::object(store, row.now.delegate));
    if (!row.now.hasOut) return {};
    return tr("out: %1").arg(frameValueText(store, row.now.out));
}

QString FrameWords::inFull(const Store& store, const FrameRow& row, const QString& code) {
    QStringList parts{name(store, row), row.frame.exists() ? state(row) : Words::state(row.actorState)};
    if (!code.isEmpty()) parts << code;
    parts << locals(store, row);
    for (const QString& part : {input(store, row), output(store, row)})
        if (!part.isEmpty()) parts << part;
    return parts.join(QStringLiteral(" · "));
}

}  // namespace interleave::ui
