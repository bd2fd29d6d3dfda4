#include "tests/architecture/layers.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace interleave::architecture {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 9> kLayers{{
    {"base", 0}, {"trace", 1}, {"sched", 2}, {"sync", 2}, {"coro", 2}, {"kernel", 2},
    {"runtime", 3}, {"scenario", 4}, {"session", 5},
}};

std::string topOf(const std::string& path) { return path.substr(0, path.find('/')); }

// "trace" of "core/trace/event.hpp".
std::string secondOf(const std::string& path) {
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? std::string() : path.substr(first + 1, second - first - 1);
}

// <QWidget>, <QtTest/QTest>, <qcustomplot.h>, <Qsci/qsciscintilla.h>: all begin so, and nothing of the standard does.
bool isQt(const std::string& path) {
    if (path.empty() || path.find("core/") == 0) return false;
    return (path[0] == 'Q' && path.size() > 1 && std::isalpha(static_cast<unsigned char>(path[1])) != 0) ||
           path.starts_with("qcustomplot");
}

std::optional<std::string> objectionInCore(const SourceFile& file, const Include& include) {
    if (isQt(include.path)) return "core knows no Qt";
    const auto top = topOf(include.path);
    if (top == "ui" || top == "app" || top == "tests") return "core includes only core";
    if (top != "core") return std::nullopt;

    const auto from = file.folder("core");
    const auto to = secondOf(include.path);
    const auto fromLayer = layerOf(from), toLayer = layerOf(to);
    if (!fromLayer) return "core/" + from + " is no layer";
    if (!toLayer) return "core/" + to + " is no layer";
    if (*toLayer > *fromLayer) return "core/" + to + " stands to the right of core/" + from;
    if (*toLayer == *fromLayer && to != from) return "core/" + to + " and core/" + from + " stand side by side";
    return std::nullopt;
}

std::optional<std::string> objectionInUi(const SourceFile& file, const Include& include) {
    const auto top = topOf(include.path);
    if (top == "app" || top == "tests") return "ui does not include " + top;
    if (top != "ui") return std::nullopt;

    const auto from = file.folder("ui");
    const auto to = secondOf(include.path);
    if (from == to || from == "shell") return std::nullopt;
    if (from == "theme") return "the theme knows no other part of the window";
    if (to == "theme") return std::nullopt;
    if (from == "live") return "what is live knows no panel";
    if (to == "live") return std::nullopt;
    // The sentences of a strip's moments are the narrator's.
    if (from == "exporting" && to == "narration") return std::nullopt;
    // It draws what they show: the timeline alone, or the whole window.
    if (from == "exporting" && (to == "timeline" || to == "scheduling" || to == "shell")) return std::nullopt;
    if (from == "exporting" && to == "presenting") return std::nullopt;
    // Before a class the timeline and the narration stand on one wall; any other panel it is given.
    if (from == "presenting" && (to == "timeline" || to == "narration")) return std::nullopt;
    return "no panel knows another: ui/" + from + " includes ui/" + to;
}

}  // namespace

std::optional<int> layerOf(std::string_view folder) {
    const auto found =
        std::find_if(kLayers.begin(), kLayers.end(), [&](const auto& layer) { return layer.first == folder; });
    if (found == kLayers.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> objection(const SourceFile& file, const Include& include) {
    const auto top = topOf(file.name());
    if (top == "core") return objectionInCore(file, include);
    if (top == "ui") return objectionInUi(file, include);
    if (top == "app" && topOf(include.path) == "tests") return "the program does not include its tests";
    return std::nullopt;
}

}  // namespace interleave::architecture
