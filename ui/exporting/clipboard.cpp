#include "ui/exporting/clipboard.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {

Scene sceneOf(const ViewState& view) { return {view.visible(), view.cursor(), {}}; }

Expected<void> copyToClipboard(const Store& store, const Scene& scene, const PictureOptions& options) {
    auto image = pictureImage(store, scene, options);
    if (!image) return tl::unexpected(std::move(image.error()));
    auto data = std::make_unique<QMimeData>();
    if (options.subject != PictureSubject::window) {
        auto svg = pictureFile(store, scene, ExportFormat::svg, options);
        if (!svg) return tl::unexpected(std::move(svg.error()));
        data->setData("image/svg+xml", *svg);
    }
    data->setImageData(*image);
    QGuiApplication::clipboard()->setMimeData(data.release());
    return {};
}

Expected<void> copyTimelineToClipboard(const Store& store, const ViewState& view, const Theme& theme) {
    PictureOptions options;
    options.theme = theme.name;
    return copyToClipboard(store, sceneOf(view), options);
}

}  // namespace interleave::ui
