// A small file that a person wrote, read whole. Thread-safe.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/error.hpp"

namespace interleave {

// Refuses, naming the file, what cannot be read and what is larger than `most` bytes, however much of it there is.
Expected<std::string> readText(const std::string& path, std::size_t most);

}  // namespace interleave
