#include "ui/gallery/gallery_order.hpp"

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
    ChapterRow{"generators", "Generators", u"生成器"},
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

Sentence chapterName(std::string_view key) {
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
        auto chapter = std::find_if(chapters.begin(), chapters.end(), [&](const auto& each) { return each.key == key; });
        if (chapter == chapters.end()) chapter = chapters.insert(chapters.end(), {std::string(key), {}});
        chapter->scenarios.push_back(&scenario);
    }
    std::erase_if(chapters, [](const ShownChapter& chapter) { return chapter.scenarios.empty(); });
    return chapters;
}

bool matches(std::string_view id, const ScenarioText& text, const QString& query) {
    const Sentence chapter = chapterName(shownChapterOf(id));
    const QString all = QStringList{QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())), text.title.en,
                                    text.title.chinese, text.subtitle.en, text.subtitle.chinese, chapter.en,
                                    chapter.chinese}
                            .join('\n');
    const QStringList words = query.split(' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

}  // namespace interleave::ui
