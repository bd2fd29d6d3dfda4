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

#include "ui/exporting/presets.hpp"
#include "ui/exporting/studio/animation_choice.hpp"
#include "ui/exporting/studio/strip_choice.hpp"

namespace interleave::ui {
namespace {

QString presetText(std::string_view name) {
    if (name == "slide") return ExportForm::tr("Slide 16:9 (1920 × 1080)");
    if (name == "slide-4k") return ExportForm::tr("Slide 4K (3840 × 2160)");
    if (name == "slide-8k") return ExportForm::tr("Slide 8K (7680 × 4320)");
    if (name == "a4") return ExportForm::tr("A4 portrait");
    if (name == "a4-landscape") return ExportForm::tr("A4 landscape");
    return ExportForm::tr("Square (1080 × 1080)");
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

// The fields of several forms below each other, as if they were one.
void standInLine(std::initializer_list<QFormLayout*> forms) {
    std::vector<QWidget*> labels;
    int widest = 0;
    for (const QFormLayout* form : forms)
        for (int row = 0; row < form->rowCount(); ++row)
            if (QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
                item != nullptr && item->widget() != nullptr) {
                labels.push_back(item->widget());
                widest = std::max(widest, item->widget()->sizeHint().width());
            }
    for (QWidget* label : labels) label->setMinimumWidth(widest);
}

}  // namespace

ExportForm::ExportForm(ThemeName theme, QWidget* parent) : QWidget(parent) {
    buildForm();
    recall(theme);
    connectForm();
    refresh();
}

void ExportForm::buildForm() {
    const auto add = [](QComboBox* box, const QString& text, auto value) {
        box->addItem(text, static_cast<int>(value));
    };
    m_format = new QComboBox(this);
    add(m_format, tr("PNG picture"), ExportFormat::png);
    add(m_format, tr("SVG drawing"), ExportFormat::svg);
    add(m_format, tr("PDF page"), ExportFormat::pdf);
    add(m_format, tr("GIF animation"), ExportFormat::gif);
    m_subject = new QComboBox(this);
    add(m_subject, tr("Timeline"), PictureSubject::timeline);
    add(m_subject, tr("Whole window"), PictureSubject::window);
    add(m_subject, tr("As before a class"), PictureSubject::presenting);
    add(m_subject, tr("Several moments"), PictureSubject::strip);
    m_part = new QComboBox(this);
    m_part->addItems({tr("The whole run"), tr("As on the screen")});
    m_preset = new QComboBox(this);
    for (const Preset& preset : presets()) m_preset->addItem(presetText(preset.name));
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

    m_language = new QComboBox(this);
    m_language->addItem(tr("As the window"));
    m_language->addItem(QStringLiteral("English"), static_cast<int>(Language::english));
    m_language->addItem(QStringLiteral("简体中文"), static_cast<int>(Language::chinese));
    m_strip = new StripChoice(this);
    m_animation = new AnimationChoice(this);
    arrange();
}

void ExportForm::arrange() {
    m_sizes = new QWidget(this);
    auto* sizes = new QHBoxLayout(m_sizes);
    sizes->setContentsMargins(0, 0, 0, 0);
    sizes->addWidget(m_width);
    sizes->addWidget(new QLabel(QStringLiteral("×"), this));
    sizes->addWidget(m_height);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Shows"), m_subject);
    form->addRow(m_strip);
    form->addRow(m_animation);
    form->addRow(tr("Part"), m_part);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Size"), m_preset);
    form->addRow(QString(), m_sizes);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(QString(), m_result);
    form->addRow(tr("Caption"), m_caption);
    standInLine({form, static_cast<QFormLayout*>(m_strip->layout()), static_cast<QFormLayout*>(m_animation->layout())});
}

void ExportForm::connectForm() {
    connect(m_strip, &StripChoice::changed, this, &ExportForm::refresh);
    connect(m_animation, &AnimationChoice::changed, this, &ExportForm::refresh);
    for (QComboBox* box : {m_format, m_subject, m_part, m_theme, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::refresh);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportForm::takePreset);
    for (QSpinBox* box : {m_width, m_height}) connect(box, &QSpinBox::valueChanged, this, &ExportForm::refresh);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportForm::refresh);
    connect(m_caption, &QCheckBox::toggled, this, &ExportForm::refresh);
}

void ExportForm::takePreset(int index) {
    if (index < 0 || index >= static_cast<int>(presets().size())) {
        m_paper.reset();
        refresh();
        m_width->setFocus();
        return;
    }
    const Preset& preset = presets()[static_cast<std::size_t>(index)];
    {
        const QSignalBlocker width(m_width), height(m_height), scale(m_scale);  // one change, told once
        m_paper = preset.paper;
        m_width->setValue(preset.size.width());
        m_height->setValue(preset.size.height());
        if (!preset.paper) m_scale->setValue(preset.scale);
    }
    refresh();
}

// The preset that the size and scale are of, else "other".
void ExportForm::showPreset() {
    const QSignalBlocker blocked(m_preset);
    const Preset* preset = presetOf(options());
    m_preset->setCurrentIndex(preset != nullptr ? static_cast<int>(preset - presets().data())
                                                : static_cast<int>(presets().size()));
}

void ExportForm::showResult() {
    const PictureOptions now = options();
    const QSize pixels = pixelsOf(now);
    if (format() == ExportFormat::png || format() == ExportFormat::gif) {
        m_result->setText(tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height()));
        return;
    }
    constexpr double kMillimetres = 25.4 / 96;
    const QSizeF drawn =
        now.paper ? QSizeF(now.paper->width, now.paper->height) : QSizeF(now.size) * now.scale * kMillimetres;
    m_result->setText(
        tr("%1 × %2 mm, sharp at any size").arg(std::lround(drawn.width())).arg(std::lround(drawn.height())));
}

void ExportForm::refresh() {
    auto* form = static_cast<QFormLayout*>(layout());
    form->setRowVisible(m_strip, chosen<PictureSubject>(m_subject) == PictureSubject::strip);
    form->setRowVisible(m_animation, isAnimation(format()));
    form->setRowVisible(m_sizes, !m_paper);
    form->setRowVisible(m_scale, !m_paper);
    showPreset();
    showResult();
    emit changed();
}

QString ExportForm::objection() const {
    return chosen<PictureSubject>(m_subject) == PictureSubject::strip ? m_strip->objection() : QString();
}

std::optional<Language> ExportForm::language() const {
    if (!m_language->currentData().isValid()) return std::nullopt;
    return chosen<Language>(m_language);
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
    return {chosen<PictureSubject>(m_subject), {m_width->value(), m_height->value()},
            m_paper ? kPaperDots / 96 : m_scale->value(), chosen<ThemeName>(m_theme), m_caption->isChecked(),
            m_paper, m_strip->moments(), m_animation->animation()};
}

void ExportForm::setOptions(const PictureOptions& options) {
    choose(m_subject, options.subject);
    m_paper = options.paper;
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    if (!options.paper) m_scale->setValue(options.scale);
    choose(m_theme, options.theme);
    m_caption->setChecked(options.caption);
    m_strip->setMoments(options.moments);
    m_animation->setAnimation(options.animation);
    refresh();
}

void ExportForm::recall(ThemeName theme) {
    const QSettings settings;
    PictureOptions last;
    const auto number = [&](const char* key, auto value) {
        return settings.value(QStringLiteral("export/") + key, static_cast<int>(value)).toInt();
    };
    setFormat(static_cast<ExportFormat>(number("format", ExportFormat::png)));
    last.subject = static_cast<PictureSubject>(number("subject", last.subject));
    last.size = settings.value("export/size", last.size).toSize();
    last.scale = settings.value("export/scale", last.scale).toDouble();
    if (const auto preset = presetNamed(settings.value("export/preset").toString().toStdString())) take(*preset, last);
    last.theme = static_cast<ThemeName>(number("theme", theme));
    last.caption = settings.value("export/caption", last.caption).toBool();
    last.moments.choice = static_cast<StripMoments::Choice>(number("moments", last.moments.choice));
    last.moments.count = number("momentCount", last.moments.count);
    last.moments.columns = number("columns", last.moments.columns);
    last.animation.grows = settings.value("export/grows", last.animation.grows).toBool();
    last.animation.seconds = settings.value("export/seconds", last.animation.seconds).toDouble();
    last.animation.framesPerSecond =
        settings.value("export/framesPerSecond", last.animation.framesPerSecond).toDouble();
    last.animation.loops = settings.value("export/loops", last.animation.loops).toBool();
    setOptions(last);
    m_language->setCurrentIndex(std::max(
        0, settings.contains("export/language") ? m_language->findData(settings.value("export/language").toInt()) : 0));
    m_part->setCurrentIndex(settings.value("export/wholeRun", true).toBool() ? 0 : 1);
}

void ExportForm::remember() const {
    QSettings settings;
    const PictureOptions now = options();
    const Preset* preset = presetOf(now);
    settings.setValue("export/format", static_cast<int>(format()));
    settings.setValue("export/subject", static_cast<int>(now.subject));
    settings.setValue("export/preset", QString::fromUtf8(preset != nullptr ? preset->name : ""));
    settings.setValue("export/size", now.size);
    settings.setValue("export/scale", now.scale);
    settings.setValue("export/theme", static_cast<int>(now.theme));
    settings.setValue("export/language", m_language->currentData());
    settings.setValue("export/caption", now.caption);
    settings.setValue("export/moments", static_cast<int>(now.moments.choice));
    settings.setValue("export/momentCount", now.moments.count);
    settings.setValue("export/columns", now.moments.columns);
    settings.setValue("export/grows", now.animation.grows);
    settings.setValue("export/seconds", now.animation.seconds);
    settings.setValue("export/framesPerSecond", now.animation.framesPerSecond);
    settings.setValue("export/loops", now.animation.loops);
    settings.setValue("export/wholeRun", wholeRun());
}

}  // namespace interleave::ui
