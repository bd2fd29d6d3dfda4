#include "ui/exporting/studio/strip_choice.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

#include "ui/exporting/option_text.hpp"

namespace interleave::ui {

StripChoice::StripChoice(QWidget* parent) : QWidget(parent) {
    using Choice = StripMoments::Choice;
    m_choice = new QComboBox(this);
    m_choice->addItem(tr("Evenly spaced"), static_cast<int>(Choice::spread));
    m_choice->addItem(tr("Where the run turns"), static_cast<int>(Choice::turningPoints));
    m_choice->addItem(tr("Times of my own"), static_cast<int>(Choice::chosen));
    m_choice->addItem(tr("The lesson’s steps"), static_cast<int>(Choice::steps));
    m_count = new QSpinBox(this);
    m_count->setRange(1, kMostMoments);
    m_count->setKeyboardTracking(false);
    m_times = new QLineEdit(this);
    m_times->setPlaceholderText(QStringLiteral("0.5s, 1.2s, 2s"));
    m_times->setToolTip(tr("The key M marks the moment of the timeline’s cursor"));
    m_columns = new QComboBox(this);
    m_columns->addItem(tr("As fits best"), 0);
    m_columns->addItem(tr("Below each other"), 1);
    m_columns->addItem(tr("Two side by side"), 2);
    m_columns->addItem(tr("Three side by side"), 3);
    m_columns->addItem(tr("All side by side"), kMostMoments);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Moments"), m_choice);
    form->addRow(tr("How many"), m_count);
    form->addRow(tr("Times"), m_times);
    form->addRow(tr("Arranged"), m_columns);
    setMoments({});
    for (QComboBox* box : {m_choice, m_columns})
        connect(box, &QComboBox::currentIndexChanged, this, &StripChoice::refresh);
    connect(m_count, &QSpinBox::valueChanged, this, &StripChoice::refresh);
    connect(m_times, &QLineEdit::textChanged, this, &StripChoice::refresh);
}

void StripChoice::refresh() {
    auto* form = static_cast<QFormLayout*>(layout());
    const StripMoments now = moments();
    form->setRowVisible(m_count, now.choice == StripMoments::Choice::spread);
    form->setRowVisible(m_times, now.choice == StripMoments::Choice::chosen);
    emit changed();
}

StripMoments StripChoice::moments() const {
    StripMoments moments;
    moments.choice = static_cast<StripMoments::Choice>(m_choice->currentData().toInt());
    moments.count = m_count->value();
    moments.columns = m_columns->currentData().toInt();
    if (auto typed = timesOf(m_times->text().toStdString())) moments.at = std::move(*typed);
    return moments;
}

QString StripChoice::objection() const {
    if (moments().choice != StripMoments::Choice::chosen || timesOf(m_times->text().toStdString())) return {};
    return tr("Write the moments as times, with commas between them: 0.5s, 1.2s, 2s");
}

void StripChoice::setMoments(const StripMoments& moments) {
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(static_cast<int>(moments.choice))));
    m_count->setValue(moments.count);
    m_columns->setCurrentIndex(std::max(0, m_columns->findData(moments.columns)));
    QStringList times;
    for (const Duration at : moments.at) times << QString::fromStdString(typedText(at));
    m_times->setText(times.join(QStringLiteral(", ")));
    refresh();
}

void StripChoice::offerMarked(const std::vector<Duration>& since) {
    if (since.empty()) return;
    StripMoments marked = moments();
    marked.choice = StripMoments::Choice::chosen;
    marked.at = since;
    setMoments(marked);
}

}  // namespace interleave::ui
