#include "ui/live/bank_words.hpp"

#include <QStringList>

#include "ui/live/words.hpp"

namespace interleave::ui {

QString BankWords::units(const BankView& view, const std::vector<Units>& units) {
    constexpr std::size_t kMostInBrackets = 4;
    QStringList parts;
    if (units.size() <= kMostInBrackets) {
        for (const Units each : units) parts << QString::number(each);
        return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
    }
    for (std::size_t kind = 0; kind < units.size(); ++kind) {
        if (units[kind] == 0) continue;
        const QString name = QString::fromStdString(view.kinds[kind]);
        parts << (units[kind] == 1 ? name : QStringLiteral("%1 × %2").arg(units[kind]).arg(name));
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" "));
}

QString BankWords::verdict(const Store& store, const BankView& view, const BankRow& row) {
    if (row.request.empty()) return {};
    const QString who = Words::actor(store, row.actor);
    const QString what = units(view, row.request);
    switch (row.answer) {
        case BankAnswer::granted: return tr("%1 asks for %2: granted.").arg(who, what);
        case BankAnswer::tooFew:
            return tr("%1 asks for %2 and waits: only %3 are free.").arg(who, what, units(view, view.available));
        case BankAnswer::unsafe:
            return tr("%1 asks for %2 and waits: they are free, but granting them is unsafe.").arg(who, what);
        case BankAnswer::beyondClaim: return tr("%1 asks for %2: refused, it claimed less.").arg(who, what);
    }
    return {};
}

QString BankWords::reason(const BankView& view, const BankRow& row) {
    if (!row.waits) return {};
    if (row.answer == BankAnswer::unsafe)
        return tr("With them gone, nobody could promise any more that all will be served.");
    return view.policy == BankPolicy::banker ? tr("It goes on when enough has come back, and granting it is safe.")
                                             : tr("It goes on when enough has come back; nobody looks ahead.");
}

}  // namespace interleave::ui
