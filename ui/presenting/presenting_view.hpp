// A run before a class: title, timeline, the one panel that is the point, a sentence, the place in the lesson. Or the
// question, before anything has run. It shows the model and the place that it is told, and does nothing to either.
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>

#include "ui/live/model.hpp"
#include "ui/presenting/point_panels.hpp"
#include "ui/presenting/question_page.hpp"
#include "ui/presenting/sentence_card.hpp"
#include "ui/presenting/wall_header.hpp"
#include "ui/presenting/wall_sizes.hpp"

class QLabel;
class QTimer;

namespace interleave::ui {

class TimelinePlot;
class WallCard;

// Where in the lesson it stands.
struct WallPlace {
    int step = 0, of = 0;       // step 0 is the question
    QString sentence;           // of the step
    WallQuestion question;

    friend bool operator==(const WallPlace&, const WallPlace&) = default;
};

class PresentingView : public QWidget {
    Q_OBJECT

public:
    PresentingView(Model& model, std::unique_ptr<PointPanels> panels, QWidget* parent = nullptr);
    ~PresentingView() override;

    void setTheme(const Theme& theme);
    void setType(double type);
    double type() const { return m_type; }
    void setPlace(const WallPlace& place);
    // Why something could not be done; until something else happens.
    void sayTrouble(const QString& sentence);
    WallSizes sizes() const { return WallSizes(size(), m_type); }
    const Theme& theme() const { return *m_theme; }

    // For tests and pictures.
    bool asks() const;
    TimelinePlot& timeline() { return *m_timeline; }
    const WallHeader& header() const { return *m_header; }
    const SentenceCard& sentence() const { return *m_sentence; }
    QuestionPage& question() { return *m_question; }
    Card* point() const { return m_point; }
    QString placeShown() const;

signals:
    void chosen(int choice);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectModel();
    void dress();           // looks and places, for another size, theme or language
    void refresh();         // what is said, for another moment or place
    void refreshLater();
    void refreshHeader();
    void refreshPoint();
    WallSentence sentenceNow() const;

    Model& m_model;
    std::unique_ptr<PointPanels> m_panels;
    const Theme* m_theme;
    double m_type = 1.0;
    WallPlace m_place;
    QString m_trouble;
    WallHeader* m_header = nullptr;
    WallCard* m_timelineCard = nullptr;
    TimelinePlot* m_timeline = nullptr;
    SentenceCard* m_sentence = nullptr;
    QuestionPage* m_question = nullptr;
    QLabel* m_foot = nullptr;
    Card* m_point = nullptr;                // the one of m_made that is shown
    std::optional<PointPanels::Choice> m_choice;
    std::map<int, Card*> m_made;
    QTimer* m_due;                          // single shot: a sentence stands long enough to be read
    QElapsedTimer m_sinceSaid;
};

}  // namespace interleave::ui
