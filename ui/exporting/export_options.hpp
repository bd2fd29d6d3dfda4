// What an export is to look like, and which kind of file a name asks for. Values only.
#pragma once

#include <string>
#include <string_view>

#include <QSize>

#include "core/base/error.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum class ExportFormat { png, svg, pdf, csv, chromeJson };
enum class PictureSubject { timeline, window, comparison };

struct PictureOptions {
    PictureSubject subject = PictureSubject::timeline;
    QSize size{1920, 1080};  // in layout pixels: how much fits on it
    double scale = 1.0;      // picture pixels (PNG), or drawn size (SVG, PDF), for each layout pixel
    ThemeName theme = ThemeName::light;
    bool caption = true;     // a line that says what was run, and how
};

// Smaller than this nothing can be read; beyond 8K no viewer is glad of it and a PNG takes over 200 MB to paint.
inline constexpr QSize kSmallestPicture{320, 200};
inline constexpr int kMostPicturePixels = 7680;  // in either direction
inline constexpr double kSmallestScale = 0.25;
inline constexpr double kLargestScale = 8.0;

// By the name's ending, in whatever case; refuses others, naming those that there are.
Expected<ExportFormat> exportFormatOf(std::string_view path);
constexpr bool isPicture(ExportFormat format) { return format <= ExportFormat::pdf; }
std::string_view extensionOf(ExportFormat format);  // ".png"

// Refuses a size or scale that no picture can be made of.
Expected<void> checkPicture(const PictureOptions& options);

}  // namespace interleave::ui
