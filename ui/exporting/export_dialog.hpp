// Where a person chooses how a picture of the run is to look, sees it, and writes or copies it.
#pragma once

#include <QDialog>

#include "ui/exporting/export_options.hpp"
#include "ui/exporting/picture.hpp"
#include "ui/live/view_state.hpp"

class QLabel;
class QTimer;

namespace interleave::ui {

class ExportForm;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // `store` may grow while the dialog is open; a picture shows what there is when it is drawn. `theme` is the window's.
    ExportDialog(const Store& store, const ViewState& view, const Theme& theme, QWidget* parent = nullptr);

    // Runs of which a picture can be made side by side; `now`: that is what the person looks at.
    void offerComparison(const std::vector<std::shared_ptr<const Store>>& runs, bool now);
    ExportForm& form() { return *m_form; }
    // Writes the picture as chosen. Where it is refused, says why in the dialog and stays.
    bool writeTo(const QString& path);
    bool copy();

    QString writtenPath() const { return m_written; }  // empty: nothing was written
    QString errorShown() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPreview();
    void buildSide();
    void choosePlace();
    void showPreview();
    void say(const QString& sentence);
    Scene scene() const;

    const Store& m_store;
    const ViewState& m_view;
    const Theme& m_theme;
    std::vector<std::shared_ptr<const Store>> m_compared;
    ExportForm* m_form = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_error = nullptr;
    QTimer* m_soon = nullptr;  // a preview is drawn once several choices were changed at once
    QString m_written;
};

}  // namespace interleave::ui
