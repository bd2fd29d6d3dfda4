#include "ui/exporting/png_file.hpp"

#include <png.h>

#include <algorithm>
#include <csetjmp>

namespace interleave::ui {
namespace {

// zlib's levels are 1 to 9. Flat pictures are small at any level; this one is done before anybody notices.
constexpr int kCompression = 4;
constexpr int kRowsAtATime = 64;

// libpng leaves by longjmp where something is wrong, over frames that have nothing to destroy: only `part`'s own.
template <class Part>
bool done(png_structp png, const Part& part) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    part();
    return true;
}

class PngWriter {
public:
    PngWriter() : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, this, note, ignore)) {
        if (m_png) m_info = png_create_info_struct(m_png);
    }
    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    bool isReady() const { return m_info != nullptr; }
    const QByteArray& bytes() const { return m_bytes; }
    const char* trouble() const { return m_trouble; }  // null: it is out of memory

    bool begin(QSize size, int dotsPerMeter, png_text* texts, int count) {
        return done(m_png, [&] {
            png_set_write_fn(m_png, &m_bytes, append, flush);
            png_set_compression_level(m_png, kCompression);
            // Rows of bars are mostly like the row above.
            png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
            png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(size.width()), static_cast<png_uint_32>(size.height()),
                         8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                         PNG_FILTER_TYPE_DEFAULT);
            png_set_pHYs(m_png, m_info, static_cast<png_uint_32>(dotsPerMeter), static_cast<png_uint_32>(dotsPerMeter),
                         PNG_RESOLUTION_METER);
            png_set_text(m_png, m_info, texts, count);
            png_write_info(m_png, m_info);
        });
    }
    // RGB888.
    bool write(const QImage& rows) {
        return done(m_png, [&] {
            for (int y = 0; y < rows.height(); ++y) png_write_row(m_png, rows.constScanLine(y));
        });
    }
    bool end() {
        return done(m_png, [&] { png_write_end(m_png, m_info); });
    }

private:
    static void append(png_structp png, png_bytep data, std::size_t size) {
        static_cast<QByteArray*>(png_get_io_ptr(png))
            ->append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    }
    static void flush(png_structp) {}
    static void ignore(png_structp, png_const_charp) {}
    // By default these would be printed.
    static void note(png_structp png, png_const_charp what) {
        static_cast<PngWriter*>(png_get_error_ptr(png))->m_trouble = what;
        png_longjmp(png, 1);
    }

    QByteArray m_bytes;
    const char* m_trouble = nullptr;  // libpng's words are literals
    png_structp m_png;
    png_infop m_info = nullptr;
};

Error troubleOf(const PngWriter& writer) {
    if (writer.trouble() == nullptr)
        return {Sentence("Exporting", "libpng could not make a .png picture: it is out of memory")};
    return {Sentence("Exporting", "libpng could not make a .png picture: {}").of(writer.trouble())};
}

}  // namespace

Expected<QByteArray> pngFile(const QImage& image, int dotsPerMeter, const PngTexts& texts, const Progress& progress,
                             double from) {
    PngWriter writer;
    if (!writer.isReady()) return tl::unexpected(troubleOf(writer));
    std::vector<QByteArray> utf8;
    std::vector<png_text> chunks;
    utf8.reserve(texts.size());
    for (const auto& [keyword, text] : texts) {
        utf8.push_back(text.toUtf8());
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<char*>(keyword.constData());  // only read
        chunk.text = utf8.back().data();
        chunk.itxt_length = static_cast<std::size_t>(utf8.back().size());
        chunks.push_back(chunk);
    }
    if (!writer.begin(image.size(), dotsPerMeter, chunks.data(), static_cast<int>(chunks.size())))
        return tl::unexpected(troubleOf(writer));
    for (int top = 0; top < image.height(); top += kRowsAtATime) {
        if (!goesOn(progress, from + (1 - from) * top / image.height())) return stopped();
        const int height = std::min(kRowsAtATime, image.height() - top);
        const QImage rows = image.copy(0, top, image.width(), height).convertToFormat(QImage::Format_RGB888);
        if (rows.isNull() || !writer.write(rows)) return tl::unexpected(troubleOf(writer));
    }
    if (!writer.end()) return tl::unexpected(troubleOf(writer));
    return writer.bytes();
}

}  // namespace interleave::ui
