#include "ui/exporting/animation/gif_writer.hpp"

#include <gif_lib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace interleave::ui {
namespace {

constexpr Duration kTick = std::chrono::milliseconds(10);  // what a GIF counts delays in
constexpr int kGifFailed = GIF_ERROR;

tl::unexpected<Error> refusedByGif(int error) {
    const char* reason = GifErrorString(error);
    if (reason == nullptr)
        return refused(Sentence("Exporting", "the animation could not be written: no reason was given"));
    return refused(Sentence("Exporting", "the animation could not be written: {}").of(reason));
}

int putIntoSink(GifFileType* file, const GifByteType* bytes, int count) {
    const auto& sink = *static_cast<const GifWriter::Sink*>(file->UserData);
    return sink({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count)}) ? count : 0;
}

const QRgb* rowOf(const QImage& image, int y) { return reinterpret_cast<const QRgb*>(image.constScanLine(y)); }

}  // namespace

QRect changedArea(const QImage& before, const QImage& after) {
    const int width = after.width(), height = after.height();
    const auto bytes = static_cast<std::size_t>(width) * sizeof(QRgb);
    const auto alike = [&](int y) { return std::memcmp(rowOf(before, y), rowOf(after, y), bytes) == 0; };
    int top = 0, bottom = height - 1;
    while (top < height && alike(top)) ++top;
    if (top == height) return {};
    while (alike(bottom)) --bottom;
    int left = width, right = -1;
    for (int y = top; y <= bottom; ++y) {
        const QRgb *old = rowOf(before, y), *now = rowOf(after, y);
        for (int x = 0; x < left; ++x)
            if (old[x] != now[x]) left = x;
        for (int x = width - 1; x > right; --x)
            if (old[x] != now[x]) right = x;
    }
    return {QPoint(left, top), QPoint(right, bottom)};
}

struct GifWriter::Open {
    Open(Palette given, Sink to) : palette(std::move(given)), sink(std::move(to)) {}
    ~Open() {
        int error = 0;
        if (file != nullptr) EGifCloseFile(file, &error);
    }

    int unchanged() const { return static_cast<int>(palette.colors().size()); }
    Expected<void> putScreen(QSize size);
    Expected<void> putLooping();
    Expected<void> putControl(int ticks, bool transparent);
    Expected<void> putPixels(const QImage& image, const QRect& area);
    // What was written last, kept until it is known how long it is shown:
    // a picture that brings nothing new prolongs it.
    Expected<void> putPending();

    Palette palette;
    Sink sink;
    GifFileType* file = nullptr;
    QImage before;          // as it stands in the file
    QImage pending;
    Duration owed{};        // shown longer than told so far
    Duration pendingFor{};
};

Expected<void> GifWriter::Open::putScreen(QSize size) {
    // A palette in the file has a power of two of places.
    const int places = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(2, unchanged() + 1))));
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(GifMakeMapObject(places, nullptr),
                                                                         GifFreeMapObject);
    if (!map) return refusedByGif(E_GIF_ERR_NOT_ENOUGH_MEM);
    for (std::size_t i = 0; i < palette.colors().size(); ++i) {
        const QRgb color = palette.colors()[i];
        map->Colors[i] = {static_cast<GifByteType>(qRed(color)), static_cast<GifByteType>(qGreen(color)),
                          static_cast<GifByteType>(qBlue(color))};
    }
    EGifSetGifVersion(file, true);
    if (EGifPutScreenDesc(file, size.width(), size.height(), 8, 0, map.get()) == kGifFailed)
        return refusedByGif(file->Error);
    return {};
}

Expected<void> GifWriter::Open::putLooping() {
    // As Netscape 2.0 began it, and as every viewer reads it: 0 is for ever.
    const GifByteType forEver[] = {1, 0, 0};
    const bool put = EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE) != kGifFailed &&
                     EGifPutExtensionBlock(file, 11, "NETSCAPE2.0") != kGifFailed &&
                     EGifPutExtensionBlock(file, sizeof forEver, forEver) != kGifFailed &&
                     EGifPutExtensionTrailer(file) != kGifFailed;
    if (!put) return refusedByGif(file->Error);
    return {};
}

Expected<void> GifWriter::Open::putControl(int ticks, bool transparent) {
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, ticks, transparent ? unchanged() : NO_TRANSPARENT_COLOR};
    GifByteType bytes[4];
    const auto size = static_cast<int>(EGifGCBToExtension(&control, bytes));
    if (EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, size, bytes) == kGifFailed) return refusedByGif(file->Error);
    return {};
}

Expected<void> GifWriter::Open::putPixels(const QImage& image, const QRect& area) {
    if (EGifPutImageDesc(file, area.left(), area.top(), area.width(), area.height(), false, nullptr) == kGifFailed)
        return refusedByGif(file->Error);
    std::vector<GifPixelType> line(static_cast<std::size_t>(area.width()));
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const QRgb* now = rowOf(image, y);
        const QRgb* old = before.isNull() ? nullptr : rowOf(before, y);
        for (int x = area.left(); x <= area.right(); ++x) {
            const bool same = old != nullptr && old[x] == now[x];
            line[static_cast<std::size_t>(x - area.left())] =
                static_cast<GifPixelType>(same ? unchanged() : palette.indexOf(now[x]));
        }
        if (EGifPutLine(file, line.data(), area.width()) == kGifFailed) return refusedByGif(file->Error);
    }
    return {};
}

Expected<void> GifWriter::Open::putPending() {
    const Duration due = owed + pendingFor;
    const auto ticks = static_cast<int>(std::min<std::int64_t>(65'535, (due + kTick / 2) / kTick));
    owed = due - ticks * kTick;
    const QRect area = before.isNull() ? pending.rect() : changedArea(before, pending);
    if (auto put = putControl(ticks, !before.isNull()); !put) return put;
    if (auto put = putPixels(pending, area); !put) return put;
    before = std::move(pending);
    pending = {};
    return {};
}

GifWriter::GifWriter(std::unique_ptr<Open> open) : m_open(std::move(open)) {}
GifWriter::GifWriter(GifWriter&&) noexcept = default;
GifWriter::~GifWriter() = default;

Expected<GifWriter> GifWriter::begin(QSize size, Palette palette, bool loops, Sink sink) {
    auto open = std::make_unique<Open>(std::move(palette), std::move(sink));
    int error = 0;
    open->file = EGifOpen(&open->sink, putIntoSink, &error);
    if (open->file == nullptr) return refusedByGif(error);
    if (auto put = open->putScreen(size); !put) return tl::unexpected(std::move(put.error()));
    if (loops)
        if (auto put = open->putLooping(); !put) return tl::unexpected(std::move(put.error()));
    return GifWriter(std::move(open));
}

Expected<void> GifWriter::add(const QImage& image, Duration duration) {
    if (!m_open->pending.isNull()) {
        if (changedArea(m_open->pending, image).isEmpty()) {
            m_open->pendingFor += duration;
            return {};
        }
        if (auto put = m_open->putPending(); !put) return put;
    }
    m_open->pending = image;
    m_open->pendingFor = duration;
    return {};
}

Expected<void> GifWriter::end() {
    if (!m_open->pending.isNull())
        if (auto put = m_open->putPending(); !put) return put;
    int error = 0;
    const bool closed = EGifCloseFile(std::exchange(m_open->file, nullptr), &error) != kGifFailed;
    if (!closed) return refusedByGif(error);
    return {};
}

}  // namespace interleave::ui
