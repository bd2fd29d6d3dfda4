#include "ui/live/chapters.hpp"

#include <QStringList>

#include <algorithm>
#include <array>

namespace interleave::ui {

namespace {

struct ChapterRow {
    std::string_view key;
    const char* en;
    const char16_t* chinese;
};

constexpr std::array kChapters{
    ChapterRow{"multitasking", "Multitasking", u"多任务"},
    ChapterRow{"threads", "Threads", u"线程"},
    ChapterRow{"locks", "Locks and deadlock", u"锁与死锁"},
    ChapterRow{"processes", "Processes", u"进程"},
    ChapterRow{"queues", "Queues", u"队列"},
    ChapterRow{"generators", "Iterators and generators", u"迭代器与生成器"},
    ChapterRow{"coroutines", "Coroutines and I/O", u"协程与 I/O"},
    ChapterRow{"choosing", "Choosing", u"如何选择"},
};

struct Moved {
    std::string_view id;
    std::string_view chapter;
};

constexpr std::array kMoved{
    Moved{"threads/gil", "locks"},
    Moved{"multitasking/cpu-vs-io", "choosing"},
    Moved{"multitasking/switch-cost", "choosing"},
    Moved{"processes/creation-cost", "choosing"},
    Moved{"coroutines/million-switches", "choosing"},
    Moved{"coroutines/downloader", "choosing"},
    Moved{"processes/ipc", "queues"},
    Moved{"processes/queue-manager", "queues"},
    Moved{"coroutines/iterator-protocol", "generators"},
    Moved{"coroutines/lazy-vs-list", "generators"},
    Moved{"coroutines/generator", "generators"},
    Moved{"coroutines/yield-from", "generators"},
    Moved{"coroutines/generator-pipeline", "generators"},
};

}  // namespace

std::string_view shownChapterOf(std::string_view id) {
    const auto moved = std::find_if(kMoved.begin(), kMoved.end(), [&](const Moved& row) { return row.id == id; });
    return moved != kMoved.end() ? moved->chapter : id.substr(0, id.find('/'));
}

InBothLanguages chapterName(std::string_view key) {
    for (const ChapterRow& row : kChapters) {
        if (row.key == key) return {QString::fromLatin1(row.en), QString::fromUtf16(row.chinese)};
    }
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    return {name, name};
}

std::vector<ShownChapter> shownChapters(std::span<const Scenario> scenarios) {
    std::vector<ShownChapter> chapters;
    for (const ChapterRow& row : kChapters) chapters.push_back({std::string(row.key), {}});
    for (const Scenario& scenario : scenarios) {
        const std::string_view key = shownChapterOf(scenario.id);
        auto chapter =
            std::find_if(chapters.begin(), chapters.end(), [&](const auto& each) { return each.key == key; });
        if (chapter == chapters.end()) chapter = chapters.insert(chapters.end(), {std::string(key), {}});
        chapter->scenarios.push_back(&scenario);
    }
    std::erase_if(chapters, [](const ShownChapter& chapter) { return chapter.scenarios.empty(); });
    return chapters;
}

std::optional<Neighbour> neighbourOf(std::string_view id, std::span<const Scenario> scenarios, int step) {
    std::vector<const Scenario*> order;
    for (const ShownChapter& chapter : shownChapters(scenarios))
        order.insert(order.end(), chapter.scenarios.begin(), chapter.scenarios.end());
    const auto here = std::find_if(order.begin(), order.end(), [&](const Scenario* each) { return each->id == id; });
    if (here == order.end()) return std::nullopt;
    const auto place = (here - order.begin()) + step;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(order.size())) return std::nullopt;
    const Scenario* there = order[static_cast<std::size_t>(place)];
    return Neighbour{there, shownChapterOf(there->id) == shownChapterOf(id)};
}

namespace {

// Full-width letters are letters, and so are capitals; with the spaces of either kind taken out, since between Chinese
// and Latin some put one and some do not.
QString foldedWord(const QString& text) {
    QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    folded.removeIf([](QChar c) { return c.isSpace(); });
    return folded;
}

QString folded(std::initializer_list<QString> parts) {
    QString all;
    for (const QString& part : parts) all += foldedWord(part) + QLatin1Char('\n');
    return all;
}

}  // namespace

Match matchOf(std::string_view id, const ScenarioText& text, const QString& query) {
    const InBothLanguages chapter = chapterName(shownChapterOf(id));
    const QString names =
        folded({QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), text.title.en, text.title.chinese,
                text.subtitle.en, text.subtitle.chinese, chapter.en, chapter.chinese});
    const QString questions = folded({text.question.en, text.question.chinese});
    Match match = Match::byName;
    for (const QString& typed :
         query.normalized(QString::NormalizationForm_KC).simplified().split(' ', Qt::SkipEmptyParts)) {
        const QString word = foldedWord(typed);
        if (names.contains(word)) continue;
        if (!questions.contains(word)) return Match::none;
        match = Match::byQuestion;
    }
    return match;
}

}  // namespace interleave::ui
