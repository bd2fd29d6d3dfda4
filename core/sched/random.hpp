// Numbers by chance, the same on every machine for the same seed: splitmix64 (Steele, Lea, Flood 2014).
//
// Thread safety: none.
#pragma once

#include <cstdint>

namespace interleave {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E37'79B9'7F4A'7C15);
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
        return z ^ (z >> 31);
    }

    // From 0 up to, not including, `end`; every number is as likely (Lemire 2019). `end` is at least 1.
    std::uint64_t below(std::uint64_t end) {
        for (;;) {
            const Wide wide = static_cast<Wide>(next()) * end;
            const auto low = static_cast<std::uint64_t>(wide);
            if (low >= end || low >= (0 - end) % end) return static_cast<std::uint64_t>(wide >> 64);
        }
    }

private:
    __extension__ using Wide = unsigned __int128;

    std::uint64_t m_state;
};

}  // namespace interleave
