// The machine, as far as a run's facts speak of it.
#pragma once

#include <cstdint>
#include <string>

namespace interleave {

// Cores that this process may run on, at least 1.
std::uint32_t usableCores();
// "2 × AMD EPYC, Linux 6.1"
std::string machineName();
// The wall clock, ISO 8601 with the zone's offset: "2025-03-01T10:15:00+01:00".
std::string wallClockNow();

}  // namespace interleave
