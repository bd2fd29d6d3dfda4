#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace interleave::architecture {

namespace fs = std::filesystem;

fs::path sourceRoot() { return INTERLEAVE_SOURCE_DIR; }

std::string textOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t SourceFile::lines() const {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<Include> SourceFile::includes() const {
    static const std::regex pattern(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
    std::vector<Include> found;
    std::istringstream in(text);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) found.push_back({match[1], number});
    }
    return found;
}

std::string SourceFile::folder(std::string_view top) const {
    const auto inside = path.lexically_relative(fs::path(top));
    return inside.has_parent_path() ? inside.begin()->string() : std::string();
}

std::vector<SourceFile> filesBelow(std::string_view top, const std::vector<std::string>& endings) {
    std::vector<SourceFile> files;
    const auto wanted = [&](const std::string& name) {
        return std::any_of(endings.begin(), endings.end(),
                           [&](const std::string& ending) { return name.ends_with(ending); });
    };
    for (const auto& entry : fs::recursive_directory_iterator(sourceRoot() / top))
        if (entry.is_regular_file() && wanted(entry.path().filename().string()))
            files.push_back({entry.path().lexically_relative(sourceRoot()), textOf(entry.path())});
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> allSources() {
    std::vector<SourceFile> all;
    for (const char* top : {"core", "ui", "app", "tests"}) {
        auto files = filesBelow(top, {".hpp", ".cpp"});
        std::move(files.begin(), files.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace interleave::architecture
