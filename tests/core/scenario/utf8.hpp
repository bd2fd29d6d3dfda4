// Just enough of UTF-8 to judge Chinese punctuation.
#pragma once

#include <string>
#include <string_view>

namespace interleave::listings {

// U+FFFD for each byte that is not valid UTF-8.
std::u32string decode(std::string_view utf8);

constexpr bool isHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
constexpr bool isFullWidthPunctuation(char32_t c) {
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) || c == 0x201C || c == 0x201D;
}

}  // namespace interleave::listings
