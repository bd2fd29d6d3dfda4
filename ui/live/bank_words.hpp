// What is said of a bank, in the window's language. Pure.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/live/bank_view.hpp"

namespace interleave::ui {

class BankWords {
    Q_DECLARE_TR_FUNCTIONS(BankWords)

public:
    // "(1, 0, 2)"; of a bank with many kinds the names of those that are not 0: "F2".
    static QString units(const BankView& view, const std::vector<Units>& units);
    // What the row asked for and what it was told. Empty where it asked for nothing.
    static QString verdict(const Store& store, const BankView& view, const BankRow& row);
    // Why a wait is as long as it is, in a sentence of its own; empty for one who does not wait.
    static QString reason(const BankView& view, const BankRow& row);
};

}  // namespace interleave::ui
