#include "ui/exporting/window_picture.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QPalette>
#include <QStyleFactory>

#include <cmath>
#include <memory>

#include <qcustomplot.h>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_painter.hpp"
#include "ui/exporting/store_copy.hpp"
#include "ui/shell/main_window.hpp"

namespace interleave::ui {
namespace {

constexpr int kAroundCaption = 14;
// Panels that move a token or draw an arrow have come to rest by then.
constexpr qint64 kSettles = 400;  // ms

// A window has one palette with its whole program; what it was comes back.
class PaletteKept {
public:
    PaletteKept() : m_before(QApplication::palette()) {}
    ~PaletteKept() { QApplication::setPalette(m_before); }
    PaletteKept(const PaletteKept&) = delete;
    PaletteKept& operator=(const PaletteKept&) = delete;

private:
    QPalette m_before;
};

class HiddenWindow {
public:
    HiddenWindow() : m_window(m_model) {}

    void show(std::unique_ptr<Store> store, const Scene& scene, const Theme& theme, QSize size) {
        m_window.setAttribute(Qt::WA_DontShowOnScreen);
        m_window.setTheme(theme);
        m_window.resize(size);
        m_window.show();
        m_model.showTrace(std::move(store));
        if (!scene.visible.empty()) m_model.view().setVisible(scene.visible);
        if (scene.cursor) m_model.view().setCursor(*scene.cursor);
        settle();
    }

    // `scale` is pixels for each pixel of the window; plots buffer their pixels, so they have to know it.
    void paint(QPainter& painter, double scale) {
        for (QCustomPlot* plot : m_window.findChildren<QCustomPlot*>()) {
            if (plot->bufferDevicePixelRatio() == scale) continue;
            plot->setBufferDevicePixelRatio(scale);
            plot->replot(QCustomPlot::rpImmediateRefresh);
        }
        m_window.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    }

    QSize leastSize() const { return m_window.minimumSize(); }

private:
    static void settle() {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < kSettles) QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
    }

    Model m_model;
    MainWindow m_window;
};

}  // namespace

Expected<std::function<void(QPainter&)>> windowPicture(const Store& store, const Scene& scene,
                                                       const PictureOptions& options) {
    if (QApplication::style()->name() != "fusion") QApplication::setStyle(QStyleFactory::create("Fusion"));
    const CaptionPainter caption(captionParts(store), options.size.width() - 2 * kAroundCaption, 1.0);
    const int captionRoom = options.caption ? static_cast<int>(std::ceil(caption.height())) + kAroundCaption : 0;
    const QSize room = options.size - QSize(0, captionRoom);

    const PaletteKept palette;
    auto window = std::make_shared<HiddenWindow>();
    const QSize least = window->leastSize();
    if (room.width() < least.width() || room.height() < least.height())
        return refused(Sentence("Exporting", "the window does not fit into {}x{}; choose at least {}x{}")
                           .of(options.size.width(), options.size.height(), least.width(),
                               least.height() + captionRoom));
    auto copy = storeCopy(store);
    if (!copy) return tl::unexpected(std::move(copy.error()));
    const Theme& theme = Theme::named(options.theme);
    window->show(std::move(*copy), scene, theme, room);

    return [window, caption, room, &theme, options](QPainter& painter) {
        painter.fillRect(QRect({0, 0}, options.size), theme.ground);
        window->paint(painter, std::max(1.0, options.scale));
        if (options.caption) caption.paint(painter, QPointF(kAroundCaption, room.height()), theme);
    };
}

}  // namespace interleave::ui
