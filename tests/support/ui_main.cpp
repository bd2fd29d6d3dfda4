// Runs the window's tests: an application on Qt's offscreen platform, with settings and a cache of its own that are
// thrown away, so that no test sees what a person or another test has set.
#include <QApplication>
#include <QTemporaryDir>

#include <cstdlib>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    if (std::getenv("QT_QPA_PLATFORM") == nullptr) ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    // Listing the tests needs no application, and ctest asks for it often.
    if (GTEST_FLAG_GET(list_tests)) return RUN_ALL_TESTS();

    const QTemporaryDir settings;
    ::setenv("XDG_CONFIG_HOME", settings.path().toUtf8().constData(), 1);
    ::setenv("XDG_CACHE_HOME", (settings.path() + "/cache").toUtf8().constData(), 1);
    const QApplication application(argc, argv);
    QApplication::setApplicationName("interleave-tests");
    QApplication::setOrganizationName("interleave-tests");
    return RUN_ALL_TESTS();
}
