#include "ui/exporting/export_options.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace interleave::ui {
namespace {

// In the order of ExportFormat.
constexpr std::array<std::string_view, 6> kExtensions{".png", ".svg", ".pdf", ".gif", ".csv", ".json"};

bool endsWithAnyCase(std::string_view text, std::string_view lowerEnding) {
    if (text.size() < lowerEnding.size()) return false;
    return std::equal(lowerEnding.begin(), lowerEnding.end(),
                      text.end() - static_cast<std::ptrdiff_t>(lowerEnding.size()),
                      [](char lower, char any) { return lower == std::tolower(static_cast<unsigned char>(any)); });
}

Expected<void> checkMoments(const StripMoments& moments) {
    const auto count =
        moments.choice == StripMoments::Choice::chosen ? static_cast<int>(moments.at.size()) : moments.count;
    if (count >= 1 && count <= kMostMoments) return {};
    return refused(Sentence("Exporting", "a strip has 1 to {} moments, not {}").of(kMostMoments, count));
}

Expected<void> checkAnimation(const AnimationOptions& animation) {
    if (!(animation.framesPerSecond >= 1 && animation.framesPerSecond <= kMostFramesPerSecond))
        return refused(Sentence("Exporting", "an animation has 1 to {:g} frames a second, not {:g}")
                           .of(kMostFramesPerSecond, animation.framesPerSecond));
    if (!(animation.seconds >= 0.5 && animation.seconds <= kLongestAnimation))
        return refused(Sentence("Exporting", "an animation lasts 0.5 to {:g} seconds, not {:g}")
                           .of(kLongestAnimation, animation.seconds));
    if (animation.range && animation.range->second <= animation.range->first)
        return refused(
            Sentence("Exporting", "an animation's range ends after it begins: give the earlier moment first"));
    return {};
}

}  // namespace

QSize pixelsOf(const PictureOptions& options) {
    constexpr double kInch = 25.4;
    QSizeF size = QSizeF(options.size) * options.scale;
    if (options.paper) size = QSizeF(options.paper->width, options.paper->height) * (kPaperDots / kInch);
    return {static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height()))};
}

QRectF pageArea(const PictureOptions& options) {
    const QRectF all({0, 0}, QSizeF(options.size));
    if (!options.paper) return all;
    const double margin = options.paper->margin / 25.4 * 96;
    return all.adjusted(margin, margin, -margin, -margin);
}

Expected<ExportFormat> exportFormatOf(std::string_view path) {
    for (std::size_t i = 0; i < kExtensions.size(); ++i)
        if (endsWithAnyCase(path, kExtensions[i])) return static_cast<ExportFormat>(i);
    return refused(Sentence("Exporting",
                            "cannot tell what to write to '{}': give it a name that ends in .png, .svg, .pdf, .gif, "
                            ".csv or .json (Chrome trace)")
                       .of(path));
}

std::string_view extensionOf(ExportFormat format) { return kExtensions[static_cast<std::size_t>(format)]; }

Expected<void> checkPicture(const PictureOptions& options) {
    if (!(options.scale >= kSmallestScale && options.scale <= kLargestScale))
        return refused(Sentence("Exporting", "a picture's scale goes from {} to {}, not {:g}")
                           .of(kSmallestScale, kLargestScale, options.scale));
    const QSize size = options.size;
    if (size.width() < kSmallestPicture.width() || size.height() < kSmallestPicture.height())
        return refused(
            Sentence("Exporting", "a picture of {}x{} is too small to read; the smallest is {}x{}")
                .of(size.width(), size.height(), kSmallestPicture.width(), kSmallestPicture.height()));
    const double longest = std::max(size.width(), size.height()) * options.scale;
    if (longest > kMostPicturePixels)
        return refused(
            Sentence("Exporting",
                     "a picture of {}x{} at scale {:g} would be {:.0f} pixels long; at most {} (8K) are drawn")
                .of(size.width(), size.height(), options.scale, longest, kMostPicturePixels));
    if (options.subject == PictureSubject::strip)
        if (auto checked = checkMoments(options.moments); !checked) return checked;
    return checkAnimation(options.animation);
}

Expected<void> checkPicture(const PictureOptions& options, ExportFormat format) {
    if (isAnimation(format) && options.subject != PictureSubject::timeline)
        return refused(Sentence(
            "Exporting", "a GIF shows the timeline as time goes on: choose the timeline, or another kind of file"));
    if (isAnimation(format) && options.paper)
        return refused(Sentence(
            "Exporting", "a GIF is for a screen, not for paper: choose a slide or a square, or another kind of file"));
    return checkPicture(options);
}

}  // namespace interleave::ui
