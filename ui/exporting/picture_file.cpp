#include "ui/exporting/picture_file.hpp"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <new>

#include <fmt/format.h>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/comparison_picture.hpp"
#include "ui/exporting/svg_device.hpp"
#include "ui/exporting/version.hpp"
#include "ui/exporting/window_picture.hpp"

namespace interleave::ui {
namespace {

constexpr double kPointsPerPixel = 0.75;  // 96 pixels and 72 points to the inch
constexpr int kPdfResolution = 1200;      // dots to the inch: finer than any printer of slides
constexpr int kDotsPerMeter = 3780;       // 96 to the inch
// zlib's levels are 1 to 9. Flat pictures are small at any level; this one is done before anybody notices.
constexpr int kPngCompression = 30;       // of QImageWriter's 0 to 100

using Paint = std::function<void(QPainter&)>;

QString titleOf(const Store& store) { return captionParts(store).value(0); }
QString descriptionOf(const Store& store) { return captionParts(store).join(QStringLiteral(" · ")); }
QString creator() {
    const auto version = programVersion();
    return QStringLiteral("Interleave ") + QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()));
}

// Decides once what is painted, so that every format shows the same.
Expected<Paint> paintFor(const Store& store, const Scene& scene, const PictureOptions& options) {
    if (options.subject == PictureSubject::window) return windowPicture(store, scene, options);
    if (options.subject == PictureSubject::comparison) return comparisonPicture(scene, options);
    return Paint([&store, scene, options](QPainter& painter) { paintPicture(painter, store, scene, options); });
}

QSize pixelsOf(const PictureOptions& options, double scale) {
    const QSizeF size = QSizeF(options.size) * scale;
    return {static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height()))};
}

// Qt takes a device pixel ratio below 1 for 1, so a small picture is a large one made smaller.
QImage imageOf(const Paint& paint, const PictureOptions& options) {
    const double scale = std::max(1.0, options.scale);
    QImage image(pixelsOf(options, scale), QImage::Format_RGB32);
    if (image.isNull()) throw std::bad_alloc();
    image.fill(Theme::named(options.theme).panel);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    if (options.scale >= 1) return image;
    image.setDevicePixelRatio(1);
    return image.scaled(pixelsOf(options, options.scale), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QByteArray pngOf(const Paint& paint, const Store& store, const PictureOptions& options) {
    QImage image = imageOf(paint, options);
    image.setDotsPerMeterX(kDotsPerMeter);
    image.setDotsPerMeterY(kDotsPerMeter);
    image.setText("Title", titleOf(store));
    image.setText("Description", descriptionOf(store));
    image.setText("Software", creator());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "PNG");
    writer.setCompression(kPngCompression);
    writer.write(image);
    return bytes;
}

QByteArray svgOf(const Paint& paint, const Store& store, const PictureOptions& options) {
    SvgDevice device(options.size, options.scale, titleOf(store), descriptionOf(store));
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return device.finished();
}

QByteArray pdfOf(const Paint& paint, const Store& store, const PictureOptions& options) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(titleOf(store));
    writer.setCreator(creator());
    writer.setPageSize(QPageSize(QSizeF(options.size) * options.scale * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(kPdfResolution);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const double dots = kPdfResolution / 96.0 * options.scale;
    painter.scale(dots, dots);
    paint(painter);
    painter.end();
    return bytes;
}

}  // namespace

Expected<QByteArray> pictureFile(const Store& store, const Scene& scene, ExportFormat format, const PictureOptions& options) try {
    if (auto checked = checkPicture(options); !checked) return tl::unexpected(std::move(checked.error()));
    const auto paint = paintFor(store, scene, options);
    if (!paint) return tl::unexpected(paint.error());
    const QByteArray bytes = format == ExportFormat::png   ? pngOf(*paint, store, options)
                             : format == ExportFormat::svg ? svgOf(*paint, store, options)
                                                           : pdfOf(*paint, store, options);
    if (bytes.isEmpty()) return refused(fmt::format("Qt could not make a {} picture", extensionOf(format)));
    return bytes;
} catch (const std::bad_alloc&) {
    return refused("there is not enough memory for a picture of this size; choose a smaller one");
}

Expected<QImage> pictureImage(const Store& store, const Scene& scene, const PictureOptions& options) try {
    if (auto checked = checkPicture(options); !checked) return tl::unexpected(std::move(checked.error()));
    const auto paint = paintFor(store, scene, options);
    if (!paint) return tl::unexpected(paint.error());
    return imageOf(*paint, options);
} catch (const std::bad_alloc&) {
    return refused("there is not enough memory for a picture of this size; choose a smaller one");
}

}  // namespace interleave::ui
