#include "core/base/read_text.hpp"

#include <cstdio>
#include <memory>

namespace interleave {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Expected<std::string> readText(const std::string& path, std::size_t most) {
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
    if (!file) return refusedBySystem(Sentence("Files", "{} cannot be opened").of(path));
    std::string text(most + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get()) != 0) return refusedBySystem(Sentence("Files", "{} cannot be read").of(path));
    if (text.size() > most)
        return refused(Sentence("Files", "{} cannot be opened: it has more than {} bytes").of(path, most));
    return text;
}

}  // namespace interleave
