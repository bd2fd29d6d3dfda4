#include "ui/exporting/svg_device.hpp"

#include "ui/exporting/svg_engine.hpp"
#include "ui/exporting/svg_words.hpp"

namespace interleave::ui {

SvgDevice::SvgDevice(QSize size, double scale, const QString& title, const QString& description)
    : m_size(size),
      m_scale(scale),
      m_title(title),
      m_description(description),
      m_engine(std::make_unique<Engine>()) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const { return m_engine.get(); }

int SvgDevice::metric(PaintDeviceMetric metric) const {
    constexpr int kDotsPerInch = 96;  // CSS pixels
    switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmWidthMM: return static_cast<int>(m_size.width() * 25.4 / kDotsPerInch);
        case PdmHeightMM: return static_cast<int>(m_size.height() * 25.4 / kDotsPerInch);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return kDotsPerInch;
        case PdmDepth: return 32;
        case PdmNumColors: return 1 << 24;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
    }
    return QPaintDevice::metric(metric);
}

QByteArray SvgDevice::finished() const {
    using svg::number;
    const bool real = !m_millimetres.isEmpty();
    const QByteArray unit = real ? "mm" : "";
    const QSizeF drawn = real ? m_millimetres : QSizeF(m_size) * m_scale;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
           "width=\"" +
           number(drawn.width()) + unit + "\" height=\"" + number(drawn.height()) + unit + "\" viewBox=\"0 0 " +
           number(m_size.width()) + ' ' + number(m_size.height()) + "\">\n<title>" + svg::escaped(m_title) +
           "</title>\n<desc>" + svg::escaped(m_description) + "</desc>\n<defs>\n" + m_engine->definitions() +
           "</defs>\n" + m_engine->body() + "</svg>\n";
}

}  // namespace interleave::ui
