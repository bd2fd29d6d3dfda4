#include "ui/theme/segments.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace interleave::ui {

Segments::Segments(QWidget* parent) : QFrame(parent), m_group(new QButtonGroup(this)) {
    setProperty("role", "segments");
    m_group->setExclusive(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::picked);
}

void Segments::add(int id, const QString& text) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::TabFocus);
    m_group->addButton(button, id);
    layout()->addWidget(button);
}

void Segments::setText(int id, const QString& text) { m_group->button(id)->setText(text); }

void Segments::setAvailable(int id, bool available, const QString& why) {
    m_group->button(id)->setEnabled(available);
    m_group->button(id)->setToolTip(why);
}

void Segments::setChosen(int id) {
    if (QAbstractButton* button = m_group->button(id)) {
        button->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    if (QAbstractButton* before = m_group->checkedButton()) before->setChecked(false);
    m_group->setExclusive(true);
}

int Segments::chosenId() const { return m_group->checkedId(); }

void Segments::setSegmentWidth(int pixels) {
    for (QAbstractButton* button : m_group->buttons()) {
        button->setMinimumWidth(pixels);
        button->setMaximumWidth(pixels > 0 ? pixels : QWIDGETSIZE_MAX);
    }
}

}  // namespace interleave::ui
