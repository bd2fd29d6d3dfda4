#include "core/trace/claim.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace interleave {
namespace {

constexpr std::array<std::string_view, 6> kRelations{"==", "!=", "<", "<=", ">", ">="};

bool isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
}
bool isOfRelation(char c) { return c == '=' || c == '!' || c == '<' || c == '>'; }

// Names, numbers, relations and `*`, one after the other.
std::vector<std::string> claimTokens(std::string_view words) {
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < words.size();) {
        if (words[at] == ' ' || words[at] == '\t') {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        const auto grow = [&](bool (*belongs)(char)) {
            while (end < words.size() && belongs(words[end])) ++end;
        };
        if (isOfName(words[at])) grow(isOfName);
        else if (isOfRelation(words[at])) grow(isOfRelation);
        tokens.emplace_back(words.substr(at, end - at));
        at = end;
    }
    return tokens;
}

std::optional<double> numberIn(const std::string& token) {
    double number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc{} || end != token.data() + token.size()) return std::nullopt;
    return number;
}

class ClaimReader {
public:
    explicit ClaimReader(std::vector<std::string> tokens) : m_tokens(std::move(tokens)) {}

    Expected<Claim> read() {
        if (m_tokens.empty()) return refused(Sentence("Traces", "a claim is missing: for example \"lost > 0\""));
        Claim claim;
        claim.anyOfAll.emplace_back();
        while (true) {
            auto comparison = readComparison();
            if (!comparison) return tl::unexpected(comparison.error());
            claim.anyOfAll.back().push_back(std::move(*comparison));
            if (atEnd()) return claim;
            const std::string joint = take();
            if (joint == "or") claim.anyOfAll.emplace_back();
            else if (joint != "and")
                return refused(
                    Sentence("Traces", "\"{}\" does not belong there: comparisons are joined by and, or").of(joint));
        }
    }

private:
    bool atEnd() const { return m_next == m_tokens.size(); }
    std::string take() { return atEnd() ? std::string() : m_tokens[m_next++]; }

    Expected<Comparison> readComparison() {
        auto left = readOperand();
        if (!left) return tl::unexpected(left.error());
        const std::string word = take();
        const auto relation = std::ranges::find(kRelations, word);
        if (relation == kRelations.end())
            return refused(
                Sentence("Traces", "\"{}\" is no comparison: ==, !=, <, <=, > or >= goes after \"{}\"")
                    .of(word, left->name));
        auto right = readOperand();
        if (!right) return tl::unexpected(right.error());
        return Comparison{std::move(*left), static_cast<Relation>(relation - kRelations.begin()), std::move(*right)};
    }

    Expected<Operand> readOperand() {
        const std::string token = take();
        if (token.empty()) return refused(Sentence("Traces", "the claim ends where a name or a number should follow"));
        if (const auto number = numberIn(token)) {
            if (atEnd() || m_tokens[m_next] != "*") return Operand{*number, {}, false};
            ++m_next;
            const std::string name = take();
            if (name.empty() || !isOfName(name.front()) || numberIn(name))
                return refused(Sentence("Traces", "after * follows a name"));
            return Operand{*number, name, true};
        }
        if (!isOfName(token.front()) || token == "and" || token == "or")
            return refused(Sentence("Traces", "\"{}\" stands where a name or a number should").of(token));
        return Operand{1, token, false};
    }

    std::vector<std::string> m_tokens;
    std::size_t m_next = 0;
};

template <class Value>
bool relates(const Value& left, Relation relation, const Value& right) {
    switch (relation) {
        case Relation::equal: return left == right;
        case Relation::unequal: return left != right;
        case Relation::less: return left < right;
        case Relation::lessOrEqual: return left <= right;
        case Relation::greater: return left > right;
        case Relation::greaterOrEqual: return left >= right;
    }
    return false;
}

struct Valued {
    RunValue value;
    bool known = false;  // to the run, or a number; else a word
};

Valued valued(const Operand& operand, const RunValues& values) {
    if (operand.name.empty()) return {{operand.number, {}}, true};
    const auto value = values.find(operand.name);
    if (!value) return {{std::nullopt, operand.scaled ? std::string() : operand.name}, false};
    if (!operand.scaled) return {*value, true};
    return {{value->number ? std::optional(*value->number * operand.number) : std::nullopt, {}}, true};
}

Expected<bool> holds(const Comparison& comparison, const RunValues& values) {
    const Valued left = valued(comparison.left, values);
    const Valued right = valued(comparison.right, values);
    if (left.value.number && right.value.number)
        return relates(*left.value.number, comparison.relation, *right.value.number);
    const bool ordered = comparison.relation != Relation::equal && comparison.relation != Relation::unequal;
    const bool words = !left.value.word.empty() && !right.value.word.empty() && (left.known || right.known);
    if (words && !ordered) return relates(left.value.word, comparison.relation, right.value.word);
    for (const auto& [side, operand] : {std::pair{&left, &comparison.left}, std::pair{&right, &comparison.right}})
        if (!side->known) return refused(Sentence("Traces", "\"{}\" is nothing that the run tells").of(operand->name));
    return refused(Sentence("Traces", "\"{}\" and \"{}\" cannot be compared so: one is a word")
                       .of(comparison.left.name, comparison.right.name));
}

}  // namespace

Expected<Claim> parseClaim(std::string_view words) { return ClaimReader(claimTokens(words)).read(); }

Expected<bool> holds(const Claim& claim, const RunValues& values) {
    bool any = false;
    for (const auto& all : claim.anyOfAll) {
        bool whole = true;
        for (const Comparison& comparison : all) {
            const auto held = holds(comparison, values);
            if (!held) return held;
            whole = whole && *held;
        }
        any = any || whole;
    }
    return any;
}

}  // namespace interleave
