#include "core/scenario/sample_tree.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>
#include <vector>

namespace interleave {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFolders{"letters", "letters/2019 – old ones", "照片", "照片/夏天", "-dash", "empty/below"};
constexpr std::array kNames{"notes {}.txt", "report {} (final).txt", "图片{}.bin", "-r{}", "naïve café {}.txt",
                            "two\nlines {}"};

std::string nameOf(std::size_t number) {
    std::string name = kNames[number % kNames.size()];
    return name.replace(name.find("{}"), 2, std::to_string(number));
}

void write(const fs::path& path, std::size_t bytes, std::mt19937_64& random) {
    std::vector<std::uint64_t> words((bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
    for (std::uint64_t& word : words) word = random();
    std::ofstream file(path, std::ios::binary);
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.write(reinterpret_cast<const char*>(words.data()), static_cast<std::streamsize>(bytes));
}

}  // namespace

Expected<void> makeSampleTree(const std::string& folder, std::int64_t files, std::int64_t kib, std::uint64_t seed) {
    constexpr auto kYear = std::chrono::hours{24 * 365};
    std::mt19937_64 random{seed};
    std::vector<fs::path> places{folder};
    try {
        fs::create_directory(folder);
        for (const char* each : kFolders) {
            fs::create_directories(fs::path(folder) / each);
            if (std::string_view(each) != "empty/below") places.push_back(fs::path(folder) / each);
        }
        for (std::size_t i = 0; i < static_cast<std::size_t>(files); ++i) {
            const fs::path path = places[i % places.size()] / nameOf(i);
            // None at all, a few, and many.
            const std::size_t most = static_cast<std::size_t>(kib) * 1024 / (1 + i % 3);
            write(path, i % 7 == 0 ? 0 : random() % (most + 1), random);
            if (i % 5 == 0) fs::permissions(path, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
            fs::last_write_time(path, fs::file_time_type::clock::now() - kYear * (1 + i % 9));
        }
        fs::create_symlink("letters", fs::path(folder) / "link to letters");
        fs::create_symlink("nowhere", fs::path(folder) / "link to nowhere");
        const fs::path secret = fs::path(folder) / "not for everybody";
        write(secret, 1024, random);
        fs::permissions(secret, fs::perms::none);
    } catch (const std::exception& error) {
        return refused(Sentence("Requests", "cannot make a folder to copy: {}").of(error.what()));
    }
    return {};
}

}  // namespace interleave
