// A damaged file is refused with one sentence; none crashes, hangs or takes memory without bound.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/trace/chrome_export.hpp"
#include "core/trace/csv_export.hpp"
#include "core/trace/metrics.hpp"
#include "core/trace/saved_format.hpp"
#include "core/trace/saved_trace.hpp"
#include "core/trace/trace_check.hpp"
#include "core/trace/wait_for.hpp"
#include "tests/fuzz/sealed_trace.hpp"
#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

namespace fs = std::filesystem;

class DamagedTrace : public ::testing::Test {
protected:
    void SetUp() override {
        // In memory where there is such a place: thousands of files are written.
        const fs::path place = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
        std::string pattern = (place / "interleave-damage-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        path = (folder / "trace.ilv").string();
        ASSERT_TRUE(SavedTrace::save(scenes::producerConsumer(), path));
        std::ifstream file(path, std::ios::binary);
        good.assign(std::istreambuf_iterator<char>(file), {});
    }
    void TearDown() override { fs::remove_all(folder); }

    Expected<Store> openBytes(const std::string& bytes) const {
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return SavedTrace::open(path);
    }
    std::string refusal(const std::string& bytes) const {
        const auto opened = openBytes(bytes);
        return opened ? "it was opened" : opened.error().what;
    }
    std::string cannotOpen(const std::string& why) const { return "cannot open '" + path + "': " + why; }

    SavedSectionEntry entryOf(SavedSection section) const {
        SavedHeader header;
        std::memcpy(&header, good.data(), sizeof header);
        SavedSectionEntry entry;
        std::memcpy(&entry, good.data() + header.tableAt + sizeof entry * static_cast<std::size_t>(section),
                    sizeof entry);
        return entry;
    }

    // Everything that a program does with an opened trace.
    static void use(const Store& store) {
        const TraceTime end = store.now();
        for (std::uint32_t i = 0; i < store.actors().size(); ++i) (void)actorMetricsAt(store, {i}, end);
        (void)runMetricsAt(store, end);
        (void)waitForGraphAt(store, end);
        const TraceCheck check = checkTrace(store);
        for (const Violation& v : check.violations) (void)describe(store, v);
        writeCsv(store, [](std::string_view) { return true; });
        writeChromeTrace(store, [](std::string_view) { return true; });
    }

    fs::path folder;
    std::string path;
    std::string good;
};

TEST_F(DamagedTrace, AMissingFileAFolderAndAPipeAreTold) {
    const std::string missing = (folder / "none.ilv").string();
    EXPECT_EQ(SavedTrace::open(missing).error().what,
              "cannot open '" + missing + "': there is no such file; check the name");
    EXPECT_EQ(SavedTrace::open(folder.string()).error().what,
              "cannot open '" + folder.string() + "': it is a folder; name a .ilv file in it");
    const std::string pipe = (folder / "pipe").string();
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(SavedTrace::open(pipe).error().what, "cannot open '" + pipe + "': it is not a trace saved by Interleave");
    EXPECT_FALSE(SavedTrace::open("/dev/zero"));
}

TEST_F(DamagedTrace, AForeignFileIsTold) {
    EXPECT_EQ(refusal(""), cannotOpen("it is not a trace saved by Interleave"));
    EXPECT_EQ(refusal("hello"), cannotOpen("it is not a trace saved by Interleave"));
    EXPECT_EQ(refusal(std::string(100'000, 'x')), cannotOpen("it is not a trace saved by Interleave"));
}

TEST_F(DamagedTrace, AnotherVersionIsToldWithBothNumbers) {
    std::string bytes = good;
    bytes[offsetof(SavedHeader, version)] = 7;
    EXPECT_EQ(refusal(bytes),
              cannotOpen("it is in format 7, and this Interleave reads format 2; use the Interleave that saved it"));
}

TEST_F(DamagedTrace, AnotherByteOrderIsTold) {
    std::string bytes = good;
    std::reverse(bytes.begin() + offsetof(SavedHeader, byteOrder),
                 bytes.begin() + offsetof(SavedHeader, byteOrder) + 4);
    EXPECT_EQ(refusal(bytes),
              cannotOpen("it was saved on a machine of another byte order; open it on one of that kind"));
}

TEST_F(DamagedTrace, ATruncatedFileIsToldWithItsSizes) {
    const std::string half = good.substr(0, good.size() / 2);
    EXPECT_EQ(refusal(half), cannotOpen("the file is incomplete (" + std::to_string(half.size()) + " of " +
                                        std::to_string(good.size()) + " bytes); copy it again"));
}

TEST_F(DamagedTrace, AFlippedBitIsToldWithItsPlace) {
    std::string bytes = good;
    const auto at = good.find("queues/producer-consumer");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    EXPECT_EQ(refusal(bytes),
              cannotOpen("the file is damaged (the checksum of its description is wrong); copy it again"));
}

TEST_F(DamagedTrace, TruncatedAnywhereItIsRefused) {
    for (std::size_t size = 0; size < good.size(); size += size < 256 ? 1 : 97)
        ASSERT_FALSE(openBytes(good.substr(0, size))) << size;
    EXPECT_FALSE(openBytes(good + "x"));
}

TEST_F(DamagedTrace, FlippedAnywhereItIsRefusedOrHarmless) {
    std::mt19937_64 random(1);
    std::size_t refusals = 0;
    constexpr int kTries = 2000;
    for (int i = 0; i < kTries; ++i) {
        std::string bytes = good;
        const std::size_t at = random() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        if (const auto opened = openBytes(bytes)) use(*opened);  // the bytes that pad sections to 64
        else ++refusals;
    }
    EXPECT_GT(refusals, kTries * 8 / 10);
}

// Checksums made right again, so that only what is read is judged.
TEST_F(DamagedTrace, NonsenseUnderARightChecksumIsRefusedOrHarmless) {
    std::mt19937_64 random(2);
    std::size_t refusals = 0;
    constexpr int kTries = 3000;
    for (int i = 0; i < kTries; ++i) {
        std::string bytes = good;
        for (std::size_t n = 1 + random() % 4; n > 0; --n) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 3) {
                case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8)); break;
                case 1: bytes[at] = static_cast<char>(random()); break;
                default: std::memset(bytes.data() + at, 0xFF, std::min<std::size_t>(8, bytes.size() - at)); break;
            }
        }
        fuzz::seal(bytes);
        if (const auto opened = openBytes(bytes)) use(*opened);
        else ++refusals;
    }
    EXPECT_GT(refusals, kTries / 2);
}

// Digits of the description changed: other counts, ids and kinds.
TEST_F(DamagedTrace, OtherNumbersInTheDescriptionAreRefusedOrHarmless) {
    std::mt19937_64 random(3);
    const SavedSectionEntry meta = entryOf(SavedSection::meta);
    std::vector<std::size_t> digits;
    for (std::size_t i = meta.offset; i < meta.offset + meta.bytes; ++i)
        if (good[i] >= '1' && good[i] <= '9') digits.push_back(i);
    ASSERT_GT(digits.size(), 50U);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes = good;
        for (std::size_t n = 1 + random() % 3; n > 0; --n)
            bytes[digits[random() % digits.size()]] = static_cast<char>('1' + random() % 9);
        fuzz::seal(bytes);
        if (const auto opened = openBytes(bytes)) use(*opened);
    }
}

TEST_F(DamagedTrace, AFileOfManyLanesOverTheSameBytesIsRefusedAtOnce) {
    std::string bytes = good;
    const SavedSectionEntry lanes = entryOf(SavedSection::lanes);
    for (std::uint64_t at = lanes.offset + sizeof(SavedLane); at < lanes.offset + lanes.bytes; at += sizeof(SavedLane))
        std::memcpy(bytes.data() + at, bytes.data() + lanes.offset, sizeof(SavedLane));
    fuzz::seal(bytes);
    EXPECT_EQ(refusal(bytes), cannotOpen("the file is damaged (one of its lanes makes no sense); copy it again"));
}

}  // namespace
}  // namespace interleave
