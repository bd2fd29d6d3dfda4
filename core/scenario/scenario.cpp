#include "core/scenario/scenario.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/scenario/catalogue.hpp"

namespace interleave {
namespace {

// In the order in which they are taught, and shown: what presupposes all the others comes last,
// whatever its id's chapter.
std::vector<Scenario> makeAll() {
    using namespace catalogue;
    return {
        concurrencyParallelism(),
        processStates(),
        roundRobin(),
        priority(),
        policyRace(),
        yourJobs(),
        pollingVsEvents(),
        syncAsyncBlocking(),
        startJoin(),
        argumentsAndSubclass(),
        catalogue::daemon(),
        order(),
        race(),
        atomic(),
        threadLocal(),
        udpChat(),
        pool(),
        failure(),
        locals(),
        mutex(),
        gil(),
        reentrant(),
        semaphore(),
        condition(),
        readerWriter(),
        spinOrBlock(),
        deadlock(),
        partialDeadlock(),
        threeLocks(),
        diningPhilosophers(),
        lockOrder(),
        timeout(),
        watchdog(),
        bankers(),
        priorityInversion(),
        catalogue::fork(),
        notShared(),
        joinTimeoutTerminate(),
        zombie(),
        orphan(),
        processPool(),
        folderCopier(),
        preforkServer(),
        startMethod(),
        producerConsumer(),
        fullEmptyTimeout(),
        fifoLifoPriority(),
        manyToMany(),
        backpressure(),
        checkThenAct(),
        pollMany(),
        ipc(),
        queueManager(),
        iteratorProtocol(),
        lazyVsList(),
        generator(),
        yieldFrom(),
        generatorPipeline(),
        pingPong(),
        autoSwitchOnIo(),
        eventLoop(),
        awaitVsTasks(),
        forgotten(),
        futureStates(),
        catalogue::gather(),
        blockingTheLoop(),
        catalogue::cancel(),
        selectEpoll(),
        callbacks(),
        cpuVsIo(),
        switchCost(),
        creationCost(),
        millionSwitches(),
        downloader(),
    };
}

std::string listed(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string namesOf(const std::vector<Param>& params) {
    std::vector<std::string> names;
    for (const Param& param : params) names.push_back(param.name);
    return listed(names);
}

tl::unexpected<Error> noSuchParam(const Scenario& scenario, const std::string& name) {
    if (scenario.params.empty())
        return refused(Sentence("Requests", "{} has no parameter '{}': it takes none").of(scenario.id, name));
    return refused(Sentence("Requests", "{} has no parameter '{}': it takes {}")
                       .of(scenario.id, name, namesOf(scenario.params)));
}

std::string range(const Param& param) {
    if (param.unit.empty()) return Sentence("Requests", "{} to {}").of(param.min, param.max);
    return Sentence("Requests", "{} to {} {}").of(param.min, param.max, param.unit);
}

template <class Number>
bool parseWhole(const std::string& text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

// Empty where the value is fine; else what would be.
std::string whatWouldBeRight(const Param& param, const std::string& value) {
    switch (param.type) {
        case ParamType::integer: {
            std::int64_t number = 0;
            const bool fine = parseWhole(value, number) && static_cast<double>(number) >= param.min &&
                              static_cast<double>(number) <= param.max;
            return fine ? "" : Sentence("Requests", "a whole number from {}").of(range(param));
        }
        case ParamType::real: {
            double number = 0;
            const bool fine =
                parseWhole(value, number) && std::isfinite(number) && number >= param.min && number <= param.max;
            return fine ? "" : Sentence("Requests", "a number from {}").of(range(param));
        }
        case ParamType::boolean:
            if (value == "true" || value == "false") return "";
            return Sentence("Requests", "true or false");
        case ParamType::choice:
            if (std::ranges::find(param.choices, value) != param.choices.end()) return "";
            return Sentence("Requests", "one of {}").of(listed(param.choices));
        case ParamType::text:
        case ParamType::folder: return "";
    }
    return "";
}

}  // namespace

bool Scenario::runsOn(RuntimeKind runtime) const { return std::ranges::find(runtimes, runtime) != runtimes.end(); }

const Param* Scenario::param(std::string_view name) const {
    const auto found = std::ranges::find(params, name, &Param::name);
    return found == params.end() ? nullptr : &*found;
}

std::span<const Scenario> scenarios() {
    static const std::vector<Scenario> all = makeAll();
    return all;
}

const Scenario* findScenario(std::string_view id) {
    const auto found = std::ranges::find(scenarios(), id, &Scenario::id);
    return found == scenarios().end() ? nullptr : &*found;
}

Expected<ParamValues> completeParams(const Scenario& scenario, const ParamValues& given) {
    ParamValues complete;
    for (const Param& param : scenario.params) complete.emplace_back(param.name, param.defaultValue);
    for (const auto& [name, value] : given) {
        const Param* param = scenario.param(name);
        if (!param) return noSuchParam(scenario, name);
        if (const std::string right = whatWouldBeRight(*param, value); !right.empty())
            return refused(Sentence("Requests", "{}={} is out of place in {}: give {}")
                               .of(name, value, scenario.id, right));
        if (param->check) {
            if (auto fine = param->check(value); !fine) return tl::unexpected(fine.error());
        }
        std::ranges::find(complete, name, &ParamValues::value_type::first)->second = value;
    }
    return complete;
}

}  // namespace interleave
