// The banker's tables at the cursor, what is said of a request, and the panel that draws them.
#include <gtest/gtest.h>

#include <memory>

#include "core/scenario/scenario.hpp"
#include "tests/support/lab_run.hpp"
#include "ui/live/bank_words.hpp"
#include "ui/bankers/bankers_panel.hpp"
#include "ui/narration/narrator.hpp"
#include "ui/shell/panel_choice.hpp"

namespace interleave::ui {
namespace {

// The textbook's five processes, as their scenario runs them, on threads: in virtual time requests fall on one moment.
Store textbook(bool banker) {
    RunnerOrder order = testOrder(RuntimeKind::threads);
    order.scenario = "locks/bankers";
    order.pace = Pace::steered;
    order.params = {{"banker", banker ? "true" : "false"}, {"work", "10"}};
    Store store = runInThisProcess(order, findScenario("locks/bankers")->body);
    store.facts().scenario = order.scenario;
    return store;
}

// The moment of the n-th answer of the bank.
TraceTime answered(const Store& store, int n) {
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i)
        if (store.events()[i].kind == EventKind::bankAnswered && n-- == 0) return store.events()[i].at();
    ADD_FAILURE() << "the bank answered less often";
    return {};
}

// When the n-th wait at the bank began, just behind its answer.
TraceTime beganToWait(const Store& store, int n) {
    for (std::size_t i = store.events().first(); i < store.events().end(); ++i) {
        const Event& e = store.events()[i];
        if (e.kind == EventKind::waiting && e.as<WaitReason>() == WaitReason::units && n-- == 0) return e.at();
    }
    ADD_FAILURE() << "fewer had to wait";
    return {};
}

const BankRow& rowOf(const Store& store, const BankView& view, const char* name) {
    for (const BankRow& row : view.rows)
        if (store.actor(row.actor).name == name) return row;
    throw std::runtime_error("nobody of that name has a row");
}

class BankersView : public testing::Test {
protected:
    Store store = textbook(true);
};

TEST_F(BankersView, ShowsTheTextbooksTables) {
    const BankView view = BankView::at(store, answered(store, 4));
    EXPECT_EQ(view.kinds, (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(view.available, (std::vector<Units>{3, 3, 2}));
    ASSERT_EQ(view.rows.size(), 5U);
    EXPECT_EQ(rowOf(store, view, "P2").allocated, (std::vector<Units>{3, 0, 2}));
    EXPECT_EQ(rowOf(store, view, "P2").maximum, (std::vector<Units>{9, 0, 2}));
    EXPECT_EQ(rowOf(store, view, "P4").need, (std::vector<Units>{4, 3, 1}));
    EXPECT_TRUE(view.isSafe);
    EXPECT_EQ(view.order.size(), 5U);
}

TEST_F(BankersView, MarksWhoAsksAndSaysWhatItWasTold) {
    const BankView granted = BankView::at(store, answered(store, 5));
    EXPECT_EQ(BankWords::verdict(store, granted, rowOf(store, granted, "P1")),
              QStringLiteral("P1 asks for (1, 0, 2): granted."));
    const BankView tooFew = BankView::at(store, answered(store, 6));
    ASSERT_TRUE(tooFew.asking);
    EXPECT_EQ(store.actor(tooFew.rows[*tooFew.asking].actor).name, "P4");
    EXPECT_EQ(BankWords::verdict(store, tooFew, rowOf(store, tooFew, "P4")),
              QStringLiteral("P4 asks for (3, 3, 0) and waits: only (2, 3, 0) are free."));
    const BankView unsafe = BankView::at(store, answered(store, 7));
    EXPECT_EQ(BankWords::verdict(store, unsafe, rowOf(store, unsafe, "P0")),
              QStringLiteral("P0 asks for (0, 2, 0) and waits: they are free, but granting them is unsafe."));
    EXPECT_TRUE(rowOf(store, unsafe, "P4").waits) << "it still does";
}

TEST_F(BankersView, TheNarratorSaysWhySomebodyWaits) {
    const TraceTime at = beganToWait(store, 1);
    const QString headline = Narrator(store, at).narrate().headline;
    EXPECT_TRUE(headline.contains(QStringLiteral("unsafe"))) << headline.toStdString();
}

TEST_F(BankersView, IsNobodysBeforeThereIsABank) {
    EXPECT_FALSE(BankView::at(Store{}, {0}).bank.exists());
    EXPECT_TRUE(usesPanel(PanelKind::bank, "locks/bankers", store));
    EXPECT_FALSE(usesPanel(PanelKind::bank, "locks/deadlock", Store{}));
}

// Whether somewhere in the panel's part a pixel has that colour.
bool hasColour(const QImage& picture, const QColor& colour) {
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y).rgb() == colour.rgb()) return true;
    return false;
}

TEST_F(BankersView, ThePanelDrawsTablesWhereThereIsRoomAndMarksAWaitInTheColourOfDanger) {
    Model model;
    const TraceTime granted = answered(store, 5), unsafe = answered(store, 7);
    model.showTrace(std::make_unique<Store>(std::move(store)));
    BankersPanel panel(model);
    panel.resize(440, 320);
    model.view().setFollows(false);
    model.view().setCursor(unsafe);
    EXPECT_TRUE(hasColour(panel.grab().toImage(), panel.theme().danger));
    EXPECT_TRUE(panel.showsTables());
    model.view().setCursor(granted);
    EXPECT_FALSE(hasColour(panel.grab().toImage(), panel.theme().danger));
    panel.resize(200, 320);
    (void)panel.grab();
    EXPECT_FALSE(panel.showsTables()) << "then it says it in words";
}

}  // namespace
}  // namespace interleave::ui
