// Independent pieces of work of one paint, spread over the cores: they are over when the call returns. Source of the
// scheme: fork and join with self-scheduling, Polychronopoulos and Kuck 1987.
#pragma once

#include <cstddef>
#include <functional>

namespace interleave::ui {

// Calls `work(0)` … `work(count - 1)`, each once, in no order, some on threads of Qt's pool; where those are busy the
// calling thread does it all. `work` must not throw, nor wait for another piece.
void sideBySide(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace interleave::ui
