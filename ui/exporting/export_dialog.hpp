// The export studio: where a person chooses how a picture of the run is to look, sees it, and writes or copies it.
#pragma once

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

#include "ui/exporting/export_options.hpp"
#include "ui/exporting/picture.hpp"
#include "ui/exporting/progress.hpp"
#include "ui/exporting/studio/picture_language.hpp"
#include "ui/live/view_state.hpp"

class QLabel;
class QTimer;

namespace interleave::ui {

class AnimationPainter;
class ExportForm;
class PreviewPane;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // `store` stays as it is while the dialog is open. `theme` is the window's.
    ExportDialog(const Store& store, const ViewState& view, const Theme& theme, QWidget* parent = nullptr);
    ~ExportDialog() override;

    // Runs of which a picture can be made side by side; `now`: that is what the person looks at.
    void offerComparison(const std::vector<std::shared_ptr<const Store>>& runs, bool now);
    // Moments of the run that a person marked for a strip.
    void offerMarked(const std::vector<TraceTime>& moments);
    ExportForm& form() { return *m_form; }
    // Writes the picture as chosen. Where it is refused, says why in the dialog and stays.
    bool writeTo(const QString& path);
    bool copy();

    QString writtenPath() const { return m_written; }  // empty: nothing was written
    QString errorShown() const;

private:
    void buildPreview();
    void buildSide();
    QLayout* buildButtons();
    void choosePlace();
    void showPreview();
    void showStill(PictureOptions options);
    void beginAnimation(const PictureOptions& options);
    void showFrame();
    // Shows how far long work is, once it turns out to be long; "Cancel" ends it.
    Expected<void> watched(const std::function<Expected<void>(const Progress&)>& work);
    // In the language chosen for the picture.
    template <class Work>
    auto inItsLanguage(Work work);
    void say(const QString& sentence);
    Scene scene() const;

    const Store& m_store;
    const ViewState& m_view;
    const Theme& m_theme;
    PictureLanguage m_language;
    std::vector<std::shared_ptr<const Store>> m_compared;
    ExportForm* m_form = nullptr;
    PreviewPane* m_preview = nullptr;
    QLabel* m_error = nullptr;
    QTimer* m_soon = nullptr;    // a preview is drawn once several choices were changed at once
    QTimer* m_frames = nullptr;  // runs while an animation is previewed
    std::unique_ptr<AnimationPainter> m_animation;  // reads m_store as it was when it began
    std::vector<TraceTime> m_moments;               // of its frames
    std::size_t m_frame = 0;
    QString m_written;
    bool m_isWriting = false;
};

}  // namespace interleave::ui
