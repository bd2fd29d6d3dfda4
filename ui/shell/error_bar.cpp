#include "ui/shell/error_bar.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/icon.hpp"

namespace interleave::ui {

ErrorBar::ErrorBar(QWidget* parent) : QFrame(parent) {
    setProperty("role", "alarm");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(10);
    m_sign = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close = new QToolButton(this);
    m_close->setProperty("role", "quiet");
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ErrorBar::setTheme(const Theme& theme) {
    m_sign->setPixmap(iconPixmap("warning", theme.danger, 18, devicePixelRatioF()));
    m_close->setIcon(icon("close", theme.ink, theme.muted));
}

void ErrorBar::say(const QString& sentence) {
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString ErrorBar::sentence() const { return isHidden() ? QString() : m_text->text(); }

}  // namespace interleave::ui
