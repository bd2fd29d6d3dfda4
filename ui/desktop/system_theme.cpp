#include "ui/desktop/system_theme.hpp"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QPalette>
#include <QWidget>

#include <utility>

namespace interleave::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kObject = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

bool looksDark(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128; }

// The first time that anybody asks is before the program sets colours of its own.
bool startedDark() {
    static const bool dark = looksDark(QApplication::palette());
    return dark;
}

// Qt's own colours, whatever the program has set since.
bool systemPaletteIsDark() {
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = looksDark(QApplication::palette());
    QApplication::setPalette(ours);
    return dark;
}

// Version 1 of the interface packs the value twice.
std::optional<bool> darkPreferred(QVariant value) {
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
        case 1: return true;
        case 2: return false;
        default: return std::nullopt;  // no preference
    }
}

}  // namespace

SystemTheme::SystemTheme(QWidget& window) : QObject(&window), m_paletteIsDark(startedDark()) {
    window.installEventFilter(this);
}

bool SystemTheme::isDark() const { return m_told.value_or(m_paletteIsDark); }

void SystemTheme::listenToSession() {
    const bool isThere = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                         QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus");
    if (isThere) listenTo(QDBusConnection::sessionBus());
}

void SystemTheme::listenTo(const QDBusConnection& bus) {
    if (!bus.isConnected()) return;
    // The slot's argument is looked up by its name, which nobody may have told yet.
    qRegisterMetaType<QDBusVariant>();
    QDBusConnection connection = bus;
    connection.connect(kService, kObject, kSettings, QStringLiteral("SettingChanged"), this,
                       SLOT(hear(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(kService, kObject, kSettings, QStringLiteral("Read"));
    question << kSpace << kKey;
    auto* call = new QDBusPendingCallWatcher(connection.asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &SystemTheme::takeAnswer);
}

void SystemTheme::takeAnswer(QDBusPendingCallWatcher* call) {
    const QDBusPendingReply<QDBusVariant> reply = *call;
    call->deleteLater();
    // What was heard meanwhile is newer than the answer, whichever arrives first.
    if (!m_heard && !reply.isError()) take(darkPreferred(reply.value().variant()));
}

void SystemTheme::hear(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space != kSpace || key != kKey) return;
    m_heard = true;
    take(darkPreferred(value.variant()));
}

void SystemTheme::take(std::optional<bool> dark) {
    const bool before = isDark();
    m_told = dark;
    if (isDark() != before) emit changed();
}

bool SystemTheme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange) {
        const bool before = isDark();
        m_paletteIsDark = systemPaletteIsDark();
        if (isDark() != before) emit changed();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace interleave::ui
