// Starts the real program as a person does, without a display, and waits for it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace interleave::end_to_end {

struct Outcome {
    int status = -1;  // exit status; 128 + signal where it was killed
    std::string out;
    std::string err;

    // What was written to stdout, parsed; fails the test where it is no JSON.
    nlohmann::json json() const;
};

// Runs `interleave` with `arguments` in an empty environment but for HOME, PATH, LANG and Qt's offscreen platform.
// Killed after `limit`, with everything that it started.
Outcome interleave(const std::vector<std::string>& arguments, std::chrono::seconds limit = std::chrono::seconds(60));

// A folder of the test's own that is removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string file(const std::string& name) const { return (m_path / name).string(); }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

// Processes whose program file is the runner of this build. Zombies have no program file any more.
std::vector<pid_t> runnersAlive();

}  // namespace interleave::end_to_end
