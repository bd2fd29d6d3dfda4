// The files of this repository, and what each includes: read from the source folder when the tests run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::architecture {

struct Include {
    std::string path;  // as written between the quotes or brackets
    int line = 0;
};

struct SourceFile {
    std::filesystem::path path;  // from the root: "core/trace/event.hpp"
    std::string text;

    std::string name() const { return path.generic_string(); }
    std::size_t lines() const;
    std::vector<Include> includes() const;
    // Names below `top`: folder("core") of core/trace/event.hpp is "trace"; "" for a file that stands in `top` itself.
    std::string folder(std::string_view top) const;
};

std::filesystem::path sourceRoot();
std::string textOf(const std::filesystem::path& file);

// All files below `top` whose names end in one of `endings`, by name.
std::vector<SourceFile> filesBelow(std::string_view top, const std::vector<std::string>& endings);
// .hpp and .cpp below core, ui, app and tests.
std::vector<SourceFile> allSources();

}  // namespace interleave::architecture
