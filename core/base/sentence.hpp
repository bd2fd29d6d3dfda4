// What core tells a person, in the language that the program speaks. Core knows no language but English: whoever does
// lends it a translation.
//
//   refused(Sentence("Files", "{} has more than {} bytes").of(path, most))
//
// The first word says where a translator finds the text; `update_translations` collects both as literals, so nothing
// else may stand there. Values go into the places that {} or {0}, {1}… leave, as with fmt; a translation may put them
// in another order.
//
// The runner has no translation, so what is said there stays English.
//
// Thread-safe.
#pragma once

#include <string>

#include <fmt/format.h>

namespace interleave {

class Sentence {
public:
    Sentence(const char* context, const char* english);

    template <class... Values>
    std::string of(const Values&... values) const {
        return filled(fmt::make_format_args(values...));
    }
    operator std::string() const { return m_text; }  // NOLINT: what has no values is its text

private:
    std::string filled(fmt::format_args values) const;

    const char* m_english;
    std::string m_text;  // translated
};

// What stands for `english` in another language, or `english` itself. Called by any thread.
using Translation = std::string (*)(const char* context, const char* english);
// From now on, for the whole program; null: English, as at first.
void translateBy(Translation translation);

// Why the system said no: errno's usual meanings, in that language.
std::string systemReason(int code);

}  // namespace interleave
