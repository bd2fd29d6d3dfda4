#include "ui/shell/parameter_row.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

#include "ui/live/words.hpp"
#include "ui/shell/jobs_dialog.hpp"

namespace interleave::ui {

namespace {

constexpr int kRealSteps = 100;  // a slider's positions for a real number
constexpr int kFieldWidth = 88;

QString word(const std::string& text) { return QString::fromStdString(text); }

}  // namespace

ParameterRow::ParameterRow(const Param& param, const QString& label, QWidget* parent)
    : QWidget(parent), m_param(param) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    switch (param.type) {
        case ParamType::boolean: buildBoolean(label); break;
        case ParamType::choice: buildChoice(label); break;
        case ParamType::text:
        case ParamType::folder: buildText(label); break;
        default: buildNumber(label);
    }
    setValue(word(param.defaultValue));
}

QString ParameterRow::range() const {
    const QString unit = m_param.unit.empty() ? QString() : " " + Words::unit(m_param.unit);
    return QString::number(m_param.min, 'g', 6) + QString::fromUtf8(" – ") + QString::number(m_param.max, 'g', 6) +
           unit;
}

void ParameterRow::buildNumber(const QString& label) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* name = new QLabel(label, this);
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    row->addWidget(name, 1);

    QAbstractSpinBox* field = nullptr;
    const QString suffix = m_param.unit.empty() ? QString() : " " + Words::unit(m_param.unit);
    m_slider = new QSlider(Qt::Horizontal, this);
    if (m_param.type == ParamType::integer) {
        m_integer = new QSpinBox(this);
        m_integer->setRange(static_cast<int>(m_param.min), static_cast<int>(m_param.max));
        m_integer->setSuffix(suffix);
        m_slider->setRange(static_cast<int>(m_param.min), static_cast<int>(m_param.max));
        connect(m_integer, &QSpinBox::valueChanged, m_slider, &QSlider::setValue);
        connect(m_slider, &QSlider::valueChanged, m_integer, &QSpinBox::setValue);
        connect(m_integer, &QSpinBox::valueChanged, this, &ParameterRow::changed);
        field = m_integer;
    } else {
        m_real = new QDoubleSpinBox(this);
        m_real->setRange(m_param.min, m_param.max);
        m_real->setDecimals(m_param.max - m_param.min <= 10 ? 2 : 1);
        m_real->setSingleStep((m_param.max - m_param.min) / kRealSteps);
        m_real->setSuffix(suffix);
        m_slider->setRange(0, kRealSteps);
        connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
            m_real->setValue(m_param.min + (m_param.max - m_param.min) * position / kRealSteps);
        });
        connect(m_real, &QDoubleSpinBox::valueChanged, this, [this](double value) {
            const double width = m_param.max - m_param.min;
            const QSignalBlocker quiet(m_slider);  // or it would round what was typed to one of its positions
            m_slider->setValue(width > 0 ? static_cast<int>(std::lround((value - m_param.min) / width * kRealSteps))
                                         : 0);
            emit changed();
        });
        field = m_real;
    }
    field->setFixedWidth(kFieldWidth);
    field->setAlignment(Qt::AlignRight);
    field->setKeyboardTracking(false);
    field->setAccessibleName(label);
    field->setToolTip(range());
    m_slider->setToolTip(range());
    m_slider->setAccessibleName(label);
    name->setBuddy(field);
    row->addWidget(field);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    layout()->addWidget(m_slider);
}

void ParameterRow::buildBoolean(const QString& label) {
    m_check = new QCheckBox(label, this);
    layout()->addWidget(m_check);
    connect(m_check, &QCheckBox::toggled, this, &ParameterRow::changed);
}

void ParameterRow::buildChoice(const QString& label) {
    auto* name = new QLabel(label, this);
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    m_choice = new QComboBox(this);
    for (const std::string& choice : m_param.choices) m_choice->addItem(word(choice), word(choice));
    m_choice->setAccessibleName(label);
    name->setBuddy(m_choice);
    layout()->addWidget(name);
    layout()->addWidget(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ParameterRow::changed);
}

void ParameterRow::buildText(const QString& label) {
    auto* name = new QLabel(label, this);
    name->setProperty("role", "muted");
    name->setWordWrap(true);
    m_line = new QLineEdit(this);
    m_line->setAccessibleName(label);
    name->setBuddy(m_line);
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    if (m_param.type == ParamType::folder) {
        // A path is long: its line has the whole width, and the button stands above.
        row->addWidget(name, 1);
        row->addWidget(folderButton());
        column->addLayout(row);
        column->addWidget(m_line);
    } else {
        column->addWidget(name);
        row->addWidget(m_line, 1);
        if (m_param.name == "jobs") row->addWidget(jobsButton());
        column->addLayout(row);
    }
    connect(m_line, &QLineEdit::textChanged, this, &ParameterRow::checkText);
    connect(m_line, &QLineEdit::editingFinished, this, &ParameterRow::changed);
}

QToolButton* ParameterRow::jobsButton() {
    auto* edit = new QToolButton(this);
    edit->setText(tr("Edit…", "a list of jobs, as a table"));
    edit->setFocusPolicy(Qt::TabFocus);
    connect(edit, &QToolButton::clicked, this, &ParameterRow::editJobs);
    return edit;
}

QToolButton* ParameterRow::folderButton() {
    m_line->setPlaceholderText(tr("made for the run", "where no folder is chosen"));
    auto* choose = new QToolButton(this);
    choose->setText(tr("Choose…", "a folder"));
    choose->setProperty("role", "quiet");
    choose->setFocusPolicy(Qt::TabFocus);
    connect(choose, &QToolButton::clicked, this, &ParameterRow::chooseFolder);
    return choose;
}

void ParameterRow::editJobs() {
    JobsDialog dialog(m_line->text(), window());
    if (dialog.exec() != QDialog::Accepted) return;
    m_line->setText(dialog.jobs());
    m_line->setCursorPosition(0);
    emit changed();
}

void ParameterRow::chooseFolder() {
    // A target is to be new: its name is typed. That it must not be there is said when it is used.
    const QString chosen =
        m_param.name == "target"
            ? QFileDialog::getSaveFileName(window(), tr("A new folder to copy it to"), m_line->text(), {}, nullptr,
                                           QFileDialog::ShowDirsOnly | QFileDialog::DontConfirmOverwrite)
            : QFileDialog::getExistingDirectory(window(), tr("The folder to copy"), m_line->text());
    if (chosen.isEmpty()) return;
    m_line->setText(chosen);
    emit changed();
}

void ParameterRow::checkText() {
    const auto fine = m_param.check ? m_param.check(m_line->text().toStdString()) : Expected<void>{};
    m_line->setProperty("wrong", !fine);
    m_line->setToolTip(fine ? m_line->text() : QString::fromStdString(fine.error().what));
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
}

void ParameterRow::setLow(bool low) {
    if (m_slider != nullptr) m_slider->setVisible(!low);
}

QString ParameterRow::value() const {
    if (m_integer != nullptr) return QString::number(m_integer->value());
    if (m_real != nullptr) return QString::number(m_real->value(), 'g', 8);
    if (m_check != nullptr) return m_check->isChecked() ? "true" : "false";
    if (m_line != nullptr) return m_line->text();
    return m_choice->currentData().toString();
}

void ParameterRow::setValue(const QString& value) {
    const QSignalBlocker quiet(this);
    if (m_integer != nullptr) m_integer->setValue(value.toInt());
    if (m_real != nullptr) m_real->setValue(value.toDouble());
    if (m_check != nullptr) m_check->setChecked(value == "true");
    if (m_choice != nullptr) m_choice->setCurrentIndex(m_choice->findData(value));
    if (m_line != nullptr && m_line->text() != value) {
        m_line->setText(value);
        m_line->setCursorPosition(0);
    }
}

}  // namespace interleave::ui
