#include "core/scenario/catalogue/coroutines/told.hpp"

#include <fmt/format.h>

namespace interleave::catalogue {

// Both take the shortest text that names the number.
std::string told(double value) {
    const std::string text = fmt::format("{}", value);
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

}  // namespace interleave::catalogue
