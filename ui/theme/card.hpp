// The white card that every panel beside the timeline is: a title, a quiet note at the right, and what the
// panel paints below. It paints itself and holds no state but its looks.
#pragma once

#include <QWidget>

#include "ui/theme/theme.hpp"

namespace interleave::ui {

class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    virtual void setTheme(const Theme& theme);
    const Theme& theme() const { return *m_theme; }

    // 1 on the desk; about 1.85 before a class, where labels are 24 pixels high and more.
    virtual void setTextScale(double scale);
    double textScale() const { return m_scale; }

    // Without its header where a dock or a window already shows the title; the note stays in the first line.
    void setHeaderShown(bool shown);

    const QString& title() const { return m_title; }
    const QString& note() const { return m_note; }

signals:
    void headerChanged();

protected:
    void setTitle(const QString& title);
    void setNote(const QString& note);

    // What is left for the panel below the header, in its own pixels.
    QRectF content() const;
    double px(double deskPixels) const { return deskPixels * m_scale; }
    int fontPx(double deskPixels) const;
    // A text scale above this is no desk's: the panel stands before a class, with nothing but the timeline beside it.
    bool isOnAWall() const { return m_scale > 1.2; }
    // Height of title and note together; 0 where neither is shown.
    double headerHeight() const;
    // Pixels kept free at the right end of the header for controls that a panel puts there.
    void setHeaderRoom(double room) { m_headerRoom = room; }

    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

    // The trace or the view changed: what is shown is found out anew, once, when it is next painted. A panel
    // that nobody sees costs nothing.
    void refreshLater();
    virtual void refresh() {}
    virtual void paintContent(QPainter& painter) = 0;
    // Called once by the panel's constructor and whenever the language changes: titles and texts anew.
    virtual void retranslate() {}
    // Colours behind and around the card.
    virtual QColor groundColor() const { return m_theme->panel; }
    virtual QColor edgeColor() const { return m_theme->hairline; }

private:
    void paintHeader(QPainter& painter) const;

    const Theme* m_theme;  // never null; themes live as long as the program
    double m_scale = 1.0;
    double m_headerRoom = 0;
    bool m_headerShown = true;
    bool m_stale = true;
    bool m_refreshing = false;
    QString m_title;
    QString m_note;
};

}  // namespace interleave::ui
