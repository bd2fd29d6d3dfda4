#include "ui/shell/window.hpp"

#include <QApplication>
#include <QSettings>
#include <QStyleFactory>

#include <algorithm>

#include "ui/live/model.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/theme/icon.hpp"

namespace interleave::ui {

namespace {

Language languageAtStart(const QSettings& settings, const WindowOptions& options) {
    if (options.language) return *options.language;
    Language language = systemLanguage();
    parse(settings.value("language").toString(), language);
    return language;
}

ThemeChoice themeAtStart(const QSettings& settings, const WindowOptions& options) {
    if (options.theme) return *options.theme;
    const int saved = settings.value("theme", static_cast<int>(ThemeChoice::system)).toInt();
    return static_cast<ThemeChoice>(std::clamp(saved, 0, 2));
}

// What a trace may hold before its oldest part is forgotten: `store/megabytes` in the settings, 1 GiB unless said.
std::size_t memoryLimit(const QSettings& settings) {
    constexpr qulonglong kDefault = 1024, kLeast = 16, kMost = 1024 * 1024;
    const qulonglong megabytes = settings.value("store/megabytes", kDefault).toULongLong();
    return static_cast<std::size_t>(std::clamp(megabytes, kLeast, kMost)) << 20;
}

QString scenarioAtStart(const QSettings& settings, const WindowOptions& options) {
    if (!options.scenario.isEmpty()) return options.scenario;
    const QString last = settings.value("scenario").toString();
    if (findScenario(last.toStdString()) != nullptr) return last;
    if (findScenario("locks/deadlock") != nullptr) return QStringLiteral("locks/deadlock");
    return scenarios().empty() ? QString() : QString::fromStdString(scenarios().front().id);
}

}  // namespace

int showWindow(QApplication& application, const WindowOptions& options) {
    QCoreApplication::setOrganizationName("Interleave");
    QCoreApplication::setApplicationName("Interleave");
    QGuiApplication::setDesktopFileName("interleave");
    // One style everywhere: the sheet is made for it, and a desktop's own would fight with it.
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setWindowIcon(windowIcon());

    const QSettings settings;
    speak(languageAtStart(settings, options));
    Model model;
    model.setMemoryLimit(memoryLimit(settings));
    MainWindow window(model, themeAtStart(settings, options));
    window.restorePlaces();
    if (const QString scenario = scenarioAtStart(settings, options); !scenario.isEmpty()) {
        window.chooseScenario(scenario);
    }
    if (!options.file.isEmpty()) window.openFile(options.file);
    window.show();
    window.welcome();
    return application.exec();
}

}  // namespace interleave::ui
