#include "ui/live/bank_view.hpp"

#include <algorithm>

#include "core/trace/wait_for.hpp"
#include "ui/live/actors_now.hpp"

namespace interleave::ui {
namespace {

ObjectId bankAt(const Store& store, TraceTime cursor) {
    ObjectId only;
    for (std::uint32_t id = 0; id < store.objects().size(); ++id) {
        if (store.object({id}).kind != ObjectKind::bank || store.object({id}).created > cursor) continue;
        if (only.exists()) {  // there are several: look for the latest event
            for (std::size_t i = store.eventAfter(cursor); i-- > store.events().first();)
                if (isOfBank(store.events()[i])) return store.events()[i].what();
            return only;
        }
        only = {id};
    }
    return only;
}

template <class Cell>
std::vector<Units> rowOf(std::size_t kinds, Cell cell) {
    std::vector<Units> row(kinds);
    for (std::size_t kind = 0; kind < kinds; ++kind) row[kind] = cell(kind);
    return row;
}

}  // namespace

BankView BankView::at(const Store& store, TraceTime cursor) {
    BankView view;
    const ObjectId bank = bankAt(store, cursor);
    const auto table = bankTableAt(store, bank, cursor);
    if (!table) return view;
    view.bank = bank;
    view.policy = table->policy();
    for (const std::uint32_t name : table->names()) view.kinds.emplace_back(store.text({name}));
    view.total = table->total();
    view.available = table->available();
    std::uint64_t latest = 0;
    for (std::size_t party = 0; party < table->parties().size(); ++party) {
        const BankParty& told = table->parties()[party];
        BankRow row{
            .actor = {told.actor}, .allocated = {}, .maximum = {}, .need = {}, .request = {}, .answer = told.answer};
        row.allocated = rowOf(table->kinds(), [&](std::size_t kind) { return table->allocated(party, kind); });
        row.maximum = rowOf(table->kinds(), [&](std::size_t kind) { return table->maximum(party, kind); });
        row.need = rowOf(table->kinds(), [&](std::size_t kind) { return table->need(party, kind); });
        row.waits = told.waits;
        const auto now = actorAt(store, row.actor, cursor);
        row.ended = now && isOver(now->state());
        if (told.requests > latest) {
            latest = told.requests;
            view.asking = party;
        }
        if (told.requests > 0)
            row.request = rowOf(table->kinds(), [&](std::size_t kind) { return table->asked(party, kind); });
        view.rows.push_back(std::move(row));
    }
    for (std::size_t party = 0; party < view.rows.size(); ++party)
        if (!view.rows[party].waits && view.asking != party) view.rows[party].request.clear();
    if (const auto order = table->safeOrder()) {
        view.isSafe = true;
        for (const std::uint32_t party : *order)
            if (!view.rows[party].ended) view.order.push_back(party);
    }
    return view;
}

}  // namespace interleave::ui
