#include "ui/exporting/studio/animation_choice.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

namespace interleave::ui {

AnimationChoice::AnimationChoice(QWidget* parent) : QWidget(parent) {
    m_motion = new QComboBox(this);
    m_motion->addItems({tr("The timeline grows"), tr("The cursor moves")});
    m_seconds = new QDoubleSpinBox(this);
    m_seconds->setRange(0.5, kLongestAnimation);
    m_seconds->setDecimals(1);
    m_seconds->setSuffix(tr(" s"));
    m_framesPerSecond = new QDoubleSpinBox(this);
    m_framesPerSecond->setRange(1, kMostFramesPerSecond);
    m_framesPerSecond->setDecimals(0);
    m_framesPerSecond->setSuffix(tr(" frames a second"));
    m_loops = new QCheckBox(tr("Begin again at the end"), this);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Motion"), m_motion);
    form->addRow(tr("Lasts"), m_seconds);
    form->addRow(tr("Smooth"), m_framesPerSecond);
    form->addRow(tr("Loop"), m_loops);
    setAnimation({});
    connect(m_motion, &QComboBox::currentIndexChanged, this, &AnimationChoice::changed);
    for (QDoubleSpinBox* box : {m_seconds, m_framesPerSecond}) {
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, &AnimationChoice::changed);
    }
    connect(m_loops, &QCheckBox::toggled, this, &AnimationChoice::changed);
}

AnimationOptions AnimationChoice::animation() const {
    return {.grows = m_motion->currentIndex() == 0,
            .framesPerSecond = m_framesPerSecond->value(),
            .seconds = m_seconds->value(),
            .loops = m_loops->isChecked()};
}

void AnimationChoice::setAnimation(const AnimationOptions& animation) {
    m_motion->setCurrentIndex(animation.grows ? 0 : 1);
    m_seconds->setValue(animation.seconds);
    m_framesPerSecond->setValue(animation.framesPerSecond);
    m_loops->setChecked(animation.loops);
}

}  // namespace interleave::ui
