// Whether the person's desktop is light or dark, now and as it changes. It is asked as the desktops agreed: the setting
// "color-scheme" of org.freedesktop.appearance, over D-Bus; where nobody answers,
// the colours that Qt was given tell it.
#pragma once

#include <QObject>

#include <optional>

class QDBusConnection;
class QDBusPendingCallWatcher;
class QDBusVariant;
class QWidget;

namespace interleave::ui {

class SystemTheme : public QObject {
    Q_OBJECT

public:
    // Before the program sets colours of its own. `window` is told by Qt when the desktop's colours change.
    explicit SystemTheme(QWidget& window);

    bool isDark() const;
    // Asks over `bus` and listens to it; the answer comes later. Not done by itself: a test has a bus of its own.
    void listenTo(const QDBusConnection& bus);
    // The person's bus, if there is one; never starts one.
    void listenToSession();

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    void hear(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(std::optional<bool> dark);
    void takeAnswer(QDBusPendingCallWatcher* call);

    std::optional<bool> m_told;  // by the desktop: dark or light; absent: nothing said, or no preference
    bool m_paletteIsDark;
    bool m_heard = false;        // of a change
};

}  // namespace interleave::ui
