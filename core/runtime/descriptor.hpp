// A descriptor of the kernel by the name under which its waits are shown. It does not own it: whoever made it does.
#pragma once

#include "core/base/ids.hpp"

namespace interleave {

struct Descriptor {
    ObjectId object;
    int fd = -1;
};

}  // namespace interleave
