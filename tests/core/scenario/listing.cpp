#include "tests/core/scenario/listing.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "core/scenario/scenario.hpp"

namespace interleave::listings {
namespace {

std::string textOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

std::vector<Line> linesOf(const std::string& source, const std::string& comment) {
    const std::regex tail("\\s*" + comment + "@ ([a-z0-9-]+)$");
    std::vector<Line> lines;
    std::istringstream text(source);
    for (std::string line; std::getline(text, line);) {
        std::smatch found;
        const int number = static_cast<int>(lines.size()) + 1;
        if (std::regex_search(line, found, tail)) lines.push_back({number, found.prefix(), found[1]});
        else lines.push_back({number, line, ""});
    }
    return lines;
}

const Line* taggedLine(const std::vector<Line>& lines, std::string_view tag) {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.tag == tag; });
    return found == lines.end() ? nullptr : &*found;
}

std::string resourcePath(std::string_view id, std::string_view ending) {
    return INTERLEAVE_SOURCE_DIR "/resources/scenarios/" + std::string(id) + std::string(ending);
}

std::string resourceOf(std::string_view id, std::string_view ending) { return textOf(resourcePath(id, ending)); }

std::string sourceOf(std::string_view id) {
    std::string file(id);
    std::replace(file.begin(), file.end(), '-', '_');
    return textOf(INTERLEAVE_SOURCE_DIR "/core/scenario/catalogue/" + file + ".cpp");
}

std::vector<std::string> namesGivenTo(const std::string& function, const std::string& source) {
    const std::regex call("\\b" + function + "\\(\"([^\"]+)\"");
    std::vector<std::string> names;
    for (std::sregex_iterator it(source.begin(), source.end(), call), end; it != end; ++it) names.push_back((*it)[1]);
    return names;
}

std::vector<std::string> scenarioIds() {
    std::vector<std::string> all;
    for (const Scenario& scenario : scenarios()) all.push_back(scenario.id);
    return all;
}

std::string testName(std::string_view id) {
    std::string name(id);
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
    return name;
}

}  // namespace interleave::listings
