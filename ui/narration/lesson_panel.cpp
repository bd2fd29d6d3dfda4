#include "ui/narration/lesson_panel.hpp"

#include <QPainter>
#include <QTextBrowser>

#include "ui/narration/lesson.hpp"

namespace interleave::ui {
namespace {

constexpr double kTextPixels = 14;

}  // namespace

LessonPanel::LessonPanel(Model& model, QWidget* parent) : Card(parent), m_model(model), m_page(new QTextBrowser(this)) {
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &Model::scenarioChanged, this, &LessonPanel::showPage);
    connect(this, &Card::headerChanged, this, &LessonPanel::place);
    retranslate();
}

QSize LessonPanel::sizeHint() const { return {fontPx(340), fontPx(360)}; }
QSize LessonPanel::minimumSizeHint() const { return {fontPx(220), fontPx(120)}; }

QString LessonPanel::plainText() const { return m_page->toPlainText(); }

void LessonPanel::setTheme(const Theme& theme) {
    Card::setTheme(theme);
    showPage();
}

void LessonPanel::retranslate() {
    setTitle(tr("Lesson"));
    showPage();
}

void LessonPanel::showPage() {
    m_page->setStyleSheet(QStringLiteral("QTextBrowser { background: transparent; border: none; }"));
    m_page->setFont(textFont(fontPx(kTextPixels)));
    const Scenario* scenario = m_model.scenario();
    m_page->setHtml(scenario ? lessonPage(scenarioText(scenario->id), theme(), fontPx(kTextPixels)) : QString());
    m_page->setAccessibleName(title());
    place();
    update();
}

void LessonPanel::refresh() { place(); }

void LessonPanel::place() {
    m_page->setVisible(!m_page->toPlainText().isEmpty());
    m_page->setGeometry(content().toAlignedRect());
}

void LessonPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    place();
}

void LessonPanel::paintContent(QPainter& painter) {
    if (!m_page->isHidden()) return;
    painter.setFont(textFont(fontPx(kTextPixels)));
    painter.setPen(theme().muted);
    painter.drawText(content(), Qt::AlignCenter | Qt::TextWordWrap, tr("Choose a scenario to read what it is about."));
}

}  // namespace interleave::ui
