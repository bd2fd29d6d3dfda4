// A place on the disk for one test, and a comparison of two folders that knows nothing of how they were copied.
#pragma once

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace interleave {

struct TemporaryPlace {
    TemporaryPlace() {
        std::string name = (std::filesystem::temp_directory_path() / "interleave-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = name;
    }
    ~TemporaryPlace() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryPlace(const TemporaryPlace&) = delete;
    TemporaryPlace& operator=(const TemporaryPlace&) = delete;

    std::filesystem::path path;
};

inline std::string fileBytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Kind, permissions, time and content of one thing, as text.
inline std::string described(const std::filesystem::path& path) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0) return "cannot be looked at";
    std::string text = std::to_string(status.st_mode) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                       std::to_string(status.st_mtim.tv_nsec) + " ";
    if (S_ISLNK(status.st_mode)) return text + std::filesystem::read_symlink(path).string();
    return S_ISREG(status.st_mode) ? text + fileBytes(path) : text;
}

inline std::map<std::string, std::string> contentsOf(const std::filesystem::path& folder) {
    std::map<std::string, std::string> all{{".", described(folder)}};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        all[entry.path().lexically_relative(folder)] = described(entry.path());
    return all;
}

// The first thing in which they differ; empty: in none.
inline std::string differenceBetween(const std::filesystem::path& one, const std::filesystem::path& other) {
    const auto here = contentsOf(one), there = contentsOf(other);
    for (const auto& [path, what] : here) {
        const auto same = there.find(path);
        if (same == there.end()) return path + " is not there";
        if (same->second != what) return path + ": " + what.substr(0, 60) + " against " + same->second.substr(0, 60);
    }
    for (const auto& [path, what] : there)
        if (!here.contains(path)) return path + " is new";
    return {};
}

}  // namespace interleave
