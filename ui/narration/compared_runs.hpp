// What runs that were made to be compared say together, once all of them are over. Pure.
#pragma once

#include <QCoreApplication>

#include <memory>
#include <vector>

#include "ui/narration/narrator.hpp"

namespace interleave::ui {

class ComparedRuns {
    Q_DECLARE_TR_FUNCTIONS(ComparedRuns)

public:
    // Who has the least and who the most of the first number that all of them told.
    // An empty headline where there is none.
    static Narration narrate(const std::vector<std::shared_ptr<const Store>>& runs);
};

}  // namespace interleave::ui
