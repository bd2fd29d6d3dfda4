#include "ui/exporting/save_place.hpp"

#include <QFileDialog>
#include <QRegularExpression>

namespace interleave::ui {
namespace {

// "png" of "Pictures (*.png)".
QString endingOf(const QString& filter) {
    static const QRegularExpression ending(QStringLiteral("\\*\\.([A-Za-z0-9]+)"));
    return ending.match(filter).captured(1);
}

}  // namespace

QString askWhereToSave(QWidget* parent, const QString& title, const QString& suggested, const QString& filters) {
    QFileDialog dialog(parent, title, suggested, filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(endingOf(filters.section(QStringLiteral(";;"), 0, 0)));
    dialog.selectFile(suggested);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&dialog](const QString& filter) { dialog.setDefaultSuffix(endingOf(filter)); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace interleave::ui
