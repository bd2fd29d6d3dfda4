#include "ui/code/code_panel.hpp"

#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

#include "ui/code/code_view.hpp"
#include "ui/live/listing.hpp"
#include "ui/live/words.hpp"
#include "ui/theme/segments.hpp"
#include "ui/theme/token.hpp"

namespace interleave::ui {
namespace {

constexpr int kPython = 0;
constexpr int kCpp = 1;

}  // namespace

CodePanel::CodePanel(Model& model, QWidget* parent) : Card(parent), m_model(model) {
    buildTabs();
    buildViews();
    connectModel();
    retranslate();
    loadScenario();
}

void CodePanel::buildTabs() {
    m_tabs = new Segments(this);
    m_tabs->add(kPython, QString());
    m_tabs->add(kCpp, QString());
    m_tabs->setChosen(kPython);
    connect(m_tabs, &Segments::picked, this, [this](int id) {
        showLanguage(id == kPython ? ListingLanguage::python : ListingLanguage::cpp);
    });
}

void CodePanel::buildViews() {
    m_stack = new QStackedWidget(this);
    m_python = new CodeView(ListingLanguage::python, m_stack);
    m_cpp = new CodeView(ListingLanguage::cpp, m_stack);
    m_stack->addWidget(m_python);
    m_stack->addWidget(m_cpp);
}

void CodePanel::connectModel() {
    connect(&m_model, &Model::advanced, this, &CodePanel::refreshLater);
    connect(&m_model, &Model::traceReplaced, this, &CodePanel::refreshLater);
    connect(&m_model, &Model::scenarioChanged, this, &CodePanel::loadScenario);
    connect(&m_model.view(), &ViewState::cursorChanged, this, &CodePanel::refreshLater);
    connect(&m_model.view(), &ViewState::selectionChanged, this, &CodePanel::refreshLater);
}

QSize CodePanel::sizeHint() const { return {fontPx(440), fontPx(380)}; }
QSize CodePanel::minimumSizeHint() const { return {fontPx(280), fontPx(180)}; }

void CodePanel::retranslate() {
    setTitle(tr("Program"));
    m_tabs->setText(kPython, tr("Python"));
    m_tabs->setText(kCpp, tr("C++ that runs"));
    place();
    refreshLater();
}

void CodePanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    for (CodeView* view : {m_python, m_cpp}) view->setLooks(theme, textScale());
}

void CodePanel::setTextScale(double scale) {
    Card::setTextScale(scale);
    for (CodeView* view : {m_python, m_cpp}) view->setLooks(theme(), scale);
    place();
}

void CodePanel::loadScenario() {
    const QString id = m_model.scenario() != nullptr ? QString::fromStdString(m_model.scenario()->id)
                                                     : QString::fromStdString(m_model.store().facts().scenario);
    if (id == m_scenario && !id.isEmpty()) return refreshLater();
    m_scenario = id;
    setListings(pythonListing(id), cppListing(id));
}

void CodePanel::setListings(const QString& python, const QString& cpp) {
    m_ties = SourceTies(python, cpp);
    m_python->setSource(m_ties.python());
    // What stands above the program, its includes, is a scroll away.
    m_cpp->setSource(m_ties.cpp(), m_ties.firstTiedLine() - 1);
    m_stack->setVisible(hasListing());
    refreshLater();
}

void CodePanel::showLanguage(ListingLanguage language) {
    m_tabs->setChosen(language == ListingLanguage::python ? kPython : kCpp);
    m_stack->setCurrentWidget(viewOf(language));
    m_stack->setVisible(hasListing());
    refreshLater();
}

ListingLanguage CodePanel::shownLanguage() const {
    return m_stack->currentWidget() == m_python ? ListingLanguage::python : ListingLanguage::cpp;
}

CodeView* CodePanel::viewOf(ListingLanguage language) const {
    return language == ListingLanguage::python ? m_python : m_cpp;
}

const CodeView& CodePanel::view() const { return *viewOf(shownLanguage()); }

bool CodePanel::hasListing() const {
    return !(shownLanguage() == ListingLanguage::python ? m_ties.python() : m_ties.cpp()).trimmed().isEmpty();
}

void CodePanel::refresh() {
    if (!hasListing()) return;
    const Store& store = m_model.store();
    const bool python = shownLanguage() == ListingLanguage::python;
    const auto shownLine = [&](int line) { return python ? m_ties.pythonLineOf(line) : line; };
    const auto marks = marksAt(store, m_model.view().cursor(), shownLine);

    std::vector<ShownMark> shown;
    for (const LineMark& mark : marks) {
        ShownMark one{mark, {}};
        for (const ActorId id : mark.actors) {
            const QString name = Words::actor(store, id);
            one.tokens.push_back({store.actor(id).hue, tokenLetters(name), name});
        }
        shown.push_back(std::move(one));
    }

    std::optional<ActorId> chosen;
    int outlined = 0;
    const auto& selection = m_model.view().selection();
    if (selection && selection->lane == LaneKind::actor && selection->id < store.actors().size()) {
        chosen = ActorId{selection->id};
        // The line on which the interval that was clicked began, wherever the cursor stands.
        const int line = store.actor(*chosen).lines.lineAt(selection->at);
        outlined = line == 0 ? 0 : shownLine(line);
    }
    const int focus = outlined > 0 ? outlined : lineInFocus(marks, chosen);
    viewOf(shownLanguage())->setMarks(std::move(shown), focus, outlined);
}

void CodePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    place();
    refreshLater();
}

void CodePanel::place() {
    if (m_stack == nullptr) return;
    m_tabs->setStyleSheet(QStringLiteral("QToolButton[role=\"segment\"] { padding: %1px %2px; font-size: %3px; }")
                              .arg(fontPx(2)).arg(fontPx(8)).arg(fontPx(13)));
    const QSize tabs = m_tabs->sizeHint();
    const int margin = fontPx(12);
    m_tabs->setGeometry(width() - margin - tabs.width(), (fontPx(44) - tabs.height()) / 2 + 1, tabs.width(),
                        tabs.height());
    setHeaderRoom(tabs.width() + px(8));
    m_stack->setGeometry(content().adjusted(-px(8), 0, px(8), px(6)).toAlignedRect());
}

void CodePanel::paintContent(QPainter& painter) {
    if (hasListing()) return;
    painter.setFont(textFont(fontPx(13)));
    painter.setPen(theme().muted);
    const QString sentence = m_scenario.isEmpty() ? tr("The program of the scenario appears here.")
                                                  : tr("There is no such listing for this scenario.");
    painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

}  // namespace interleave::ui
