#include "ui/shell/parameter_form.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include "ui/shell/actions.hpp"
#include "ui/shell/parameter_row.hpp"

namespace interleave::ui {
namespace {

Param integer() { return {"capacity", ParamType::integer, "4", 1, 16, {}, "items"}; }
Param real() { return {"rate", ParamType::real, "0.5", 0, 2, {}, "s"}; }
Param choice() { return {"policy", ParamType::choice, "fair", 0, 0, {"fair", "greedy"}, ""}; }
Param boolean() { return {"aging", ParamType::boolean, "true", 0, 0, {}, ""}; }

TEST(ParameterRow, ANumberHasAFieldWithItsUnitAndASliderOfItsRange) {
    ParameterRow row(integer(), "capacity");
    auto* field = row.findChild<QSpinBox*>();
    auto* slider = row.findChild<QSlider*>();
    ASSERT_NE(field, nullptr);
    ASSERT_NE(slider, nullptr);
    EXPECT_EQ(row.value(), "4");
    EXPECT_TRUE(field->suffix().contains("items"));
    slider->setValue(9);
    EXPECT_EQ(row.value(), "9");
    field->setValue(99);
    EXPECT_EQ(row.value(), "16");
    EXPECT_EQ(slider->value(), 16);
}

TEST(ParameterRow, WhatIsTypedIsNotRoundedToTheSlidersPositions) {
    ParameterRow row(real(), "rate");
    row.findChild<QDoubleSpinBox*>()->setValue(0.37);
    EXPECT_EQ(row.value().toDouble(), 0.37);
}

TEST(ParameterRow, EveryTypeTellsAChangeOnceAndSettingTellsNone) {
    for (const Param& param : {integer(), real(), choice(), boolean()}) {
        SCOPED_TRACE(param.name);
        ParameterRow row(param, "label");
        QSignalSpy changed(&row, &ParameterRow::changed);
        EXPECT_EQ(row.value().toStdString(), param.defaultValue);
        row.setValue(row.value());
        EXPECT_EQ(changed.count(), 0);
        if (auto* field = row.findChild<QSpinBox*>()) field->setValue(5);
        if (auto* field = row.findChild<QDoubleSpinBox*>()) field->setValue(1.25);
        if (auto* list = row.findChild<QComboBox*>()) list->setCurrentIndex(1);
        if (auto* box = row.findChild<QCheckBox*>()) box->toggle();
        EXPECT_EQ(changed.count(), 1);
        EXPECT_NE(row.value().toStdString(), param.defaultValue);
    }
}

// Closes the dialog that comes next with that folder chosen.
void chooseSoon(const QString& folder) {
    QTimer::singleShot(50, [folder] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return chooseSoon(folder);
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText(folder);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

TEST(ParameterRow, AFolderIsTypedOrChosenAndATargetMayBeNew) {
    const QTemporaryDir place;
    for (const char* name : {"folder", "target"}) {
        SCOPED_TRACE(name);
        const bool isNew = std::string_view(name) == "target";
        ParameterRow row(Param{name, ParamType::folder, "", 0, 0, {}, ""}, name);
        QSignalSpy changed(&row, &ParameterRow::changed);
        EXPECT_EQ(row.value(), "");
        EXPECT_FALSE(row.findChild<QLineEdit*>()->placeholderText().isEmpty());
        const QString wanted = isNew ? place.filePath("new one") : place.path();
        chooseSoon(wanted);
        row.findChild<QToolButton*>()->click();
        EXPECT_EQ(row.value(), wanted);
        EXPECT_EQ(changed.count(), 1);
        row.setValue("/typed");
        EXPECT_EQ(row.value(), "/typed");
    }
}

class ParameterFormTest : public testing::Test {
protected:
    ParameterFormTest() { m_model.chooseScenario("queues/producer-consumer"); }
    std::string held(const std::string& name) const {
        for (const auto& [param, value] : m_model.request().params) {
            if (param == name) return value;
        }
        return "(none)";
    }
    Model m_model;
    QWidget m_window;
    Actions m_actions{m_model, &m_window};
    ParameterForm m_form{m_model, m_actions};
};

TEST_F(ParameterFormTest, HasARowForEachParameterOfTheScenarioAndFollowsAnother) {
    const auto rows = [this] {
        std::size_t shown = 0;
        for (ParameterRow* row : m_form.findChildren<ParameterRow*>()) shown += row->isHidden() ? 0 : 1;
        return shown;
    };
    EXPECT_EQ(rows(), m_model.scenario()->params.size());
    m_model.chooseScenario("locks/deadlock");
    EXPECT_EQ(rows(), m_model.scenario()->params.size());
}

TEST_F(ParameterFormTest, WhatIsSetIsWhatTheNextRunAsksFor) {
    for (ParameterRow* row : m_form.findChildren<ParameterRow*>()) {
        if (auto* field = row->findChild<QSpinBox*>()) {
            field->setValue(field->maximum());
            EXPECT_EQ(held(row->name()), std::to_string(field->maximum()));
        }
    }
    EXPECT_TRUE(checkedRequest(m_model.request()).has_value());
}

TEST_F(ParameterFormTest, ASeedDrawnByTheDiceIsShown) {
    auto* seed = m_form.findChildren<QSpinBox*>(QString(), Qt::FindDirectChildrenOnly).value(0);
    ASSERT_NE(seed, nullptr);
    RunRequest request = m_model.request();
    request.seed = 777;
    m_model.setRequest(request);
    EXPECT_EQ(seed->value(), 777);
    seed->setValue(12);
    EXPECT_EQ(m_model.request().seed, 12u);
}

}  // namespace
}  // namespace interleave::ui
