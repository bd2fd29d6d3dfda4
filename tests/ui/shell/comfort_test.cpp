// What every part of the window owes to hands on a keyboard, to ears and to memory.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTest>

#include <map>

#include <gtest/gtest.h>

#include "tests/support/scenes.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/shortcut_sheet.hpp"
#include "ui/theme/card.hpp"
#include "ui/timeline/timeline_panel.hpp"
#include "ui/timeline/timeline_spoken.hpp"

namespace interleave::ui {
namespace {

class Comfort : public testing::Test {
protected:
    Comfort() {
        QSettings().clear();
        m_window.resize(1920, 1080);
        m_window.chooseScenario("locks/deadlock");
        m_window.show();
        QTest::qWait(30);
    }
    ~Comfort() override { speak(Language::english); }

    QAction* named(const QString& text) {
        for (QAction* each : m_window.actions())
            if (each->text() == text) return each;
        return nullptr;
    }
    PanelDocks& panels() { return m_window.panels(); }

    Model m_model;
    MainWindow m_window{m_model};
};

// The letter after a single &; null where there is none.
QChar mnemonic(const QString& text) {
    for (int i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '&') continue;
        if (text[i + 1] != '&') return text[i + 1].toLower();
        ++i;
    }
    return {};
}

void expectUniqueMnemonics(const QMenu& menu) {
    std::map<QChar, QString> taken;
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) expectUniqueMnemonics(*action->menu());
        const QChar letter = mnemonic(action->text());
        if (letter.isNull()) continue;
        EXPECT_TRUE(taken.emplace(letter, action->text()).second)
            << menu.title().toStdString() << ": " << action->text().toStdString() << " and "
            << taken[letter].toStdString();
    }
    if (menu.title().isEmpty()) return;
    EXPECT_FALSE(mnemonic(menu.title()).isNull()) << menu.title().toStdString();
}

TEST_F(Comfort, InEachMenuALetterChoosesOneEntryInBothLanguages) {
    for (const Language language : {Language::english, Language::chinese}) {
        speak(language);
        const auto* bar = m_window.findChild<QMenuBar*>();
        ASSERT_GE(bar->actions().size(), 5);
        for (const QAction* each : bar->actions()) expectUniqueMnemonics(*each->menu());
        for (const QMenu* menu : m_window.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly))
            expectUniqueMnemonics(*menu);
    }
}

TEST_F(Comfort, EveryActionOfTheWindowStandsInAMenuOrHasAKey) {
    QSet<const QAction*> inMenus;
    for (const QMenu* menu : m_window.findChildren<QMenu*>())
        for (const QAction* action : menu->actions()) inMenus << action;
    for (const QAction* action : m_window.actions())
        EXPECT_TRUE(inMenus.contains(action) || !action->shortcuts().isEmpty()) << action->text().toStdString();
}

TEST_F(Comfort, NoTwoActionsHaveTheSameKey) {
    std::map<QString, QString> taken;
    for (const QAction* action : m_window.actions())
        for (const QKeySequence& keys : action->shortcuts())
            EXPECT_TRUE(taken.emplace(keys.toString(), action->text()).second)
                << keys.toString().toStdString() << ": " << action->text().toStdString() << " and "
                << taken[keys.toString()].toStdString();
    for (const auto* button : m_window.findChildren<QAbstractButton*>()) {
        const QString keys = button->shortcut().toString();
        if (keys.isEmpty()) continue;
        EXPECT_TRUE(taken.emplace(keys, button->accessibleName()).second) << keys.toStdString();
    }
    EXPECT_GE(taken.size(), 20U);
}

TEST_F(Comfort, TheSheetHasEveryKeyInBothLanguages) {
    for (const Language language : {Language::english, Language::chinese}) {
        speak(language);
        const ShortcutSheet sheet(m_window.actions(), m_window.theme());
        QStringList texts;
        for (const QLabel* label : sheet.findChildren<QLabel*>()) {
            texts << label->text();
            EXPECT_FALSE(label->text().contains('&')) << label->text().toStdString();
        }
        for (const QAction* action : m_window.actions())
            for (const QKeySequence& keys : action->shortcuts())
                EXPECT_TRUE(texts.contains(keys.toString(QKeySequence::NativeText))) << keys.toString().toStdString();
        for (const char* other : {"F9", "W", "F"}) EXPECT_TRUE(texts.contains(other)) << other;
        EXPECT_LE(sheet.sizeHint().width(), 1280);
        EXPECT_LE(sheet.sizeHint().height(), 720 - 40) << "with its title bar it fits a small screen";
    }
}

// What a person acts on; not what such a widget is made of.
bool isActedOn(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    if (qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QTabBar*>(parent)) return false;
    if (qobject_cast<const QHeaderView*>(&widget) || qobject_cast<const QLineEdit*>(parent)) return false;
    if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)) return false;
    if (widget.objectName().startsWith("qt_")) return false;
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QAbstractSlider*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget) ||
           qobject_cast<const Card*>(&widget) || qobject_cast<const TimelinePlot*>(&widget);
}

std::string whereabouts(const QWidget& widget) {
    std::string path;
    for (const QWidget* each = &widget; each != nullptr; each = each->parentWidget())
        path += std::string(each->metaObject()->className()) + " < ";
    return path;
}

TEST_F(Comfort, WhateverAPersonActsOnHasANameThatCanBeSaid) {
    int found = 0;
    for (const char* scenario :
         {"locks/deadlock", "multitasking/round-robin", "processes/fork", "coroutines/generator"}) {
        m_window.chooseScenario(scenario);
        QTest::qWait(20);
        for (QWidget* widget : m_window.findChildren<QWidget*>()) {
            if (!isActedOn(*widget)) continue;
            ++found;
            const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(spoken, nullptr) << whereabouts(*widget);
            EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty()) << whereabouts(*widget);
        }
    }
    EXPECT_GE(found, 200);
}

TEST_F(Comfort, EveryControlThatIsSeenIsReachedByTheTabKeyOrHasAKey) {
    for (QWidget* widget : m_window.findChildren<QWidget*>()) {
        if (!isActedOn(*widget) || !widget->isVisible() || qobject_cast<Card*>(widget)) continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool hasKey = button != nullptr && !button->shortcut().isEmpty();
        EXPECT_TRUE(hasKey || (widget->focusPolicy() & Qt::TabFocus)) << whereabouts(*widget);
    }
}

TEST_F(Comfort, TheTimelineCanBeHeard) {
    EXPECT_EQ(timelineSpoken(m_model.store(), m_model.view()), "Nothing has run yet.");
    m_model.showTrace(std::make_unique<Store>(scenes::deadlock()));
    m_model.view().setCursor(m_model.view().span().end);
    const QString heard = timelineSpoken(m_model.store(), m_model.view());
    EXPECT_TRUE(heard.contains("Cursor at")) << heard.toStdString();
    EXPECT_TRUE(heard.contains("T1: ")) << heard.toStdString();
    EXPECT_TRUE(heard.contains("T2")) << heard.toStdString();
}

TEST_F(Comfort, ResettingThePanelsCanBeUndoneAndDoneAgain) {
    QDockWidget* code = panels().dockOf(PanelKind::code);
    QAction* undo = named("Put the panels &back where they were");
    ASSERT_NE(undo, nullptr);
    EXPECT_FALSE(undo->isEnabled()) << "nothing was reset yet";
    code->setFloating(true);
    panels().toggles().at(static_cast<std::size_t>(PanelKind::metrics))->trigger();

    named("&Reset the panels")->trigger();
    EXPECT_FALSE(code->isFloating());
    EXPECT_FALSE(panels().dockOf(PanelKind::metrics)->isHidden());

    undo->trigger();
    EXPECT_TRUE(code->isFloating());
    EXPECT_TRUE(panels().dockOf(PanelKind::metrics)->isHidden());

    undo->trigger();
    EXPECT_FALSE(code->isFloating());
}

}  // namespace
}  // namespace interleave::ui
