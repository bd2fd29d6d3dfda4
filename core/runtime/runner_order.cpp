#include "core/runtime/runner_order.hpp"

#include <nlohmann/json.hpp>

namespace interleave {

using nlohmann::json;

std::string toJson(const RunnerOrder& order) {
    json params = json::array();
    for (const auto& [name, value] : order.params) params.push_back({name, value});
    const json object{
        {"scenario", order.scenario},  {"runtime", nameOf(order.runtime)},
        {"pace", nameOf(order.pace)},  {"seed", order.seed},
        {"cores", order.cores},        {"tempo", order.tempo},
        {"params", std::move(params)},
    };
    return object.dump();
}

Expected<RunnerOrder> runnerOrderFromJson(std::string_view text) {
    try {
        const json object = json::parse(text);
        RunnerOrder order;
        order.scenario = object.at("scenario").get<std::string>();
        if (!parse(object.at("runtime").get<std::string>(), order.runtime))
            return refused(Sentence("Running", "the order names a runtime that this runner does not know"));
        if (!parse(object.at("pace").get<std::string>(), order.pace))
            return refused(Sentence("Running", "the order names a pace that this runner does not know"));
        order.seed = object.at("seed").get<std::uint64_t>();
        order.cores = object.at("cores").get<std::uint32_t>();
        order.tempo = object.at("tempo").get<double>();
        for (const json& pair : object.at("params"))
            order.params.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        if (order.cores == 0 || !(order.tempo > 0))
            return refused(Sentence("Running", "the order asks for no cores or for no tempo"));
        return order;
    } catch (const json::exception& wrong) {
        return refused(Sentence("Running", "the order cannot be read: {}").of(wrong.what()));
    }
}

}  // namespace interleave
