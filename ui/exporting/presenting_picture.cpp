#include "ui/exporting/presenting_picture.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QStyleFactory>

#include <cmath>

#include <qcustomplot.h>

#include "ui/exporting/caption.hpp"
#include "ui/exporting/caption_painter.hpp"
#include "ui/exporting/store_copy.hpp"
#include "ui/live/guide.hpp"
#include "ui/presenting/presenting_view.hpp"
#include "ui/presenting/wall_place.hpp"
#include "ui/shell/point_choice.hpp"

namespace interleave::ui {
namespace {

constexpr int kBesideCaption = 14;
constexpr qint64 kComesToRest = 400;  // ms: panels that move a token or draw an arrow

class HiddenWall {
public:
    HiddenWall() : m_guide(m_model), m_view(m_model, pointPanels(m_model)) {}

    // The step asked for, or the last one that the run has; where it has none, the scene as it is.
    Expected<void> show(std::unique_ptr<Store> store, const Scene& scene, std::optional<int> step, const Theme& theme,
                        QSize size) {
        m_view.setAttribute(Qt::WA_DontShowOnScreen);
        m_view.setTheme(theme);
        m_view.resize(size);
        m_view.show();
        m_model.showTrace(std::move(store));
        if (!scene.visible.empty()) m_model.view().setVisible(scene.visible);
        if (scene.cursor) m_model.view().setCursor(*scene.cursor);
        if (auto gone = goTo(step); !gone) return gone;
        m_view.setPlace(wallPlaceOf(m_guide));
        rest();
        return {};
    }

    void paint(QPainter& painter, double scale) {
        for (QCustomPlot* plot : m_view.findChildren<QCustomPlot*>()) {
            if (plot->bufferDevicePixelRatio() == scale) continue;
            plot->setBufferDevicePixelRatio(scale);
            plot->replot(QCustomPlot::rpImmediateRefresh);
        }
        m_view.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    }

private:
    Expected<void> goTo(std::optional<int> step) {
        if (!step) {
            for (int last = m_guide.count(); last > 0; --last)
                if (m_guide.goTo(last)) break;
            return {};
        }
        if (*step > m_guide.count())
            return refused(Sentence("Exporting", "there is no step {}: this scenario has {}")
                               .of(*step, m_guide.count()));
        if (!m_guide.goTo(*step))
            return refused(Sentence("Exporting", "this run does not have the moment of step {}").of(*step));
        return {};
    }

    static void rest() {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < kComesToRest) QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
    }

    Model m_model;
    Guide m_guide;
    PresentingView m_view;
};

}  // namespace

Expected<std::function<void(QPainter&)>> presentingPicture(const Store& store, const Scene& scene,
                                                           const PictureOptions& options) {
    if (QApplication::style()->name() != "fusion") QApplication::setStyle(QStyleFactory::create("Fusion"));
    const CaptionPainter caption(captionParts(store), options.size.width() - 2 * kBesideCaption, 1.0);
    const int captionRoom = options.caption ? static_cast<int>(std::ceil(caption.height())) + kBesideCaption : 0;
    const QSize room = options.size - QSize(0, captionRoom);
    auto copy = storeCopy(store);
    if (!copy) return tl::unexpected(std::move(copy.error()));
    const Theme& theme = Theme::named(options.theme);
    auto wall = std::make_shared<HiddenWall>();
    if (auto shown = wall->show(std::move(*copy), scene, options.step, theme, room); !shown)
        return tl::unexpected(std::move(shown.error()));

    return [wall, caption, room, &theme, options](QPainter& painter) {
        painter.fillRect(QRect({0, 0}, options.size), theme.ground);
        wall->paint(painter, std::max(1.0, options.scale));
        if (options.caption) caption.paint(painter, QPointF(kBesideCaption, room.height()), theme);
    };
}

}  // namespace interleave::ui
