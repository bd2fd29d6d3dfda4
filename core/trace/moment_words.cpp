// The grammar of moments.
#include <algorithm>
#include <array>
#include <charconv>

#include "core/trace/moment.hpp"

namespace interleave {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(MomentKind::count_)> kMomentKinds{
    "running",   "ready",     "waiting",   "sleeping",  "io",       "held",    "zombie",   "created",
    "started",   "ended",     "failed",    "killed",    "fork",     "exit",    "reaped",   "orphan",
    "signal",    "wanted",    "acquired",  "released",  "notified", "set",     "cleared",  "arrived",
    "opened",    "granted",   "refused",   "inherited", "misused",  "timeout", "deadlock", "read",
    "write",     "lost",      "put",       "get",       "full",     "empty",   "sent",     "received",
    "resumed",   "suspended", "switched",  "delegated", "returned", "closed",  "done",     "cancel",
    "cancelled", "migrated",  "preempted", "boosted",   "turn",     "note",    "printed",  "line"};

struct MomentToken {
    std::string text;
    bool quoted = false;

    bool is(std::string_view word) const { return !quoted && text == word; }
};

Expected<std::vector<MomentToken>> momentTokens(std::string_view words) {
    std::vector<MomentToken> tokens;
    std::size_t at = 0;
    while ((at = words.find_first_not_of(" \t", at)) != std::string_view::npos) {
        const bool quoted = words[at] == '\'';
        const std::size_t begin = quoted ? at + 1 : at;
        std::size_t end = quoted ? words.find('\'', begin) : words.find_first_of(" \t", begin);
        if (quoted && end == std::string_view::npos)
            return refused(Sentence("Traces", "a quotation mark is not closed"));
        end = std::min(end, words.size());
        tokens.push_back({std::string(words.substr(begin, end - begin)), quoted});
        at = quoted ? end + 1 : end;
    }
    return tokens;
}

// "2nd" as 2; 0 where it is none.
std::uint32_t ordinalOf(const std::string& word) {
    if (word == "first") return 1;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
    const bool suffixed = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return error == std::errc{} && suffixed ? number : 0;
}

bool isMeasured(MomentKind kind) { return kind <= MomentKind::io; }

class MomentReader {
public:
    explicit MomentReader(std::vector<MomentToken> tokens) : m_tokens(std::move(tokens)) {}

    Expected<MomentQuery> read() {
        if (m_tokens.empty()) return refused(Sentence("Traces", "a moment is missing: for example \"first deadlock\""));
        if (m_tokens.size() == 1 && m_tokens[0].is("start")) return MomentQuery{};
        if (m_tokens.size() == 1 && m_tokens[0].is("end")) return endOfRun();
        if (!readWhich())
            return refused(
                Sentence("Traces", "\"{}\" begins no moment: first, last, 2nd …, longest, then, start or end")
                    .of(m_tokens[0].text));
        if (!readKind()) return refused(Sentence("Traces", "\"{}\" is nothing that can happen in a run").of(word()));
        if (m_query.which == MomentQuery::Which::longest && !isMeasured(m_query.kind))
            return refused(Sentence("Traces", "longest goes with running, ready, waiting, sleeping or io"));
        if (auto text = readText(); !text) return tl::unexpected(text.error());
        return readNames();
    }

private:
    std::string word() const { return m_next < m_tokens.size() ? m_tokens[m_next].text : std::string(); }

    static MomentQuery endOfRun() {
        MomentQuery query;
        query.which = MomentQuery::Which::end;
        return query;
    }

    bool readWhich() {
        const MomentToken& token = m_tokens[m_next++];
        if (token.is("last")) m_query.which = MomentQuery::Which::last;
        else if (token.is("longest")) m_query.which = MomentQuery::Which::longest;
        else if (token.is("then")) m_query.which = MomentQuery::Which::then;
        else if ((m_query.ordinal = ordinalOf(token.text)) > 0) m_query.which = MomentQuery::Which::nth;
        else return false;
        return true;
    }

    bool readKind() {
        const auto kind = std::ranges::find(kMomentKinds, word());
        if (kind == kMomentKinds.end()) return false;
        m_query.kind = static_cast<MomentKind>(kind - kMomentKinds.begin());
        ++m_next;
        return true;
    }

    Expected<void> readText() {
        const bool line = m_query.kind == MomentKind::line;
        if (line) {
            if (word() != "tag" || m_next + 1 >= m_tokens.size())
                return refused(Sentence("Traces", "line is followed by \"tag\" and the tag's name"));
            ++m_next;
        } else if (m_query.kind != MomentKind::printed && m_query.kind != MomentKind::note) {
            return {};
        }
        if (m_next == m_tokens.size() || (!line && !m_tokens[m_next].quoted)) return {};
        m_query.text = m_tokens[m_next++].text;
        return {};
    }

    Expected<MomentQuery> readNames() {
        while (m_next < m_tokens.size()) {
            const MomentToken& token = m_tokens[m_next];
            std::string* name = token.is("of") ? &m_query.actor : token.is("on") ? &m_query.object : nullptr;
            if (name == nullptr)
                return refused(
                    Sentence("Traces", "\"{}\" does not belong there: \"of\" an actor or \"on\" an object")
                        .of(token.text));
            if (!name->empty()) return refused(Sentence("Traces", "\"{}\" is said twice").of(token.text));
            if (++m_next == m_tokens.size() || word().empty())
                return refused(Sentence("Traces", "a name is missing after \"{}\"").of(token.text));
            *name = m_tokens[m_next++].text;
        }
        return m_query;
    }

    std::vector<MomentToken> m_tokens;
    std::size_t m_next = 0;
    MomentQuery m_query;
};

}  // namespace

std::string_view nameOf(MomentKind kind) { return kMomentKinds[static_cast<std::size_t>(kind)]; }

Expected<MomentQuery> parseMoment(std::string_view words) {
    auto tokens = momentTokens(words);
    if (!tokens) return tl::unexpected(tokens.error());
    return MomentReader(std::move(*tokens)).read();
}

}  // namespace interleave
