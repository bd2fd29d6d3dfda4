// What the world refused, in a sentence a person can act on.
#pragma once

#include <cerrno>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "core/base/sentence.hpp"

namespace interleave {

struct Error {
    std::string what;  // one clear sentence: what, where, what to do; in the language spoken when it was made
    int code = 0;      // errno where the system said no, else 0
};

template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> refused(std::string what, int code = 0) {
    return tl::unexpected(Error{std::move(what), code});
}

// `what` followed by the system's own reason. Reads errno, so call it first thing after the refusal.
inline tl::unexpected<Error> refusedBySystem(const std::string& what) {
    const int code = errno;
    return tl::unexpected(Error{Sentence("System", "{}: {}").of(what, systemReason(code)), code});
}

}  // namespace interleave
