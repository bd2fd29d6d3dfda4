// All operations of an actor.
#pragma once

#include "core/runtime/bank_operations.hpp"
#include "core/runtime/data_operations.hpp"
#include "core/runtime/join_operation.hpp"
#include "core/runtime/lock_operations.hpp"
#include "core/runtime/signal_operations.hpp"
#include "core/runtime/spin_operation.hpp"
#include "core/runtime/time_operations.hpp"
