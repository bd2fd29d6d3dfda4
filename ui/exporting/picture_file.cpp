#include "ui/exporting/picture_file.hpp"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <functional>
#include <new>

#include "ui/exporting/canvas.hpp"
#include "ui/exporting/caption.hpp"
#include "ui/exporting/comparison_picture.hpp"
#include "ui/exporting/png_file.hpp"
#include "ui/exporting/presenting_picture.hpp"
#include "ui/exporting/strip/strip_picture.hpp"
#include "ui/exporting/svg_device.hpp"
#include "ui/exporting/version.hpp"
#include "ui/exporting/window_picture.hpp"

namespace interleave::ui {
namespace {

constexpr double kPointsPerPixel = 0.75;  // 96 pixels and 72 points to the inch
constexpr int kPdfResolution = 1200;      // dots to the inch: finer than any printer of slides
constexpr double kDotsPerInch = 96;
constexpr double kInchesPerMeter = 1000 / 25.4;

using Paint = std::function<void(QPainter&)>;

QString titleOf(const Store& store) { return captionParts(store).value(0); }
QString descriptionOf(const Store& store) { return captionParts(store).join(QStringLiteral(" · ")); }
QString creator() {
    const auto version = programVersion();
    return QStringLiteral("Interleave ") + QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()));
}

Expected<Paint> paintSubject(const Store& store, const Scene& scene, const PictureOptions& options) {
    if (options.subject == PictureSubject::window) return windowPicture(store, scene, options);
    if (options.subject == PictureSubject::presenting) return presentingPicture(store, scene, options);
    if (options.subject == PictureSubject::comparison) return comparisonPicture(scene, options);
    if (options.subject == PictureSubject::strip) return stripPicture(store, scene, options);
    return Paint([&store, scene, options](QPainter& painter) { paintPicture(painter, store, scene, options); });
}

// Decides once what is painted, so that every format shows the same.
Expected<Paint> paintFor(const Store& store, const Scene& scene, const PictureOptions& options) {
    if (!options.paper) return paintSubject(store, scene, options);
    const QRectF page = pageArea(options);
    PictureOptions within = options;
    within.paper.reset();
    within.size = page.size().toSize();
    auto paint = paintSubject(store, scene, within);
    if (!paint) return paint;
    const QColor sheet = Theme::named(options.theme).panel;
    return Paint([paint = std::move(*paint), page, sheet](QPainter& painter) {
        painter.fillRect(QRectF({0, 0}, page.size() + QSizeF(2 * page.left(), 2 * page.top())), sheet);
        painter.save();
        painter.translate(page.topLeft());
        paint(painter);
        painter.restore();
    });
}

QImage painted(const Paint& paint, Canvas canvas, const PictureOptions& options) {
    canvas.fill(Theme::named(options.theme).panel);
    canvas.paint(paint);
    return canvas.picture();
}

QImage imageOf(const Paint& paint, const PictureOptions& options) {
    const double scale = options.paper ? kPaperDots / kDotsPerInch : options.scale;
    return painted(paint, Canvas(pixelsOf(options), options.size, scale), options);
}

Expected<QByteArray> pngOf(const Paint& paint, const Store& store, const PictureOptions& options,
                           const Progress& progress) {
    constexpr double kPainted = 0.3;  // of the time, more or less
    if (!goesOn(progress, 0)) return stopped();
    const int dotsPerMeter =
        static_cast<int>(std::lround((options.paper ? kPaperDots : kDotsPerInch) * kInchesPerMeter));
    const PngTexts texts{{"Title", titleOf(store)}, {"Description", descriptionOf(store)}, {"Software", creator()}};
    return pngFile(imageOf(paint, options), dotsPerMeter, texts, progress, kPainted);
}

QByteArray svgOf(const Paint& paint, const Store& store, const PictureOptions& options) {
    SvgDevice device(options.size, options.paper ? 1 : options.scale, titleOf(store), descriptionOf(store));
    if (options.paper) device.setMillimetres({options.paper->width, options.paper->height});
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return device.finished();
}

QPageSize pageOf(const PictureOptions& options) {
    if (options.paper)
        return QPageSize({options.paper->width, options.paper->height}, QPageSize::Millimeter, {},
                         QPageSize::ExactMatch);
    return QPageSize(QSizeF(options.size) * options.scale * kPointsPerPixel, QPageSize::Point, {},
                     QPageSize::ExactMatch);
}

QByteArray pdfOf(const Paint& paint, const Store& store, const PictureOptions& options) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(titleOf(store));
    writer.setCreator(creator());
    writer.setPageSize(pageOf(options));
    writer.setPageMargins({});
    writer.setResolution(kPdfResolution);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const double dots = kPdfResolution / kDotsPerInch * (options.paper ? 1 : options.scale);
    painter.scale(dots, dots);
    paint(painter);
    painter.end();
    return bytes;
}

}  // namespace

Expected<QByteArray> pictureFile(const Store& store, const Scene& scene, ExportFormat format,
                                 const PictureOptions& options, const Progress& progress) try {
    if (auto checked = checkPicture(options); !checked) return tl::unexpected(std::move(checked.error()));
    const auto paint = paintFor(store, scene, options);
    if (!paint) return tl::unexpected(paint.error());
    if (format == ExportFormat::png) return pngOf(*paint, store, options, progress);
    const QByteArray bytes =
        format == ExportFormat::svg ? svgOf(*paint, store, options) : pdfOf(*paint, store, options);
    if (bytes.isEmpty())
        return refused(Sentence("Exporting", "Qt could not make a {} picture").of(extensionOf(format)));
    return bytes;
} catch (const std::bad_alloc&) {
    return refused(
        Sentence("Exporting", "there is not enough memory for a picture of this size; choose a smaller one"));
}

Expected<QImage> pictureImage(const Store& store, const Scene& scene, const PictureOptions& options) try {
    if (auto checked = checkPicture(options); !checked) return tl::unexpected(std::move(checked.error()));
    const auto paint = paintFor(store, scene, options);
    if (!paint) return tl::unexpected(paint.error());
    return imageOf(*paint, options);
} catch (const std::bad_alloc&) {
    return refused(
        Sentence("Exporting", "there is not enough memory for a picture of this size; choose a smaller one"));
}

Expected<QImage> previewImage(const Store& store, const Scene& scene, const PictureOptions& options, QSize room) try {
    if (auto checked = checkPicture(options); !checked) return tl::unexpected(std::move(checked.error()));
    const QSizeF whole = options.paper ? QSizeF(options.paper->width, options.paper->height) : QSizeF(options.size);
    const QSize shown = whole.scaled(QSizeF(room), Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
    const double scale = static_cast<double>(shown.width()) / options.size.width();
    const auto paint = paintFor(store, scene, options);
    if (!paint) return tl::unexpected(paint.error());
    return painted(*paint, Canvas(shown, (QSizeF(shown) / scale).toSize(), scale), options);
} catch (const std::bad_alloc&) {
    return refused(
        Sentence("Exporting", "there is not enough memory for a picture of this size; choose a smaller one"));
}

}  // namespace interleave::ui
