// The runner is thrown away after each run and forks: it links core and no Qt.
#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace {

std::string outputOf(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string output;
    std::array<char, 4096> piece{};
    while (pipe != nullptr && std::fgets(piece.data(), piece.size(), pipe.get()) != nullptr) output += piece.data();
    return output;
}

TEST(Runner, LinksNoQt) {
    const auto libraries = outputOf(std::string("ldd '") + INTERLEAVE_RUNNER + "'");

    ASSERT_NE(libraries.find("libc.so"), std::string::npos) << "ldd says: " << libraries;
    EXPECT_EQ(libraries.find("libQt"), std::string::npos) << libraries;
    EXPECT_EQ(libraries.find("libX11"), std::string::npos) << libraries;
}

}  // namespace
