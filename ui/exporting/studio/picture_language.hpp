// Pictures in another language than the window's, without the window changing its own: while spoken, words come in the
// picture's language. GUI thread only.
#pragma once

#include <QLocale>
#include <QTranslator>

#include "ui/shell/language.hpp"

namespace interleave::ui {

class PictureLanguage : public QTranslator {
public:
    // Installs itself, silent at first; the last one installed is asked first.
    PictureLanguage();
    ~PictureLanguage() override;

    QString translate(const char* context, const char* source, const char* disambiguation, int count) const override;
    // Empty as it comes and goes: else every window would be told that its language has changed.
    bool isEmpty() const override { return m_says == Says::nothing; }

    class Spoken {
    public:
        Spoken(PictureLanguage& tongue, Language language);
        ~Spoken();
        Spoken(const Spoken&) = delete;
        Spoken& operator=(const Spoken&) = delete;

    private:
        PictureLanguage& m_tongue;
        bool m_windowsIsChinese;
        QLocale m_windowsLocale;
    };

private:
    enum class Says { nothing, english, chinese };
    Says m_says = Says::nothing;
    QTranslator m_chinese;
};

}  // namespace interleave::ui
