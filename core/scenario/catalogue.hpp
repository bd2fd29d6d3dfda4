// One function for each scenario file: what it is called, what it takes, where it runs, and its body.
#pragma once

#include "core/scenario/scenario.hpp"

namespace interleave::catalogue {

Scenario processStates();
Scenario concurrencyParallelism();
Scenario cpuVsIo();
Scenario policyRace();
Scenario pollingVsEvents();
Scenario syncAsyncBlocking();
Scenario switchCost();
Scenario priority();
Scenario roundRobin();
Scenario yourJobs();
Scenario startJoin();
Scenario argumentsAndSubclass();
Scenario daemon();
Scenario order();
Scenario race();
Scenario atomic();
Scenario threadLocal();
Scenario udpChat();
Scenario pool();
Scenario failure();
Scenario locals();
Scenario gil();
Scenario mutex();
Scenario reentrant();
Scenario semaphore();
Scenario condition();
Scenario readerWriter();
Scenario spinOrBlock();
Scenario deadlock();
Scenario partialDeadlock();
Scenario threeLocks();
Scenario diningPhilosophers();
Scenario lockOrder();
Scenario timeout();
Scenario watchdog();
Scenario bankers();
Scenario priorityInversion();
Scenario fork();
Scenario notShared();
Scenario joinTimeoutTerminate();
Scenario zombie();
Scenario orphan();
Scenario startMethod();
Scenario creationCost();
Scenario processPool();
Scenario folderCopier();
Scenario ipc();
Scenario preforkServer();
Scenario queueManager();
Scenario producerConsumer();
Scenario fullEmptyTimeout();
Scenario fifoLifoPriority();
Scenario manyToMany();
Scenario backpressure();
Scenario checkThenAct();
Scenario pollMany();
Scenario awaitVsTasks();
Scenario gather();
Scenario futureStates();
Scenario cancel();
Scenario blockingTheLoop();
Scenario eventLoop();
Scenario forgotten();
Scenario callbacks();

}  // namespace interleave::catalogue
