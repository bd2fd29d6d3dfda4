#include "ui/gallery/nothing_found.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/icon.hpp"

namespace interleave::ui {

namespace {

constexpr int kSignPixels = 32;
constexpr int kLongestShown = 40;  // letters of what was typed

}  // namespace

NothingFound::NothingFound(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 24, 16, 16);
    column->setSpacing(8);
    m_sign = new QLabel(this);
    m_sign->setAlignment(Qt::AlignHCenter);
    m_what = new QLabel(this);
    m_what->setProperty("role", "title");
    m_where = new QLabel(this);
    m_where->setProperty("role", "muted");
    for (QLabel* label : {m_what, m_where}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setTextFormat(Qt::PlainText);
    }
    m_clear = new QPushButton(this);
    column->addWidget(m_sign);
    column->addWidget(m_what);
    column->addWidget(m_where);
    column->addWidget(m_clear, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_clear, &QPushButton::clicked, this, &NothingFound::clearRequested);
    setQuery({});  // its words are there before anybody looks
}

void NothingFound::setTheme(const Theme& theme) {
    m_sign->setPixmap(iconPixmap("search", theme.muted, kSignPixels, devicePixelRatioF()));
}

void NothingFound::setQuery(const QString& query) {
    const QString typed = query.size() > kLongestShown ? query.left(kLongestShown) + QStringLiteral("…") : query;
    m_what->setText(tr("Nothing found for “%1”").arg(typed));
    m_where->setText(tr("Names and questions of all scenarios were searched, in English and in Chinese."));
    m_clear->setText(tr("Show all scenarios"));
}

}  // namespace interleave::ui
