// Traces from files and into them.
#include "core/trace/saved_trace.hpp"
#include "ui/live/model.hpp"

namespace interleave::ui {

void Model::openFile(const QString& path) {
    auto opened = SavedTrace::open(path.toStdString());
    if (!opened) {
        emit failed(QString::fromStdString(opened.error().what));
        return;
    }
    showTrace(std::make_unique<Store>(std::move(*opened)));
}

void Model::saveFile(const QString& path) {
    if (auto saved = SavedTrace::save(*m_store, path.toStdString()); !saved) {
        emit failed(QString::fromStdString(saved.error().what));
    }
}

}  // namespace interleave::ui
