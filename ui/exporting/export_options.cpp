#include "ui/exporting/export_options.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

namespace interleave::ui {
namespace {

// In the order of ExportFormat.
constexpr std::array<std::string_view, 5> kExtensions{".png", ".svg", ".pdf", ".csv", ".json"};

bool endsWithAnyCase(std::string_view text, std::string_view lowerEnding) {
    if (text.size() < lowerEnding.size()) return false;
    return std::equal(lowerEnding.begin(), lowerEnding.end(), text.end() - static_cast<std::ptrdiff_t>(lowerEnding.size()),
                      [](char lower, char any) { return lower == std::tolower(static_cast<unsigned char>(any)); });
}

}  // namespace

Expected<ExportFormat> exportFormatOf(std::string_view path) {
    for (std::size_t i = 0; i < kExtensions.size(); ++i)
        if (endsWithAnyCase(path, kExtensions[i])) return static_cast<ExportFormat>(i);
    return refused(fmt::format("cannot tell what to write to '{}': give it a name that ends in .png, .svg, .pdf, .csv or "
                               ".json (Chrome trace)",
                               path));
}

std::string_view extensionOf(ExportFormat format) { return kExtensions[static_cast<std::size_t>(format)]; }

Expected<void> checkPicture(const PictureOptions& options) {
    if (!(options.scale >= kSmallestScale && options.scale <= kLargestScale))
        return refused(fmt::format("a picture's scale goes from {} to {}, not {:g}", kSmallestScale, kLargestScale,
                                   options.scale));
    const QSize size = options.size;
    if (size.width() < kSmallestPicture.width() || size.height() < kSmallestPicture.height())
        return refused(fmt::format("a picture of {}x{} is too small to read; the smallest is {}x{}", size.width(),
                                   size.height(), kSmallestPicture.width(), kSmallestPicture.height()));
    const double longest = std::max(size.width(), size.height()) * options.scale;
    if (longest > kMostPicturePixels)
        return refused(fmt::format("a picture of {}x{} at scale {:g} would be {:.0f} pixels long; at most {} (8K) are drawn",
                                   size.width(), size.height(), options.scale, longest, kMostPicturePixels));
    return {};
}

}  // namespace interleave::ui
