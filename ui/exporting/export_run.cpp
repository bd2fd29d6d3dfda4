#include "ui/exporting/export_run.hpp"

#include <sys/stat.h>

#include "core/base/file_writer.hpp"
#include "core/trace/chrome_export.hpp"
#include "core/trace/csv_export.hpp"
#include "ui/exporting/animation/animation.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {

Expected<void> checkTarget(const std::string& path) {
    struct stat there{};
    // A pipe or a device is opened once, when there is something to write: its reader would see the end otherwise.
    if (::stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) return {};
    if (auto writer = FileWriter::create(path); !writer) return tl::unexpected(std::move(writer.error()));
    return {};
}

Expected<void> checkExportTarget(const std::string& path) {
    if (auto format = exportFormatOf(path); !format) return tl::unexpected(std::move(format.error()));
    return checkTarget(path);
}

Expected<void> exportRun(const Store& store, const std::string& path, const PictureOptions& options,
                         const Progress& progress) {
    return exportScene(store, Scene{}, path, options, progress);
}

namespace {

Expected<void> exportAnimation(const Store& store, const Scene& scene, const std::string& path,
                               const PictureOptions& options, const Progress& progress) {
    if (auto checked = checkAnimated(store, options); !checked) return checked;
    auto writer = FileWriter::create(path);
    if (!writer) return tl::unexpected(std::move(writer.error()));
    auto written = writeAnimation(
        store, scene, options, [&](std::string_view bytes) { return writer->write(bytes); }, progress);
    // What the disk says tells more than what the format's library makes of it.
    if (!written && !writer->failed()) return written;
    return writer->commit();
}

}  // namespace

Expected<void> exportScene(const Store& store, const Scene& scene, const std::string& path,
                           const PictureOptions& options, const Progress& progress) {
    const auto format = exportFormatOf(path);
    if (!format) return tl::unexpected(format.error());
    switch (*format) {
        case ExportFormat::csv:
            return replaceFileBy(path, [&](const TextSink& sink) { writeCsv(store, sink); });
        case ExportFormat::chromeJson:
            return replaceFileBy(path, [&](const TextSink& sink) { writeChromeTrace(store, sink); });
        case ExportFormat::gif: return exportAnimation(store, scene, path, options, progress);
        case ExportFormat::png:
        case ExportFormat::svg:
        case ExportFormat::pdf: break;
    }
    const auto bytes = pictureFile(store, scene, *format, options, progress);
    if (!bytes) return tl::unexpected(bytes.error());
    return replaceFile(path, {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

}  // namespace interleave::ui
