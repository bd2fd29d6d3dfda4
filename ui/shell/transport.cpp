#include "ui/shell/transport.hpp"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "ui/live/scenario_text.hpp"
#include "ui/shell/actions.hpp"

namespace interleave::ui {

namespace {

QPixmap dot(const QColor& color, double scale) {
    QPixmap pixmap(QSize(10, 10) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(0, 0, 10, 10));
    return pixmap;
}

}  // namespace

Transport::Transport(Model& model, Actions& actions, QWidget* parent)
    : QWidget(parent), m_model(model), m_actions(actions), m_theme(&Theme::named(ThemeName::light)) {
    // Three columns of which the outer two grow alike: the buttons stay in the middle whatever the badge says.
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(20, 0, 14, 8);
    grid->setSpacing(0);
    grid->addWidget(buildBadge(), 0, 0, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(buildButtons(), 0, 1, Qt::AlignCenter);
    grid->addWidget(buildSpeeds(), 0, 2, Qt::AlignRight | Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);

    connect(&m_model, &Model::liveChanged, this, &Transport::refresh);
    connect(&m_model, &Model::playingChanged, this, &Transport::refresh);
    connect(&m_model, &Model::traceReplaced, this, &Transport::refresh);
    connect(&m_model.view(), &ViewState::followsChanged, this, &Transport::refresh);
    connect(&m_actions, &Actions::speedChanged, this, &Transport::refresh);
    refresh();
}

QWidget* Transport::buildBadge() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_dot = new QLabel(box);
    m_badge = new QLabel(box);
    m_badge->setProperty("role", "title");
    row->addWidget(m_dot);
    row->addWidget(m_badge);
    return box;
}

QWidget* Transport::buildButtons() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QAction* action : {m_actions.toStart, m_actions.back, m_actions.pause, m_actions.forward, m_actions.toEnd}) {
        auto* button = new QToolButton(box);
        button->setProperty("role", "transport");
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize({16, 16});
        button->setFocusPolicy(Qt::TabFocus);
        button->setFixedSize(40, 28);
        row->addWidget(button);
    }
    return box;
}

QWidget* Transport::buildSpeeds() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const auto& [speed, text] : {std::pair{0.5, "½×"}, std::pair{1.0, "1×"}, std::pair{2.0, "2×"}}) {
        auto* button = new QToolButton(box);
        button->setProperty("role", "quiet");
        button->setText(QString::fromUtf8(text));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, speed = speed] {
            m_actions.setSpeed(speed);
            refresh();
        });
        m_speeds.emplace_back(speed, button);
        row->addWidget(button);
    }
    auto* follow = new QToolButton(box);
    follow->setProperty("role", "quiet");
    follow->setDefaultAction(m_actions.follow);
    follow->setToolButtonStyle(Qt::ToolButtonTextOnly);
    follow->setFocusPolicy(Qt::TabFocus);
    row->addWidget(follow);
    return box;
}

void Transport::setTheme(const Theme& theme) {
    m_theme = &theme;
    refresh();
}

void Transport::setLow(bool low) { layout()->setContentsMargins(20, 0, 14, low ? 4 : 8); }

void Transport::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

void Transport::refresh() {
    const bool live = m_model.isLive();
    const bool atEnd = live && m_model.view().follows();
    const bool empty = !live && m_model.store().totals().events == 0;
    QColor color = m_theme->muted;
    if (empty) {
        m_badge->setText(tr("Ready to run"));
    } else if (atEnd && m_model.isPaused()) {
        m_badge->setText(tr("Paused"));
        color = m_theme->state(StateClass::ready);
    } else if (atEnd) {
        const Model::Place place = m_model.place();
        const RunFacts& facts = m_model.store().facts();
        m_badge->setText(
            place.of == 1 ? tr("Live")
                          : tr("Live: %1, run %2 of %3")
                                .arg(scenarioText(facts.scenario).variantLabel(QString::fromStdString(facts.variant)))
                                .arg(place.index + 1)
                                .arg(place.of));
        color = m_theme->danger;
    } else {
        m_badge->setText(live ? tr("Looking back") : tr("Replay"));
        color = m_theme->accent;
    }
    m_dot->setPixmap(dot(color, devicePixelRatioF()));
    for (auto& [speed, button] : m_speeds) {
        button->setChecked(speed == m_actions.speed());
        button->setToolTip(tr("Speed of the replay"));
    }
}

}  // namespace interleave::ui
