// A bank at one moment of a run, as the textbook draws it: allocated, maximum, need, the open requests, what is
// available, and an order in which all could still be served. Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/trace/store.hpp"

namespace interleave::ui {

struct BankRow {
    ActorId actor;
    std::vector<Units> allocated, maximum, need;  // one for each kind
    std::vector<Units> request;  // what it asked for last; empty where it made none or is served and done
    BankAnswer answer{};                          // to that
    bool waits = false;
    bool ended = false;
};

struct BankView {
    ObjectId bank;                        // none: there is none at that moment
    BankPolicy policy{};
    std::vector<std::string> kinds;       // their names
    std::vector<Units> total, available;
    std::vector<BankRow> rows;            // in the order of their claims
    std::optional<std::size_t> asking;    // the row that asked last
    std::vector<std::size_t> order;  // rows in a safe order, those left out that have ended; empty where none is safe
    bool isSafe = false;

    // Of several banks the one where something happened last.
    static BankView at(const Store& store, TraceTime cursor);
};

}  // namespace interleave::ui
