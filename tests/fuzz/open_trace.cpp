// For libFuzzer: whatever bytes a file holds, opening it ends in a store that can be used, or in a sentence.
//
//   sources="tests/fuzz/open_trace.cpp core/base/*.cpp core/trace/*.cpp"
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -I. $sources -lfmt -lxxhash -o /tmp/open_trace
//   /tmp/open_trace corpus/
//
// The bytes are tried as they are when their first is even, else with their checksums made right.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "core/trace/chrome_export.hpp"
#include "core/trace/csv_export.hpp"
#include "core/trace/metrics.hpp"
#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/fuzz/sealed_trace.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interleave;
    if (size == 0) return 0;
    std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] % 2 != 0) fuzz::seal(bytes);

    static const int fd = ::memfd_create("trace", 0);
    static const std::string path = "/proc/self/fd/" + std::to_string(fd);
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return 0;
    const auto store = SavedTrace::open(path);
    if (!store) return 0;

    const TraceTime end = store->now();
    for (std::uint32_t i = 0; i < store->actors().size(); ++i) (void)actorMetricsAt(*store, {i}, end);
    (void)runMetricsAt(*store, end);
    (void)waitForGraphAt(*store, end);
    for (const Violation& violation : checkTrace(*store).violations) (void)describe(*store, violation);
    writeCsv(*store, [](std::string_view) { return true; });
    writeChromeTrace(*store, [](std::string_view) { return true; });
    return 0;
}
