// The keys that work before a class, over everything, until the next one is pressed. Paints itself.
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

#include "ui/presenting/wall_sizes.hpp"
#include "ui/theme/theme.hpp"

namespace interleave::ui {

class KeysCard : public QWidget {
    Q_OBJECT

public:
    explicit KeysCard(QWidget* parent);

    void setLooks(const Theme& theme, const WallSizes& sizes);
    // Keys, and what they do, in the window's language.
    static std::vector<std::pair<QString, QString>> rows();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* m_theme;
    WallSizes m_sizes;
};

}  // namespace interleave::ui
