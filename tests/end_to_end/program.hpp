// Starts the real program as a person does, without a display, and waits for it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
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

// `interleave` at work, in an environment of HOME, PATH and LANG only: no display, nobody's settings.
class Program {
public:
    explicit Program(const std::vector<std::string>& arguments);
    // Another program, in the same environment.
    Program(const std::string& program, const std::vector<std::string>& arguments);
    ~Program();  // killed, if it has not ended
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    pid_t pid() const { return m_pid; }
    // Reads what it says until it ends. Fails the test, and kills it, where that takes longer than `limit`.
    Outcome end(std::chrono::seconds limit = std::chrono::seconds(60));

private:
    pid_t m_pid = -1;
    int m_out = -1;
    int m_err = -1;
};

inline Outcome interleave(const std::vector<std::string>& arguments) { return Program(arguments).end(); }
inline Outcome runProgram(const std::string& program, const std::vector<std::string>& arguments) {
    return Program(program, arguments).end();
}

// Runs `interleave run WORDS --json` and returns its JSON. A run that did not go well,
// that lost an event or broke a law, fails the test.
nlohmann::json run(std::vector<std::string> words);

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

// Whoever descends from `ancestor` and runs the runner's program. Zombies run none any more.
std::vector<pid_t> runnersOf(pid_t ancestor);
bool alive(pid_t process);
// True once `condition` holds; looks again every millisecond for at most `limit`.
bool comesTrue(const std::function<bool()>& condition, std::chrono::milliseconds limit = std::chrono::seconds(10));

}  // namespace interleave::end_to_end
