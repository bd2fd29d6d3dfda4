// Who may include whom. Pure, so that the rules themselves are tested, too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tests/architecture/source_tree.hpp"

namespace interleave::architecture {

// How far right a folder of core stands: base 0, trace 1, {sched, sync, coro, kernel} 2, runtime 3, scenario 4,
// session 5. Nothing for a name that is no layer.
std::optional<int> layerOf(std::string_view folder);

// Why `file` must not include `include`, in a sentence; nothing where it may.
std::optional<std::string> objection(const SourceFile& file, const Include& include);

}  // namespace interleave::architecture
