// What is shown, and under which conditions: the title with plates for runtime and pace. Paints itself.
#pragma once

#include <QStringList>
#include <QWidget>

#include "ui/presenting/wall_sizes.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

class WallHeader : public QWidget {
    Q_OBJECT

public:
    explicit WallHeader(QWidget* parent);

    void setLooks(const Theme& theme, const WallSizes& sizes);
    void show(const QString& title, const QStringList& plates);
    const QString& title() const { return m_title; }
    const QStringList& plates() const { return m_plates; }
    // Of the title, as it is painted, in pixels: a long one is smaller, down to 40 of 1080 lines.
    int typeSize() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double platesWidth() const;
    QRectF titleRoom() const;

    const Theme* m_theme;
    WallSizes m_sizes;
    QString m_title;
    QStringList m_plates;
};

}  // namespace interleave::ui
