// What the world refused, in a sentence a person can act on.
#pragma once

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace interleave {

struct Error {
    std::string what;  // one clear sentence: what, where, what to do
    int code = 0;      // errno where the system said no, else 0
};

template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> refused(std::string what, int code = 0) {
    return tl::unexpected(Error{std::move(what), code});
}

// `what` followed by the system's own reason. Reads errno, so call it first thing after the refusal.
inline tl::unexpected<Error> refusedBySystem(std::string what) {
    const int code = errno;
    what += ": ";
    what += std::strerror(code);
    return tl::unexpected(Error{std::move(what), code});
}

}  // namespace interleave
