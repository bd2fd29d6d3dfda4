// A scenario's two listings as the tests see them: lines, each with the tag at its end that ties it to the other side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interleave::listings {

struct Line {
    int number = 0;    // from 1
    std::string text;  // without the tag and the blanks before it
    std::string tag;   // "" where there is none
};

// `comment` is what a comment begins with: "//" or "#".
std::vector<Line> linesOf(const std::string& source, const std::string& comment);
// The first line with that tag, or nullptr.
const Line* taggedLine(const std::vector<Line>& lines, std::string_view tag);

// Whole text of resources/scenarios/<id><ending>, and of the scenario's C++ source; "" where there is no such file.
std::string resourceOf(std::string_view id, std::string_view ending);
std::string resourcePath(std::string_view id, std::string_view ending);
std::string sourceOf(std::string_view id);

// What stands between the quotes of every `function("…"` in a source, in its order.
std::vector<std::string> namesGivenTo(const std::string& function, const std::string& source);

// Of all scenarios, in their order.
std::vector<std::string> scenarioIds();
// A scenario's id as a test's name: "locks_partial_deadlock".
std::string testName(std::string_view id);

}  // namespace interleave::listings
