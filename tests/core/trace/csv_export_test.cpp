// The table of intervals can be read by anything that reads RFC 4180, and holds what the lanes hold.
#include "core/trace/csv_export.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/support/scenes.hpp"

namespace interleave {
namespace {

using scenes::Scene;

std::string csvOf(const Store& store) {
    std::string text;
    writeCsv(store, [&](std::string_view piece) {
        text += piece;
        return true;
    });
    return text;
}

// A reader after RFC 4180, written against the text of the standard; lines of remarks are left out.
std::vector<std::vector<std::string>> rowsOf(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::size_t i = 0;
    while (i < text.size() && text[i] == '#') i = text.find("\r\n", i) + 2;
    std::vector<std::string> row(1);
    for (bool inQuotes = false; i < text.size(); ++i) {
        const char c = text[i];
        if (inQuotes && c == '"' && i + 1 < text.size() && text[i + 1] == '"') row.back() += text[++i];
        else if (c == '"') inQuotes = !inQuotes;
        else if (!inQuotes && c == ',') row.emplace_back();
        else if (!inQuotes && c == '\r') {
            EXPECT_EQ(text[++i], '\n');
            rows.push_back(row);
            row.assign(1, "");
        } else row.back() += c;
    }
    EXPECT_EQ(row.size(), 1U) << "the last line ends, too";
    return rows;
}

using Row = std::map<std::string, std::string>;

std::vector<Row> tableOf(const Store& store) {
    const auto rows = rowsOf(csvOf(store));
    std::vector<Row> table;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].size(), rows[0].size()) << "row " << i;
        Row row;
        for (std::size_t c = 0; c < rows[0].size() && c < rows[i].size(); ++c) row[rows[0][c]] = rows[i][c];
        table.push_back(row);
    }
    return table;
}

TEST(Csv, BeginsWithTheFactsOfTheRunAndAHeader) {
    const std::string text = csvOf(scenes::deadlock());
    EXPECT_EQ(text.rfind("# scenario: locks/deadlock\r\n", 0), 0U);
    EXPECT_NE(text.find("# pace: steered\r\n"), std::string::npos);
    EXPECT_NE(text.find("\r\nlane,kind,state,reason,object,begin_ms,end_ms,length_ms,core,value\r\n"),
              std::string::npos);
}

TEST(Csv, HoldsTheIntervalsOfTheLanes) {
    const auto table = tableOf(scenes::deadlock());
    const auto count = [&](const Row& wanted) {
        return std::count_if(table.begin(), table.end(), [&](const Row& row) {
            return std::all_of(wanted.begin(), wanted.end(),
                               [&](const auto& cell) { return row.at(cell.first) == cell.second; });
        });
    };
    EXPECT_EQ(count({{"lane", "T1"}, {"kind", "thread"}, {"state", "waiting"}, {"reason", "lock"}, {"object", "B"},
                     {"begin_ms", "1357.000000"}, {"end_ms", "3000.000000"}, {"length_ms", "1643.000000"}}), 1);
    EXPECT_EQ(count({{"lane", "T1"}, {"state", "running"}, {"object", "compute"}, {"core", "0"}}), 1);
    EXPECT_EQ(count({{"lane", "T2"}, {"state", "sleeping"}, {"reason", "sleep"}, {"begin_ms", "400.000000"}}), 1);
    EXPECT_EQ(
        count({{"lane", "A"}, {"kind", "mutex"}, {"state", "owned"}, {"object", "T1"}, {"end_ms", "3000.000000"}}), 1);
    EXPECT_GE(count({{"lane", "CPU 1"}, {"kind", "core"}, {"state", "occupied"}, {"object", "T2"}}), 1);
}

TEST(Csv, IntervalsOfALaneLieBackToBackAndSumUp) {
    const auto table = tableOf(scenes::roundRobin());
    double end = -1, sum = 0;
    for (const Row& row : table) {
        if (row.at("lane") != "A") continue;
        if (end >= 0) {
            EXPECT_DOUBLE_EQ(std::stod(row.at("begin_ms")), end);
        }
        end = std::stod(row.at("end_ms"));
        sum += std::stod(row.at("length_ms"));
    }
    EXPECT_NEAR(sum, end, 1e-3);
}

TEST(Csv, QuotesWhatNeedsQuoting) {
    Scene s;
    const ObjectId lock = s.mutex("a, \"b\"\nc");
    const ActorId t = s.actor("T,1");
    s.at(1).runs(t).acquires(t, lock).at(2).ends(t).at(3);
    const auto table = tableOf(s.finish(Ended::finished));
    EXPECT_TRUE(std::any_of(table.begin(), table.end(), [](const Row& row) { return row.at("lane") == "T,1"; }));
    EXPECT_TRUE(std::any_of(table.begin(), table.end(), [](const Row& row) {
        return row.at("lane") == "a, \"b\"\nc" && row.at("object") == "T,1";
    }));
}

TEST(Csv, TellsTheLevelOfAQueue) {
    const auto table = tableOf(scenes::producerConsumer());
    int highest = 0;
    for (const Row& row : table)
        if (row.at("lane") == "queue") highest = std::max(highest, std::stoi(row.at("value")));
    EXPECT_EQ(highest, 4);
}

TEST(Csv, StopsWhenTheSinkWantsNoMore) {
    int pieces = 0;
    writeCsv(scenes::roundRobin(), [&](std::string_view) { return ++pieces < 3; });
    EXPECT_EQ(pieces, 3);
}

}  // namespace
}  // namespace interleave
