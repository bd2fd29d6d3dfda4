#include "ui/shell/parameter_form.hpp"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

#include "core/session/comparison.hpp"

#include "ui/live/scenario_text.hpp"
#include "ui/shell/actions.hpp"
#include "ui/shell/parameter_row.hpp"

namespace interleave::ui {

namespace {

// As high as its rows, and where there is no room for that, they scroll.
class RowsView : public QScrollArea {
public:
    RowsView(QWidget* rows, QWidget* parent) : QScrollArea(parent) {
        setWidget(rows);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        setFocusPolicy(Qt::NoFocus);
        rows->installEventFilter(this);
    }
    QSize sizeHint() const override { return widget()->sizeHint(); }
    QSize minimumSizeHint() const override { return {0, std::min(widget()->sizeHint().height(), kLeast)}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    static constexpr int kLeast = 96;  // pixels
};

}  // namespace

ParameterForm::ParameterForm(Model& model, Actions& actions, QWidget* parent)
    : QWidget(parent), m_model(model), m_actions(actions) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);

    auto* head = new QHBoxLayout;
    m_heading = new QLabel(this);
    m_heading->setProperty("role", "title");
    m_defaults = new QToolButton(this);
    m_defaults->setProperty("role", "quiet");
    m_defaults->setFocusPolicy(Qt::TabFocus);
    head->addWidget(m_heading, 1);
    head->addWidget(m_defaults);
    column->addLayout(head);

    auto* list = new QWidget(this);
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    column->addWidget(new RowsView(list, this));
    buildSeed(column);
    m_again = new QToolButton(this);
    m_again->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_again->setMinimumHeight(36);
    m_again->setFocusPolicy(Qt::TabFocus);
    column->addWidget(m_again);

    connect(m_again, &QToolButton::clicked, m_actions.run, &QAction::trigger);
    connect(m_defaults, &QToolButton::clicked, this, [this] {
        if (m_model.scenario() == nullptr) return;
        if (auto request = defaultRequest(m_model.scenario()->id)) m_model.setRequest(*request);
    });
    connect(&m_model, &Model::scenarioChanged, this, &ParameterForm::fill);
    connect(&m_model, &Model::requestChanged, this, &ParameterForm::refresh);
    connect(&m_model, &Model::traceReplaced, this, &ParameterForm::refresh);
    connect(&m_model, &Model::liveChanged, this, &ParameterForm::refresh);
    fill();
}

void ParameterForm::buildSeed(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_seedLabel = new QLabel(this);
    m_seedLabel->setProperty("role", "muted");
    m_seed = new QSpinBox(this);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setAlignment(Qt::AlignRight);
    m_seed->setFixedWidth(88);
    m_seed->setKeyboardTracking(false);
    m_seedLabel->setBuddy(m_seed);
    auto* dice = new QToolButton(this);
    dice->setProperty("role", "quiet");
    dice->setDefaultAction(m_actions.newSeed);
    dice->setToolButtonStyle(Qt::ToolButtonIconOnly);
    dice->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_seedLabel, 1);
    row->addWidget(dice);
    row->addWidget(m_seed);
    column->addLayout(row);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        RunRequest request = m_model.request();
        request.seed = static_cast<std::uint64_t>(seed);
        m_model.setRequest(request);
    });
}

void ParameterForm::setTheme(const Theme&) { refresh(); }

void ParameterForm::setLow(bool low) {
    m_low = low;
    for (ParameterRow* row : m_params) row->setLow(low);
}

void ParameterForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QWidget::changeEvent(event);
}

void ParameterForm::fill() {
    for (ParameterRow* row : m_params) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_params.clear();
    m_heading->setText(tr("Settings"));
    m_defaults->setText(tr("defaults"));
    m_defaults->setToolTip(tr("This scenario's own runtime, pace and parameters"));
    m_seedLabel->setText(tr("seed"));
    m_seed->setToolTip(tr("Where chance comes from: the same seed draws the same numbers"));
    const Scenario* scenario = m_model.scenario();
    setVisible(scenario != nullptr);
    if (scenario == nullptr) return;
    const ScenarioText& text = scenarioText(scenario->id);
    for (const Param& param : scenario->params) {
        auto* row = new ParameterRow(param, text.label(QString::fromStdString(param.name)), this);
        connect(row, &ParameterRow::changed, this, [this, row] { set(row->name(), row->value()); });
        m_rows->addWidget(row);
        row->setLow(m_low);
        row->show();
        m_params.push_back(row);
    }
    // At once, not when the event loop comes to it: a picture of the window on a busy machine would show no rows.
    m_rows->activate();
    for (QWidget* around = m_rows->parentWidget(); around != nullptr && around != this; around = around->parentWidget())
        around->updateGeometry();
    refresh();
}

void ParameterForm::refresh() {
    const RunRequest& request = m_model.request();
    for (ParameterRow* row : m_params) {
        for (const auto& [name, value] : request.params) {
            if (name == row->name()) row->setValue(QString::fromStdString(value));
        }
    }
    {
        const QSignalBlocker quiet(m_seed);
        m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(request.seed, std::numeric_limits<int>::max())));
    }
    const bool has = m_model.isLive() || m_model.store().totals().events > 0;
    m_again->setText(has ? tr("Run again") : tr("Run"));
    m_again->setToolTip(differsFromShown() ? tr("What you have set holds from the next run on.") : QString());
    m_again->setProperty("role", has && differsFromShown() ? "primary" : "plain");
    m_again->style()->unpolish(m_again);
    m_again->style()->polish(m_again);
}

void ParameterForm::set(const std::string& param, const QString& value) {
    RunRequest request = m_model.request();
    for (auto& [name, held] : request.params) {
        if (name != param) continue;
        held = value.toStdString();
        m_model.setRequest(request);
        return;
    }
    request.params.emplace_back(param, value.toStdString());
    m_model.setRequest(request);
}

bool ParameterForm::differsFromShown() const {
    const RunFacts& facts = m_model.store().facts();
    const RunRequest& request = m_model.request();
    if (facts.scenario != request.scenario) return false;
    // Of runs that are compared, the one that is shown is to be what it would be again.
    const auto runs = runsOf(request);
    const auto same = std::ranges::find(runs, facts.variant, &RunRequest::variant);
    if (same == runs.end()) return true;
    if (facts.seed != same->seed || facts.runtime != same->runtime || facts.pace != same->pace) return true;
    for (const auto& [name, value] : same->params) {
        for (const auto& [shown, used] : facts.params) {
            if (shown == name && used != value) return true;
        }
    }
    return false;
}

}  // namespace interleave::ui
