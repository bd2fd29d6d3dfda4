#include "core/trace/saved_trace.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cstring>
#include <future>
#include <string_view>

#include "core/base/mapping.hpp"
#include "core/base/unique_fd.hpp"
#include "core/trace/checksum.hpp"
#include "core/trace/saved_format.hpp"

namespace interleave {
namespace {

constexpr std::array<std::uint32_t, kSavedSections> kElementBytes{1,
                                                                  sizeof(Event),
                                                                  sizeof(SavedLane),
                                                                  sizeof(std::uint64_t),
                                                                  sizeof(PackedShares),
                                                                  sizeof(Level),
                                                                  sizeof(Extremes),
                                                                  sizeof(Arrow)};

std::string wordFor(SavedSection section) {
    switch (section) {
        case SavedSection::meta: return Sentence("Traces", "description");
        case SavedSection::events: return Sentence("Traces", "events");
        case SavedSection::lanes: return Sentence("Traces", "list of lanes");
        case SavedSection::words: return Sentence("Traces", "intervals");
        case SavedSection::samples: return Sentence("Traces", "samples");
        case SavedSection::levels: return Sentence("Traces", "levels");
        case SavedSection::extremes: return Sentence("Traces", "extremes");
        case SavedSection::arrows: return Sentence("Traces", "arrows");
        case SavedSection::count_: break;
    }
    return {};
}

Expected<Mapping> mapped(const std::string& path) {
    // Not blocking: a pipe without a writer would be waited for without end.
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.open()) {
        const int code = errno;
        if (code == ENOENT)
            return refused(Sentence("Traces", "cannot open '{}': there is no such file; check the name").of(path),
                           code);
        if (code == EACCES) return refused(Sentence("Traces", "cannot open '{}': you may not read it").of(path), code);
        errno = code;
        return refusedBySystem(Sentence("Traces", "cannot open '{}'").of(path));
    }
    struct stat info{};
    if (::fstat(fd.get(), &info) != 0) return refusedBySystem(Sentence("Traces", "cannot open '{}'").of(path));
    if (S_ISDIR(info.st_mode))
        return refused(Sentence("Traces", "cannot open '{}': it is a folder; name a .ilv file in it").of(path));
    if (!S_ISREG(info.st_mode) || info.st_size < static_cast<off_t>(sizeof(SavedHeader)))
        return refused(Sentence("Traces", "cannot open '{}': it is not a trace saved by Interleave").of(path));
    auto mapping = Mapping::readOnly(fd.get(), static_cast<std::size_t>(info.st_size));
    if (!mapping)
        return refused(Sentence("Traces", "cannot open '{}': {}").of(path, mapping.error().what),
                       mapping.error().code);
    return mapping;
}

// "" where the header is one of ours and whole.
std::string troubleWith(const SavedHeader& header, std::uint64_t fileBytes) {
    if (std::memcmp(header.magic, kSavedMagic, sizeof kSavedMagic) != 0)
        return Sentence("Traces", "it is not a trace saved by Interleave");
    if (header.byteOrder != kSavedByteOrder)
        return Sentence("Traces", "it was saved on a machine of another byte order; open it on one of that kind");
    if (header.version != kSavedVersion)
        return Sentence("Traces",
                        "it is in format {}, and this Interleave reads format {}; use the Interleave that saved it")
            .of(header.version, kSavedVersion);
    if (header.checksum != checksumOf(std::as_bytes(std::span(&header, 1)).first(offsetof(SavedHeader, checksum))))
        return Sentence("Traces", "the file is damaged (the checksum of its header is wrong); copy it again");
    if (header.fileBytes != fileBytes)
        return Sentence("Traces", "the file is incomplete ({} of {} bytes); copy it again")
            .of(fileBytes, header.fileBytes);
    return {};
}

// Finds the sections. Their checksums are compared by sectionTrouble().
std::string findSections(const Mapping& file, const SavedHeader& header, SavedContents& contents) {
    constexpr std::uint64_t kTableBytes = kSavedSections * sizeof(SavedSectionEntry);
    const std::uint64_t size = file.size();
    if (header.sections != kSavedSections || header.tableAt % kSavedAlignment != 0 || header.tableAt > size ||
        size - header.tableAt != kTableBytes + sizeof(std::uint64_t))
        return Sentence("Traces", "the file is damaged (the place of its list of sections is wrong); copy it again");
    std::array<SavedSectionEntry, kSavedSections>& table = contents.table;
    std::uint64_t checksum = 0;
    std::memcpy(table.data(), file.data() + header.tableAt, kTableBytes);
    std::memcpy(&checksum, file.data() + header.tableAt + kTableBytes, sizeof checksum);
    if (checksum != checksumOf(std::as_bytes(std::span(table))))
        return Sentence("Traces", "the file is damaged (the checksum of its list of sections is wrong); copy it again");

    for (std::size_t i = 0; i < kSavedSections; ++i) {
        const SavedSectionEntry& entry = table[i];
        const bool inside = entry.offset <= header.tableAt && entry.bytes <= header.tableAt - entry.offset;
        if (entry.section != i || entry.elementBytes != kElementBytes[i] || entry.offset % kSavedAlignment != 0 ||
            !inside || entry.bytes % entry.elementBytes != 0)
            return Sentence("Traces", "the file is damaged (the place of its {} is wrong); copy it again")
                .of(wordFor(static_cast<SavedSection>(i)));
        contents.sections[i] = {file.data() + entry.offset, entry.bytes};
    }
    contents.eventsFirst = header.eventsFirst;
    contents.arrowsFirst = header.arrowsFirst;
    return {};
}

std::string sectionTrouble(const SavedContents& contents, SavedSection section) {
    const auto i = static_cast<std::size_t>(section);
    const auto bytes = contents.sections[i];
    if (checksumOf(bytes) == contents.table[i].checksum) return {};
    return Sentence("Traces", "the file is damaged (the checksum of its {} is wrong); copy it again")
        .of(wordFor(section));
}

std::string senseless(std::string_view what) {
    return what.empty() ? std::string{} : Sentence("Traces", "the file is damaged ({}); copy it again").of(what);
}

}  // namespace

Expected<Store> SavedTrace::open(const std::string& path) {
    auto file = mapped(path);
    if (!file) return tl::unexpected(std::move(file.error()));
    const auto backing = std::make_shared<const Mapping>(std::move(*file));

    SavedHeader header;
    std::memcpy(&header, backing->data(), sizeof header);
    SavedContents contents;
    Store store;
    std::string trouble = troubleWith(header, backing->size());
    if (trouble.empty()) trouble = findSections(*backing, header, contents);
    if (trouble.empty()) {
        // Events are most of a file: they are looked over beside the rest, by another core where there is one.
        auto events = std::async([&] {
            std::string wrong = sectionTrouble(contents, SavedSection::events);
            return wrong.empty() ? senseless(eventsTrouble(contents)) : wrong;
        });
        for (std::size_t i = 0; i < kSavedSections && trouble.empty(); ++i)
            if (static_cast<SavedSection>(i) != SavedSection::events)
                trouble = sectionTrouble(contents, static_cast<SavedSection>(i));
        const auto meta = contents.elements<char>(SavedSection::meta);
        if (trouble.empty()) trouble = senseless(readMeta({meta.data(), meta.size()}, store));
        if (trouble.empty()) trouble = senseless(readColumns(contents, store));
        if (const std::string wrong = events.get(); trouble.empty()) trouble = wrong;
    }
    if (!trouble.empty()) return refused(Sentence("Traces", "cannot open '{}': {}").of(path, trouble));
    store.m_backing = backing;
    return store;
}

}  // namespace interleave
