#include "ui/exporting/export_dialog.hpp"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

#include "ui/exporting/animation/animation.hpp"
#include "ui/exporting/animation/animation_painter.hpp"
#include "ui/exporting/clipboard.hpp"
#include "ui/exporting/export_form.hpp"
#include "ui/exporting/export_run.hpp"
#include "ui/exporting/picture_file.hpp"
#include "ui/exporting/save_place.hpp"
#include "ui/exporting/studio/preview_pane.hpp"
#include "ui/exporting/studio/strip_choice.hpp"

namespace interleave::ui {
namespace {

constexpr QSize kPreview{560, 420};
constexpr QSize kStudio{1240, 680};
constexpr int kSideWidth = 360;
constexpr int kSoon = 120;        // ms: the next key comes sooner
constexpr int kWindowSoon = 500;  // ms: a picture of the window takes as long to come to rest
constexpr int kLongWork = 400;    // ms: shorter work needs no word about its progress
constexpr double kMostPreviewFrames = 10;  // a second: of more, painting would leave no time for typing

QString filterOf(ExportFormat format) {
    switch (format) {
        case ExportFormat::svg: return ExportDialog::tr("SVG drawings (*.svg)");
        case ExportFormat::pdf: return ExportDialog::tr("PDF pages (*.pdf)");
        case ExportFormat::gif: return ExportDialog::tr("GIF animations (*.gif)");
        default: return ExportDialog::tr("PNG pictures (*.png)");
    }
}

QString suggestedPath(const Store& store, ExportFormat format) {
    const QString folder =
        QSettings().value("folder", QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    QString name = QString::fromStdString(store.facts().scenario);
    if (name.isEmpty()) name = QStringLiteral("timeline");
    return folder + '/' + name.replace('/', '-') + QString::fromUtf8(extensionOf(format).data());
}

}  // namespace

ExportDialog::ExportDialog(const Store& store, const ViewState& view, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_view(view),
      m_theme(theme),
      m_soon(new QTimer(this)),
      m_frames(new QTimer(this)) {
    setWindowTitle(tr("Export a picture"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(24);
    buildPreview();
    buildSide();
    row->setStretch(0, 1);
    resize(kStudio);
    m_soon->setSingleShot(true);
    connect(m_soon, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(m_frames, &QTimer::timeout, this, &ExportDialog::showFrame);
    const auto soon = [this] {
        m_frames->stop();  // what it plays is not what is wanted any more
        m_soon->start(m_form->options().subject == PictureSubject::window ? kWindowSoon : kSoon);
    };
    connect(m_form, &ExportForm::changed, this, soon);
    connect(m_preview, &PreviewPane::resized, this, soon);
    connect(m_preview, &PreviewPane::closenessChanged, this, &ExportDialog::showPreview);
    soon();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::buildPreview() {
    m_preview = new PreviewPane(m_theme, this);
    m_preview->setMinimumSize(kPreview);
    layout()->addWidget(m_preview);
}

void ExportDialog::buildSide() {
    auto* side = new QVBoxLayout;
    m_form = new ExportForm(m_theme.name, this);
    auto* scroll = new QScrollArea(this);  // on a low screen the last choices are scrolled to
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(kSideWidth);
    side->addWidget(scroll, 1);
    m_error = new QLabel(this);
    m_error->setProperty("role", "danger");
    m_error->setWordWrap(true);
    m_error->setFixedWidth(kSideWidth);
    m_error->hide();
    side->addWidget(m_error);
    side->addSpacing(12);
    side->addLayout(buildButtons());
    static_cast<QHBoxLayout*>(layout())->addLayout(side);
}

QLayout* ExportDialog::buildButtons() {
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
    connect(copyButton, &QPushButton::clicked, this, [this] {
        if (copy()) accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ExportDialog::choosePlace);
    return buttons;
}

void ExportDialog::offerComparison(const std::vector<std::shared_ptr<const Store>>& runs, bool now) {
    m_compared = runs;
    m_form->offerComparison(now);
}

void ExportDialog::offerMarked(const std::vector<TraceTime>& moments) {
    std::vector<Duration> since;
    for (const TraceTime at : moments) since.push_back(at - TraceTime{});
    m_form->strip().offerMarked(since);
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

Expected<void> ExportDialog::watched(const std::function<Expected<void>(const Progress&)>& work) {
    constexpr int kSteps = 1000;
    QProgressDialog dialog(tr("Writing the picture…"), tr("Cancel"), 0, kSteps, this);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(kLongWork);
    m_frames->stop();
    m_soon->stop();
    m_isWriting = true;
    auto written = work([&dialog](double done) {
        dialog.setValue(static_cast<int>(std::lround(done * (kSteps - 1))));  // looks after its button, too
        return !dialog.wasCanceled();
    });
    m_isWriting = false;
    m_soon->start(kSoon);  // the preview goes on, should the dialog stay
    return written;
}

template <class Work>
auto ExportDialog::inItsLanguage(Work work) {
    std::optional<PictureLanguage::Spoken> spoken;
    if (const auto language = m_form->language()) spoken.emplace(m_language, *language);
    return work();
}

bool ExportDialog::writeTo(const QString& path) {
    if (const QString objection = m_form->objection(); !objection.isEmpty()) {
        say(objection);
        return false;
    }
    // The name's ending rules: whoever types .pdf wants one, whatever was chosen in the form.
    auto written = watched([&](const Progress& progress) {
        return inItsLanguage(
            [&] { return exportScene(m_store, scene(), path.toStdString(), m_form->options(), progress); });
    });
    if (!written) {
        say(wasStopped(written.error()) ? QString() : QString::fromStdString(written.error().what));
        return false;
    }
    m_form->remember();
    m_written = path;
    say({});
    return true;
}

bool ExportDialog::copy() {
    auto copied = inItsLanguage([&] { return copyToClipboard(m_store, scene(), m_form->options()); });
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
    if (m_isWriting) return;
    m_frames->stop();
    m_animation.reset();
    const PictureOptions options = m_form->options();
    if (const QString objection = m_form->objection(); !objection.isEmpty()) {
        say(objection);
        return;
    }
    if (!isAnimation(m_form->format())) {
        showStill(options);
        return;
    }
    const auto possible = checkAnimated(m_store, options);
    say(possible ? QString() : QString::fromStdString(possible.error().what));
    if (possible) beginAnimation(options);
}

void ExportDialog::showStill(PictureOptions options) {
    const QSize room = m_preview->isClose() ? pixelsOf(options) : m_preview->room();
    const auto image = inItsLanguage([&] { return previewImage(m_store, scene(), options, room); });
    say(image ? QString() : QString::fromStdString(image.error().what));
    if (image) m_preview->showImage(*image);
}

void ExportDialog::beginAnimation(const PictureOptions& options) {
    m_animation = inItsLanguage([&] { return std::make_unique<AnimationPainter>(m_store, scene(), options); });
    AnimationOptions shown = options.animation;
    shown.framesPerSecond = std::min(shown.framesPerSecond, kMostPreviewFrames);
    m_moments = frameMoments(m_animation->range(), shown);
    m_frame = m_moments.size() / 2;  // the beginning is empty
    m_frames->start(static_cast<int>(std::lround(1000 / shown.framesPerSecond)));
    showFrame();
}

void ExportDialog::showFrame() {
    const PictureOptions options = m_form->options();
    const QSizeF whole(options.size);
    const QSize shown =
        m_preview->isClose() ? pixelsOf(options) : whole.scaled(m_preview->room(), Qt::KeepAspectRatio).toSize();
    // Labels are not drawn smaller than they are laid out, but made smaller.
    const double scale = std::max(1.0, shown.width() / whole.width());
    QImage image((whole * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    inItsLanguage([&] { m_animation->paint(painter, m_moments[m_frame]); });
    painter.end();
    image.setDevicePixelRatio(1);
    m_preview->showImage(image.size() == shown ? image
                                               : image.scaled(shown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    m_frame = (m_frame + 1) % m_moments.size();
}

}  // namespace interleave::ui
