#include "ui/exporting/export_dialog.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/exporting/clipboard.hpp"
#include "ui/exporting/export_form.hpp"
#include "ui/exporting/export_run.hpp"
#include "ui/exporting/save_place.hpp"
#include "ui/exporting/picture_file.hpp"

namespace interleave::ui {
namespace {

constexpr QSize kPreview{720, 440};
constexpr int kSideWidth = 360;
constexpr int kSoon = 120;  // ms

QString filterOf(ExportFormat format) {
    switch (format) {
        case ExportFormat::svg: return ExportDialog::tr("SVG drawings (*.svg)");
        case ExportFormat::pdf: return ExportDialog::tr("PDF pages (*.pdf)");
        default: return ExportDialog::tr("PNG pictures (*.png)");
    }
}

QString suggestedPath(const Store& store, ExportFormat format) {
    const QString folder = QSettings().value("folder", QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    QString name = QString::fromStdString(store.facts().scenario);
    if (name.isEmpty()) name = QStringLiteral("timeline");
    return folder + '/' + name.replace('/', '-') + QString::fromUtf8(extensionOf(format).data());
}

}  // namespace

ExportDialog::ExportDialog(const Store& store, const ViewState& view, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_store(store), m_view(view), m_theme(theme), m_soon(new QTimer(this)) {
    setWindowTitle(tr("Export a picture"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(24);
    buildPreview();
    buildSide();
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSoon);
    connect(m_soon, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(m_form, &ExportForm::changed, m_soon, qOverload<>(&QTimer::start));
    m_soon->start();
}

void ExportDialog::buildPreview() {
    m_preview = new QLabel(this);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(kPreview);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setAutoFillBackground(true);
    m_preview->setStyleSheet(QStringLiteral("background: %1; border-radius: 10px;").arg(m_theme.ground.name()));
    m_preview->setAccessibleName(tr("Preview of the picture"));
    layout()->addWidget(m_preview);
}

void ExportDialog::buildSide() {
    auto* side = new QVBoxLayout;
    m_form = new ExportForm(m_theme.name, this);
    m_form->setFixedWidth(kSideWidth);
    side->addWidget(m_form);
    m_error = new QLabel(this);
    m_error->setProperty("role", "danger");
    m_error->setWordWrap(true);
    m_error->setFixedWidth(kSideWidth);
    m_error->hide();
    side->addSpacing(12);
    side->addWidget(m_error);
    side->addStretch(1);

    auto* buttons = new QHBoxLayout;
    auto* copyButton = new QPushButton(tr("Copy"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* save = new QPushButton(tr("Save…"), this);
    save->setProperty("role", "primary");
    save->setDefault(true);
    copyButton->setAutoDefault(false);
    cancel->setAutoDefault(false);
    buttons->addWidget(copyButton);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    side->addLayout(buttons);
    static_cast<QHBoxLayout*>(layout())->addLayout(side);
    static_cast<QHBoxLayout*>(layout())->setStretch(0, 1);
    connect(copyButton, &QPushButton::clicked, this, [this] {
        if (copy()) accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ExportDialog::choosePlace);
}

void ExportDialog::offerComparison(const std::vector<std::shared_ptr<const Store>>& runs, bool now) {
    m_compared = runs;
    m_form->offerComparison(now);
}

Scene ExportDialog::scene() const {
    Scene scene = m_form->wholeRun() ? Scene{} : sceneOf(m_view);
    scene.compared = m_compared;
    return scene;
}

void ExportDialog::choosePlace() {
    const ExportFormat format = m_form->format();
    const QString path = askWhereToSave(this, tr("Save the picture"), suggestedPath(m_store, format), filterOf(format));
    if (path.isEmpty()) return;
    if (!writeTo(path)) return;
    QSettings().setValue("folder", QFileInfo(path).absolutePath());
    accept();
}

bool ExportDialog::writeTo(const QString& path) {
    // The name's ending rules: whoever types .pdf wants one, whatever was chosen in the form.
    if (auto written = exportScene(m_store, scene(), path.toStdString(), m_form->options()); !written) {
        say(QString::fromStdString(written.error().what));
        return false;
    }
    m_form->remember();
    m_written = path;
    say({});
    return true;
}

bool ExportDialog::copy() {
    auto copied = copyToClipboard(m_store, scene(), m_form->options());
    say(copied ? QString() : QString::fromStdString(copied.error().what));
    if (copied) m_form->remember();
    return copied.has_value();
}

void ExportDialog::say(const QString& sentence) {
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

QString ExportDialog::errorShown() const { return m_error->text(); }

void ExportDialog::showPreview() {
    PictureOptions options = m_form->options();
    if (auto checked = checkPicture(options); !checked) {
        say(QString::fromStdString(checked.error().what));
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize room = m_preview->size() - QSize(24, 24);
    const QSizeF shown = QSizeF(options.size).scaled(QSizeF(room), Qt::KeepAspectRatio);
    options.scale = std::max(kSmallestScale, shown.width() * ratio / options.size.width());
    const auto image = pictureImage(m_store, scene(), options);
    say(image ? QString() : QString::fromStdString(image.error().what));
    if (!image) return;
    QPixmap pixmap = QPixmap::fromImage(*image).scaled((shown * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    m_soon->start();
}

}  // namespace interleave::ui
