#include "ui/exporting/save_place.hpp"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace interleave::ui {
namespace {

// "png" of "Pictures (*.png)".
QString endingOf(const QString& filter) {
    static const QRegularExpression ending(QStringLiteral("\\*\\.([A-Za-z0-9]+)"));
    return ending.match(filter).captured(1);
}

QStringList patternsOf(const QString& filters) {
    static const QRegularExpression pattern(QStringLiteral("\\*\\.[A-Za-z0-9]+"));
    QStringList patterns;
    for (auto match = pattern.globalMatch(filters); match.hasNext();) patterns.append(match.next().captured(0));
    return patterns;
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
    // Of "Week 5.1" it would take ".1" for an ending; then whether a file is to be replaced has to be asked again.
    while (dialog.exec() == QDialog::Accepted) {
        const QString chosen = dialog.selectedFiles().value(0);
        const QString filter = dialog.selectedNameFilter();
        const bool named = QDir::match(patternsOf(filters), QFileInfo(chosen).fileName());
        if (named || chosen.isEmpty()) return chosen;
        const QString whole = chosen + '.' + endingOf(filter);
        if (!QFileInfo::exists(whole)) return whole;
        dialog.selectFile(whole);
    }
    return {};
}

}  // namespace interleave::ui
