#include "app/nearest.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <vector>

namespace interleave::app {
namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

// Letters to put in, take out, replace, or swap with their neighbour (restricted Damerau–Levenshtein distance).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string_view lastPart(std::string_view id) { return id.substr(id.rfind('/') + 1); }

}  // namespace

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates) {
    constexpr std::size_t kLongestTyped = 100;
    if (typed.empty() || typed.size() > kLongestTyped) return std::nullopt;
    const std::string wanted = lowered(typed);
    const std::string* best = nullptr;
    std::size_t fewest = 0;
    for (const std::string& candidate : candidates) {
        const std::size_t toWhole = distance(wanted, candidate);
        const std::size_t toPart = distance(lastPart(wanted), lastPart(candidate));
        // A chapter mistaken is one mistake more, however long its name is.
        const std::size_t changes = std::min(toWhole, toPart + 1);
        if (best == nullptr || changes < fewest) {
            best = &candidate;
            fewest = changes;
        }
    }
    const std::size_t allowed = std::max<std::size_t>(2, lastPart(wanted).size() / 3) + 1;
    if (best == nullptr || fewest > allowed) return std::nullopt;
    return *best;
}

}  // namespace interleave::app
