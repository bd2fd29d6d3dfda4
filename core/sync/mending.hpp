// After one of the run's processes was killed: every object of the run, put right.
//
// Thread safety: confined to the one thread that looks after the others (the runner's).
#pragma once

#include "core/sync/death.hpp"

namespace interleave {

// Takes the dead out of every list, finishes what it had begun and gives on what it held, telling it with the caller's
// ring. The dead's end is to be recorded after this.
void mendObjects(const Caller& caller, ActorId dead, Deaths& deaths);

// Marks an actor as ended and lets those go on who joined it, in whatever state the list was left.
void endAndWakeJoiners(const Caller& caller, ActorId ended, Deaths& deaths);
// Takes the dead off the list of those who join `joined`, and puts that list right if it was killed while changing it.
void mendJoiners(const Caller& caller, ActorId joined, const Death& dead, Deaths& deaths);

}  // namespace interleave
