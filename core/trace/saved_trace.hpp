// A trace as a file, `.ilv`: the store's own columns behind a header, so that opening is mapping.
//
//   header · meta (JSON) · events · lanes · words · samples · levels · extremes · arrows · section table
//
// Every section begins at a multiple of 64 bytes and has its xxh3 checksum in the table at the end; the header
// says where the table is. Numbers are in the byte order of the machine that wrote them, which the header tells.
// saved_format.hpp has the layout.
//
// Whatever is in a file, opening it ends in a store or in one sentence: counts are checked against the file's
// size before anything is allocated, and every number that is used as an index against what it indexes.
//
// The opened store shows the mapped file and keeps it mapped. Saving over it is safe, because a save renames a
// new file into place; a program that truncates a file in place while it is open is beyond our help.
#pragma once

#include <string>

#include "core/base/error.hpp"
#include "core/trace/store.hpp"

namespace interleave {

class SavedTrace {
public:
    // Writes beside `path`, then renames: a refusal leaves what was there before.
    static Expected<void> save(const Store& store, const std::string& path);
    // The whole trace as it was saved, to be read; nothing is copied but what is small.
    static Expected<Store> open(const std::string& path);

private:
    struct Plan;     // where everything comes to lie (saved_trace_write.cpp)
    struct Meta;     // what the JSON says (saved_meta.cpp)
    struct Columns;  // what the sections say (saved_columns.cpp)

    static Plan planOf(const Store& store);
    static std::string metaOf(const Store& store);

    // Each says what is wrong with the file, "" if nothing is. The columns rely on what the JSON says.
    static std::string readMeta(std::string_view json, Store& store);
    static std::string readColumns(const struct SavedContents& contents, Store& store);
};

}  // namespace interleave
