// The sentence of the moment, as large as lets all of it stand there. Paints itself.
#pragma once

#include <QWidget>

#include "ui/presenting/wall_sizes.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

struct WallSentence {
    QString text;
    QString detail;      // left out where there is no room for it
    bool alarm = false;  // it tells what went wrong

    friend bool operator==(const WallSentence&, const WallSentence&) = default;
};

class SentenceCard : public QWidget {
    Q_OBJECT

public:
    explicit SentenceCard(QWidget* parent);

    void setLooks(const Theme& theme, const WallSizes& sizes);
    void say(const WallSentence& sentence);
    const WallSentence& said() const { return m_said; }

    // Of the sentence, as it is painted, in pixels.
    int typeSize() const { return fitted().size; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Fitted {
        int size;                // of the sentence's type
        double text, detail;     // heights; no detail where 0
    };
    QRectF room() const;
    Fitted fitted() const;

    const Theme* m_theme;
    WallSizes m_sizes;
    WallSentence m_said;
};

}  // namespace interleave::ui
