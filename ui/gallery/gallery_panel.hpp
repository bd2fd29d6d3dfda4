// The scenarios by chapter, with a search that knows both languages. One chapter is open at a time.
#pragma once

#include <QWidget>

#include "ui/theme/theme.hpp"

class QLabel;
class QLineEdit;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace interleave::ui {

class GalleryRows;

class GalleryPanel : public QWidget {
    Q_OBJECT

public:
    explicit GalleryPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    // Marks `id` as the one shown and opens its chapter; emits nothing.
    void setCurrent(const QString& id);
    void focusSearch();
    // There is another picture of that scenario now.
    void showNewPicture(const QString& id);

signals:
    void chosen(const QString& id);
    void left();  // the person is done with searching

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildRows();
    void retranslate();
    // The picture, larger, and what the scenario is about.
    void tellAbout(QStandardItem* row) const;
    void filter(const QString& query);
    // Opens `chapter` and closes the others.
    void open(QStandardItem* chapter);
    void toggle(const QModelIndex& index);
    void chooseFirstFound();
    QStandardItem* itemOf(const QString& id) const;

    QLineEdit* m_search = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_nothing = nullptr;
    QStandardItemModel* m_model = nullptr;
    GalleryRows* m_rows = nullptr;
    QString m_current;
    ThemeName m_themeName = ThemeName::light;
};

}  // namespace interleave::ui
