// Our own bugs stop the program, with the place where they were noticed.
#pragma once

#include <cstdio>
#include <cstdlib>

#define IL_REQUIRE(condition)                                                                        \
    do {                                                                                             \
        if (!(condition)) [[unlikely]] {                                                             \
            std::fprintf(stderr, "interleave: broken promise at %s:%d: %s\n", __FILE__, __LINE__,    \
                         #condition);                                                                \
            std::abort();                                                                            \
        }                                                                                            \
    } while (false)
