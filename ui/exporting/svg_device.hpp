// Paints into SVG text. Beside Qt's own generator, it clips, keeps texture fills as patterns, names
// every font of the list, and leaves unsmoothed rectangles unsmoothed, so that columns side by side show no seams.
//
//   SvgDevice device({1920, 1080}, 2.0, "title", "description");
//   { QPainter painter(&device); … }
//   file.write(device.finished());
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace interleave::ui {

class SvgDevice : public QPaintDevice {
public:
    // `size` in the units that are painted in; drawn `scale` times as large.
    SvgDevice(QSize size, double scale, const QString& title, const QString& description);
    ~SvgDevice() override;

    // Drawn as large as this, whatever the scale.
    void setMillimetres(QSizeF size) { m_millimetres = size; }

    QPaintEngine* paintEngine() const override;
    // The whole file. After the painter has ended.
    QByteArray finished() const;

    class Engine;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    double m_scale;
    QSizeF m_millimetres;  // empty: as the scale has it
    QString m_title;
    QString m_description;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace interleave::ui
