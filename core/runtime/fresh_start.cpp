#include "core/runtime/fresh_start.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string>

namespace interleave {
namespace {

constexpr int kCouldNotExecute = 127;

template <class Number>
bool parse(std::string_view word, Number& number) {
    const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), number);
    return wrong == std::errc{} && end == word.data() + word.size();
}

}  // namespace

void becomeFresh(const FreshStart& start) {
    // All else that is open closes itself.
    for (const int fd : {start.arena, start.forks}) (void)::fcntl(fd, F_SETFD, 0);
    std::array<std::string, 8> words{"interleave-runner",
                                     std::string(kFreshWord),
                                     std::to_string(start.arena),
                                     std::to_string(start.forks),
                                     std::to_string(start.actor.value),
                                     std::to_string(start.argument),
                                     std::to_string(start.begin.count()),
                                     toJson(start.order)};
    std::array<char*, words.size() + 1> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
    ::execv("/proc/self/exe", arguments.data());
    std::perror("interleave-runner cannot be started anew");
    ::_exit(kCouldNotExecute);
}

std::optional<FreshStart> freshStartFrom(std::span<char* const> words) {
    constexpr std::size_t kWords = 6;
    if (words.size() != kWords) return std::nullopt;
    FreshStart start;
    std::int64_t begin = 0;
    const bool isRead = parse(words[0], start.arena) && parse(words[1], start.forks) &&
                        parse(words[2], start.actor.value) && parse(words[3], start.argument) && parse(words[4], begin);
    auto order = runnerOrderFromJson(words[5]);
    if (!isRead || !order || ::fcntl(start.arena, F_GETFD) < 0 || ::fcntl(start.forks, F_GETFD) < 0)
        return std::nullopt;
    start.begin = Duration{begin};
    start.order = std::move(*order);
    return start;
}

}  // namespace interleave
