#include "ui/shell/about_box.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/exporting/version.hpp"
#include "ui/theme/icon.hpp"

namespace interleave::ui {

AboutBox::AboutBox(const Theme& theme, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Interleave"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(32, 32, 32, 24);
    row->setSpacing(24);
    auto* logo = new QLabel(this);
    logo->setPixmap(logoPixmap(72, devicePixelRatioF()));
    row->addWidget(logo, 0, Qt::AlignTop);

    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    auto* name = new QLabel(QStringLiteral("Interleave"), this);
    name->setFont(textFont(24, QFont::Bold));
    const std::string_view version = programVersion();
    auto* number = new QLabel(
        tr("Version %1").arg(QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()))), this);
    number->setProperty("role", "muted");
    auto* what = new QLabel(tr("Shows concurrency as it really happens: real threads, real locks, real time."), this);
    auto* licence = new QLabel(
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        this);
    auto* parts = new QLabel(tr("Built with Qt %1, QCustomPlot, QScintilla, fmt, nlohmann/json, CLI11 and xxHash.")
                                 .arg(QString::fromLatin1(qVersion())), this);
    parts->setStyleSheet(QStringLiteral("color: %1").arg(theme.muted.name()));
    column->addWidget(name);
    column->addWidget(number);
    column->addSpacing(8);
    for (QLabel* text : {what, licence, parts}) {
        text->setWordWrap(true);
        text->setMinimumWidth(400);
        column->addWidget(text);
    }
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addSpacing(8);
    column->addWidget(close, 0, Qt::AlignRight);
    row->addLayout(column, 1);
}

}  // namespace interleave::ui
