// What an export is to look like, and which kind of file a name asks for. Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QRectF>
#include <QSize>

#include "core/base/error.hpp"
#include "core/base/time.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

enum class ExportFormat { png, svg, pdf, gif, csv, chromeJson };
enum class PictureSubject {
    timeline,
    window,
    comparison,
    strip,
    presenting,
};

// A sheet of paper: the picture stands on it within the margins. Nothing on it is scaled: a line of type is as high on
// A4 as it is on the screen, in millimetres.
struct Paper {
    double width, height, margin;  // mm
    friend bool operator==(const Paper&, const Paper&) = default;
};

// The moments of a strip, first to last.
struct StripMoments {
    enum class Choice { spread, turningPoints, chosen, steps };
    Choice choice = Choice::spread;
    int count = 3;               // of `spread`
    std::vector<Duration> at{};  // of `chosen`: since the run began
    int columns = 0;             // 0: as many as show most
    friend bool operator==(const StripMoments&, const StripMoments&) = default;
};

// A GIF of the timeline.
struct AnimationOptions {
    bool grows = true;           // what has not happened yet is hidden; else only the cursor moves
    double framesPerSecond = 12;
    double seconds = 8;          // without the rest at its end
    bool loops = true;
    std::optional<std::pair<Duration, Duration>> range{};  // since the run began; none: the scene's, or the whole run
    friend bool operator==(const AnimationOptions&, const AnimationOptions&) = default;
};

struct PictureOptions {
    PictureSubject subject = PictureSubject::timeline;
    QSize size{1920, 1080};  // in layout pixels: how much fits on it
    double scale = 1.0;      // picture pixels (PNG), or drawn size (SVG, PDF), for each layout pixel
    ThemeName theme = ThemeName::light;
    bool caption = true;     // a line that says what was run, and how
    std::optional<Paper> paper{};  // then `size` is the sheet's at 96 dots to the inch, and a PNG has kPaperDots
    StripMoments moments{};
    AnimationOptions animation{};
    std::optional<int> step =
        {};  // of a lesson, where it is shown as before a class: 0 is the question; none: the last one
};

// Smaller than this nothing can be read; beyond 8K no viewer is glad of it and a PNG takes over 200 MB to paint.
inline constexpr QSize kSmallestPicture{320, 200};
inline constexpr int kMostPicturePixels = 7680;  // in either direction
inline constexpr double kSmallestScale = 0.25;
inline constexpr double kLargestScale = 8.0;
inline constexpr double kPaperDots = 300;  // to the inch
inline constexpr int kMostMoments = 12;    // more on one page are too small to read
// Viewers take less than a fiftieth of a second for a tenth.
inline constexpr double kMostFramesPerSecond = 50;
inline constexpr double kLongestAnimation = 120;  // seconds

// By the name's ending, in whatever case; refuses others, naming those that there are.
Expected<ExportFormat> exportFormatOf(std::string_view path);
constexpr bool isPicture(ExportFormat format) { return format <= ExportFormat::gif; }
constexpr bool isAnimation(ExportFormat format) { return format == ExportFormat::gif; }
std::string_view extensionOf(ExportFormat format);  // ".png"

// The picture's size in dots: of a PNG, and of what is drawn for it.
QSize pixelsOf(const PictureOptions& options);
// Where on the layout the picture stands: all of it, or what a sheet's margins leave.
QRectF pageArea(const PictureOptions& options);

// Refuses a size, scale, moments or an animation that no picture can be made of.
Expected<void> checkPicture(const PictureOptions& options);
// And what a file of that kind cannot show.
Expected<void> checkPicture(const PictureOptions& options, ExportFormat format);

}  // namespace interleave::ui
