#include "ui/exporting/export_form.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>

#include <cmath>

namespace interleave::ui {
namespace {

// Sizes that slides, screens and paper have. The last entry of the list is any other one.
struct Preset {
    const char* name;
    QSize size;
};
constexpr Preset kPresets[] = {{"1280 × 720", {1280, 720}},
                               {"1920 × 1080 (Full HD)", {1920, 1080}},
                               {"2560 × 1440", {2560, 1440}},
                               {"3840 × 2160 (4K)", {3840, 2160}},
                               {"1123 × 794 (A4)", {1123, 794}}};
constexpr int kCustom = static_cast<int>(std::size(kPresets));

int presetOf(QSize size) {
    for (int i = 0; i < kCustom; ++i)
        if (kPresets[i].size == size) return i;
    return kCustom;
}

template <class E>
E chosen(const QComboBox* box) {
    return static_cast<E>(box->currentData().toInt());
}

template <class E>
void choose(QComboBox* box, E value) {
    box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

QSpinBox* pixels(QWidget* parent, int least) {
    auto* box = new QSpinBox(parent);
    box->setRange(least, kMostPicturePixels);
    box->setGroupSeparatorShown(false);
    box->setKeyboardTracking(false);
    return box;
}

}  // namespace

ExportForm::ExportForm(ThemeName theme, QWidget* parent) : QWidget(parent) {
    buildForm();
    recall(theme);
    connectForm();
    refresh();
}

void ExportForm::buildForm() {
    const auto add = [](QComboBox* box, const QString& text, auto value) { box->addItem(text, static_cast<int>(value)); };
    m_format = new QComboBox(this);
    add(m_format, tr("PNG picture"), ExportFormat::png);
    add(m_format, tr("SVG drawing"), ExportFormat::svg);
    add(m_format, tr("PDF page"), ExportFormat::pdf);
    m_subject = new QComboBox(this);
    add(m_subject, tr("Timeline"), PictureSubject::timeline);
    add(m_subject, tr("Whole window"), PictureSubject::window);
    m_part = new QComboBox(this);
    m_part->addItems({tr("The whole run"), tr("As on the screen")});
    m_preset = new QComboBox(this);
    for (const Preset& preset : kPresets) m_preset->addItem(QString::fromUtf8(preset.name));
    m_preset->addItem(tr("Other size"));
    m_width = pixels(this, kSmallestPicture.width());
    m_height = pixels(this, kSmallestPicture.height());
    m_scale = new QDoubleSpinBox(this);
    m_scale->setRange(kSmallestScale, kLargestScale);
    m_scale->setSingleStep(0.25);
    m_scale->setSuffix(QStringLiteral(" ×"));
    m_theme = new QComboBox(this);
    add(m_theme, tr("Light"), ThemeName::light);
    add(m_theme, tr("Dark"), ThemeName::dark);
    add(m_theme, tr("Print"), ThemeName::print);
    m_caption = new QCheckBox(tr("Line that says what was run, and how"), this);
    m_result = new QLabel(this);
    m_result->setProperty("role", "muted");

    auto* sizes = new QHBoxLayout;
    sizes->addWidget(m_width);
    sizes->addWidget(new QLabel(QStringLiteral("×"), this));
    sizes->addWidget(m_height);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Shows"), m_subject);
    form->addRow(tr("Part"), m_part);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Size"), m_preset);
    form->addRow(QString(), sizes);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(QString(), m_result);
    form->addRow(tr("Caption"), m_caption);
}

void ExportForm::connectForm() {
    for (QComboBox* box : {m_format, m_subject, m_part, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::refresh);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportForm::takePreset);
    for (QSpinBox* box : {m_width, m_height}) connect(box, &QSpinBox::valueChanged, this, &ExportForm::refresh);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportForm::refresh);
    connect(m_caption, &QCheckBox::toggled, this, &ExportForm::refresh);
}

void ExportForm::takePreset(int index) {
    if (index < 0 || index >= kCustom) {
        m_width->setFocus();
        return;
    }
    {
        const QSignalBlocker width(m_width), height(m_height);  // one change, told once
        m_width->setValue(kPresets[index].size.width());
        m_height->setValue(kPresets[index].size.height());
    }
    refresh();
}

void ExportForm::refresh() {
    {
        const QSignalBlocker preset(m_preset);
        m_preset->setCurrentIndex(presetOf({m_width->value(), m_height->value()}));
    }
    const QSizeF size = QSizeF(options().size) * m_scale->value();
    const bool isPixels = format() == ExportFormat::png;
    m_result->setText(isPixels ? tr("%1 × %2 pixels").arg(std::lround(size.width())).arg(std::lround(size.height()))
                               : tr("%1 × %2 mm, sharp at any size")
                                     .arg(std::lround(size.width() * 25.4 / 96))
                                     .arg(std::lround(size.height() * 25.4 / 96)));
    emit changed();
}

ExportFormat ExportForm::format() const { return chosen<ExportFormat>(m_format); }
bool ExportForm::wholeRun() const { return m_part->currentIndex() == 0; }
void ExportForm::offerComparison(bool now) {
    if (m_subject->findData(static_cast<int>(PictureSubject::comparison)) < 0)
        m_subject->addItem(tr("Runs compared"), static_cast<int>(PictureSubject::comparison));
    if (now) choose(m_subject, PictureSubject::comparison);
}

void ExportForm::setFormat(ExportFormat format) { choose(m_format, format); }

PictureOptions ExportForm::options() const {
    return {chosen<PictureSubject>(m_subject), {m_width->value(), m_height->value()}, m_scale->value(),
            chosen<ThemeName>(m_theme), m_caption->isChecked()};
}

void ExportForm::setOptions(const PictureOptions& options) {
    choose(m_subject, options.subject);
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    m_scale->setValue(options.scale);
    choose(m_theme, options.theme);
    m_caption->setChecked(options.caption);
}

void ExportForm::recall(ThemeName theme) {
    const QSettings settings;
    const PictureOptions first;
    const auto number = [&](const char* key, auto value) {
        return settings.value(QStringLiteral("export/") + key, static_cast<int>(value)).toInt();
    };
    setFormat(static_cast<ExportFormat>(number("format", ExportFormat::png)));
    setOptions({static_cast<PictureSubject>(number("subject", first.subject)),
                settings.value("export/size", first.size).toSize(), settings.value("export/scale", first.scale).toDouble(),
                static_cast<ThemeName>(number("theme", theme)), settings.value("export/caption", first.caption).toBool()});
    m_part->setCurrentIndex(settings.value("export/wholeRun", true).toBool() ? 0 : 1);
}

void ExportForm::remember() const {
    QSettings settings;
    const PictureOptions now = options();
    settings.setValue("export/format", static_cast<int>(format()));
    settings.setValue("export/subject", static_cast<int>(now.subject));
    settings.setValue("export/size", now.size);
    settings.setValue("export/scale", now.scale);
    settings.setValue("export/theme", static_cast<int>(now.theme));
    settings.setValue("export/caption", now.caption);
    settings.setValue("export/wholeRun", wholeRun());
}

}  // namespace interleave::ui
