// A desktop's settings portal, on a bus of the test's own, and the window that follows it.
#include "ui/desktop/system_theme.hpp"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/shell/main_window.hpp"

namespace interleave::ui {
namespace {

constexpr int kPatience = 5000;  // ms
constexpr uint kNoPreference = 0, kDark = 1, kLight = 2;
const char* const kObject = "/org/freedesktop/portal/desktop";
const char* const kInterface = "org.freedesktop.portal.Settings";

// Answers as xdg-desktop-portal does.
class Portal : public QDBusVirtualObject {
public:
    explicit Portal(QDBusConnection bus) : m_bus(std::move(bus)) {
        m_bus.registerVirtualObject(kObject, this);
        m_bus.registerService("org.freedesktop.portal.Desktop");
    }

    void choose(uint scheme) {
        m_scheme = scheme;
        tell("org.freedesktop.appearance", "color-scheme");
    }
    void tell(const QString& space, const QString& key) {
        auto signal = QDBusMessage::createSignal(kObject, kInterface, "SettingChanged");
        signal << space << key << QVariant::fromValue(QDBusVariant(m_scheme));
        m_bus.send(signal);
    }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
        if (message.member() != "Read") return false;
        const QDBusVariant inner(m_scheme);
        bus.send(message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(inner)))));
        return true;
    }

    uint m_scheme = kNoPreference;

private:
    QDBusConnection m_bus;
};

class SystemThemeTest : public testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        if (QStandardPaths::findExecutable("dbus-daemon").isEmpty()) GTEST_SKIP() << "needs dbus-daemon";
        m_daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        ASSERT_TRUE(m_daemon.waitForReadyRead(kPatience));
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        m_portal = std::make_unique<Portal>(QDBusConnection::connectToBus(m_address, "the desktop"));
    }
    void TearDown() override {
        m_portal.reset();
        for (const char* name : {"the desktop", "the program"}) QDBusConnection::disconnectFromBus(name);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    QDBusConnection bus() { return QDBusConnection::connectToBus(m_address, "the program"); }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<Portal> m_portal;
    Model m_model;
};

TEST_F(SystemThemeTest, TheWindowFollowsTheDesktopWhileItRuns) {
    MainWindow window(m_model, ThemeChoice::system);
    ASSERT_EQ(window.theme().name, ThemeName::light) << "as Qt's colours here are";
    m_portal->m_scheme = kDark;

    window.systemTheme().listenTo(bus());
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.theme().name == ThemeName::dark; }, kPatience))
        << "as it is at first";

    m_portal->choose(kLight);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.theme().name == ThemeName::light; }, kPatience))
        << "as it changes; the desktop is dark: " << window.systemTheme().isDark();
}

TEST_F(SystemThemeTest, AThemeThatAPersonChoseStays) {
    MainWindow window(m_model, ThemeChoice::light);
    m_portal->m_scheme = kDark;
    window.systemTheme().listenTo(bus());
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.systemTheme().isDark(); }, kPatience));

    EXPECT_EQ(window.theme().name, ThemeName::light);
    window.setThemeChoice(ThemeChoice::system);
    EXPECT_EQ(window.theme().name, ThemeName::dark);
}

TEST_F(SystemThemeTest, WithoutAPreferenceQtsColoursDecide) {
    QWidget window;
    SystemTheme theme(window);
    const bool ofQt = theme.isDark();
    theme.listenTo(bus());
    m_portal->choose(ofQt ? kLight : kDark);
    ASSERT_TRUE(QTest::qWaitFor([&] { return theme.isDark() != ofQt; }, kPatience));

    m_portal->choose(kNoPreference);
    EXPECT_TRUE(QTest::qWaitFor([&] { return theme.isDark() == ofQt; }, kPatience));
}

TEST_F(SystemThemeTest, OtherSettingsAreNoneOfItsBusiness) {
    QWidget window;
    SystemTheme theme(window);
    theme.listenTo(bus());
    QTest::qWait(50);
    const bool before = theme.isDark();
    m_portal->m_scheme = before ? kLight : kDark;
    m_portal->tell("org.gnome.desktop.interface", "font-name");
    QTest::qWait(100);
    EXPECT_EQ(theme.isDark(), before);
}

}  // namespace
}  // namespace interleave::ui
