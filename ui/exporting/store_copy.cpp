#include "ui/exporting/store_copy.hpp"

#include <QTemporaryDir>

#include "core/trace/saved_trace.hpp"

namespace interleave::ui {

Expected<std::unique_ptr<Store>> storeCopy(const Store& store) {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("picture.ilv").toStdString();
    if (!folder.isValid()) return refused(Sentence("Exporting", "cannot make a temporary folder for the picture"));
    if (auto saved = SavedTrace::save(store, path); !saved) return tl::unexpected(std::move(saved.error()));
    auto opened = SavedTrace::open(path);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    return std::make_unique<Store>(std::move(*opened));
}

}  // namespace interleave::ui
