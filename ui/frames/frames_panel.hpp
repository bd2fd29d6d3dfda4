// "Frames" at the cursor: a card for each coroutine and each generator, with its state, the line where it stands, its
// locals and what went in and out. One that stands still stays, greyed;
// who delegates has an edge to the one that goes on in its place.
#pragma once

#include "ui/live/source_ties.hpp"
#include "ui/frames/frame_layout.hpp"
#include "ui/live/model.hpp"
#include "ui/theme/card.hpp"

namespace interleave::ui {

class FramesPanel : public Card {
    Q_OBJECT

public:
    explicit FramesPanel(Model& model, QWidget* parent = nullptr);

    // What is painted, and where. For tests.
    const FrameRows& frames() const { return m_frames; }
    const FrameLayout& layoutShown() const { return m_layout; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void paintContent(QPainter& painter) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void loadListing();
    // The text of a line, of the Python listing where it is tied to that.
    QString codeAt(std::uint16_t line) const;
    const FrameRow* rowUnder(QPointF position) const;

    void paintEdges(QPainter& painter) const;
    void paintCard(QPainter& painter, const FrameRow& row, const QRectF& box) const;
    void paintGround(QPainter& painter, const FrameRow& row, const QRectF& box) const;
    // The state at the right end of `line`; what is left of it.
    QRectF paintState(QPainter& painter, const FrameRow& row, const QRectF& line) const;
    QRectF paintSwatch(QPainter& painter, const FrameRow& row, const QRectF& line) const;
    void paintCode(QPainter& painter, const FrameRow& row, const QRectF& line) const;
    void paintValues(QPainter& painter, const FrameRow& row, const QRectF& line) const;

    Model& m_model;
    FrameHistory m_history;
    FrameRows m_frames;
    FrameLayout m_layout;
    SourceTies m_ties;
    QStringList m_python, m_cpp;
    QString m_scenario;  // whose listing that is
};

}  // namespace interleave::ui
