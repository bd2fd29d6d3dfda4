#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/file_writer.hpp"
#include "core/trace/checksum.hpp"
#include "core/trace/saved_format.hpp"
#include "core/trace/saved_trace.hpp"

namespace interleave {
namespace {

std::uint64_t aligned(std::uint64_t offset) {
    return (offset + kSavedAlignment - 1) / kSavedAlignment * kSavedAlignment;
}

template <class T>
std::uint32_t elementBytes() { return static_cast<std::uint32_t>(sizeof(T)); }

// Writes one section after the other and notes their checksums.
class SectionWriter {
public:
    SectionWriter(FileWriter& file, std::array<SavedSectionEntry, kSavedSections>& table)
        : m_file(file), m_table(table) {}

    void begin() {
        m_file.alignTo(kSavedAlignment);
        m_checksum.begin();
    }
    void write(const void* data, std::size_t size) {
        const std::span bytes(static_cast<const std::byte*>(data), size);
        m_checksum.add(bytes);
        m_file.write(bytes);
    }
    void end(SavedSection section) { m_table[static_cast<std::size_t>(section)].checksum = m_checksum.value(); }

    template <class T, std::size_t kChunk>
    void column(const Column<T, kChunk>& column) {
        for (std::size_t i = column.first(); i < column.end() && !m_file.failed();) {
            const auto run = column.run(i);
            write(run.data(), run.size_bytes());
            i += run.size();
        }
    }

private:
    FileWriter& m_file;
    std::array<SavedSectionEntry, kSavedSections>& m_table;
    Checksum m_checksum;
};

}  // namespace

// Sizes are all known before the first byte is written, so the file can go through a pipe.
struct SavedTrace::Plan {
    std::string meta;
    std::vector<SavedLane> lanes;
    std::vector<const Column<std::uint64_t, 1024>*> words;   // in the order of `lanes`
    std::vector<const IntervalLane::Samples*> samples;
    std::vector<const LevelLane*> levels;
    std::uint64_t wordCount = 0, sampleCount = 0, levelCount = 0, extremeCount = 0;
    std::array<SavedSectionEntry, kSavedSections> table{};
    std::uint64_t tableAt = 0;

    void addIntervals(SavedRole role, std::size_t id, const IntervalLane& lane) {
        if (lane.empty()) return;
        addWords(role, id, lane.packed());
        lanes.back().samplesAt = sampleCount;
        lanes.back().samples = lane.samples().size();
        sampleCount += lane.samples().size();
        samples.push_back(&lane.samples());
    }
    void addWords(SavedRole role, std::size_t id, const Column<std::uint64_t, 1024>& column) {
        if (column.empty()) return;
        lanes.push_back({role, static_cast<std::uint32_t>(id), column.first(), wordCount, column.size(), 0, 0});
        wordCount += column.size();
        words.push_back(&column);
    }
    void addLevels(std::size_t id, const LevelLane& lane) {
        if (lane.empty()) return;
        lanes.push_back({SavedRole::objectLevels, static_cast<std::uint32_t>(id), lane.first(), levelCount,
                         lane.steps().size(), extremeCount, lane.blocks().size()});
        levelCount += lane.steps().size();
        extremeCount += lane.blocks().size();
        levels.push_back(&lane);
    }
    void place(SavedSection section, std::uint32_t element, std::uint64_t count) {
        const std::uint64_t offset = aligned(tableAt);
        table[static_cast<std::size_t>(section)] = {static_cast<std::uint32_t>(section), element, offset,
                                                    element * count, 0};
        tableAt = offset + element * count;
    }
};

SavedTrace::Plan SavedTrace::planOf(const Store& store) {
    Plan plan;
    plan.meta = metaOf(store);
    for (std::size_t i = 0; i < store.actors().size(); ++i) {
        plan.addIntervals(SavedRole::actorStates, i, store.actors()[i].states);
        plan.addWords(SavedRole::actorLines, i, store.actors()[i].lines.packed());
    }
    for (std::size_t i = 0; i < store.objects().size(); ++i) {
        plan.addIntervals(SavedRole::objectOwners, i, store.objects()[i].owners);
        plan.addIntervals(SavedRole::objectWaiters, i, store.objects()[i].waiters);
        plan.addLevels(i, store.objects()[i].levels);
    }
    for (std::size_t i = 0; i < store.cores().size(); ++i)
        plan.addIntervals(SavedRole::coreActors, i, store.cores()[i].actors);
    for (std::size_t i = 0; i < store.kernelCores().size(); ++i)
        plan.addIntervals(SavedRole::kernelCoreActors, i, store.kernelCores()[i].actors);

    plan.tableAt = sizeof(SavedHeader);
    plan.place(SavedSection::meta, 1, plan.meta.size());
    plan.place(SavedSection::events, elementBytes<Event>(), store.events().size());
    plan.place(SavedSection::lanes, elementBytes<SavedLane>(), plan.lanes.size());
    plan.place(SavedSection::words, elementBytes<std::uint64_t>(), plan.wordCount);
    plan.place(SavedSection::samples, elementBytes<PackedShares>(), plan.sampleCount);
    plan.place(SavedSection::levels, elementBytes<Level>(), plan.levelCount);
    plan.place(SavedSection::extremes, elementBytes<Extremes>(), plan.extremeCount);
    plan.place(SavedSection::arrows, elementBytes<Arrow>(), store.arrows().size());
    plan.tableAt = aligned(plan.tableAt);
    return plan;
}

Expected<void> SavedTrace::save(const Store& store, const std::string& path) {
    auto file = FileWriter::create(path);
    if (!file) return tl::unexpected(std::move(file.error()));
    Plan plan = planOf(store);

    SavedHeader header;
    std::memcpy(header.magic, kSavedMagic, sizeof kSavedMagic);
    header.version = kSavedVersion;
    header.byteOrder = kSavedByteOrder;
    header.fileBytes = plan.tableAt + sizeof plan.table + sizeof(std::uint64_t);
    header.tableAt = plan.tableAt;
    header.sections = kSavedSections;
    header.eventsFirst = store.events().first();
    header.arrowsFirst = store.arrows().first();
    header.checksum = checksumOf(std::as_bytes(std::span(&header, 1)).first(offsetof(SavedHeader, checksum)));
    file->write(std::as_bytes(std::span(&header, 1)));

    SectionWriter out(*file, plan.table);
    out.begin();
    out.write(plan.meta.data(), plan.meta.size());
    out.end(SavedSection::meta);
    out.begin();
    out.column(store.events());
    out.end(SavedSection::events);
    out.begin();
    out.write(plan.lanes.data(), plan.lanes.size() * sizeof(SavedLane));
    out.end(SavedSection::lanes);
    out.begin();
    for (const auto* words : plan.words) out.column(*words);
    out.end(SavedSection::words);
    out.begin();
    for (const auto* samples : plan.samples) out.column(*samples);
    out.end(SavedSection::samples);
    out.begin();
    for (const LevelLane* lane : plan.levels) out.column(lane->steps());
    out.end(SavedSection::levels);
    out.begin();
    for (const LevelLane* lane : plan.levels) out.column(lane->blocks());
    out.end(SavedSection::extremes);
    out.begin();
    out.column(store.arrows());
    out.end(SavedSection::arrows);

    file->alignTo(kSavedAlignment);
    file->write(std::as_bytes(std::span(plan.table)));
    const std::uint64_t checksum = checksumOf(std::as_bytes(std::span(plan.table)));
    file->write(std::as_bytes(std::span(&checksum, 1)));
    return file->commit();
}

}  // namespace interleave
