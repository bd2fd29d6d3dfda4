# From Google Benchmark's JSON (one object for each program) to the table of README.
# A row is what was measured, as text, and what it has to reach; where there is a target it says whether it is reached.

def in_ns: if .time_unit == "ms" then .real_time * 1e6 elif .time_unit == "us" then .real_time * 1e3
           elif .time_unit == "s" then .real_time * 1e9 else .real_time end;
# The plain name: without what the library adds of how it measured.
def plain: gsub("/(real_time|manual_time|process_time|min_time:[0-9.]+|iterations:[0-9]+|repeats:[0-9]+)"; "");
def round1: if . >= 100 then round else (. * 10 | round) / 10 end;

# By name: the median of the repetitions, or the one run that there was.
(reduce (.[].benchmarks[] | select(.error_occurred != true)
         | select(.run_type == "iteration" or .aggregate_name == "median")) as $b ({};
    .[$b.run_name | plain] |= (if . == null or $b.aggregate_name == "median" then $b else . end))) as $all
| def bench($name): $all[$name] // error("\($name) was not measured");
  def ns($name): bench($name) | in_ns;
  def ns_each($name): 1e9 / (bench($name) | .items_per_second);
  def counter($name; $key): bench($name) | .[$key];

  # One row; `value` and `most` in the same unit.
  def row($what; $value; $unit; $most):
      {$what, measured: "\($value | round1) \($unit)",
       target: (if $most == null then "" else "≤ \($most) \($unit)" end),
       held: ($most == null or $value <= $most)};
  def at_least($what; $value; $unit; $least):
      {$what, measured: "\($value | round1) \($unit)", target: "≥ \($least) \($unit)", held: ($value >= $least)};
  def ratio($what; $name; $base; $most):
      (ns($name) / ns($base)) as $ratio
      | {$what, measured: "\(ns($name) | round1) ns, \($ratio * 100 | round / 100) × the timestamp",
         target: "≤ \($most) ×", held: ($ratio <= $most)};
  def ms($name): ns($name) / 1e6;

  [
    row("a bare timestamp"; ns("timestamp"); "ns"; null),
    ratio("record one event, drained live, sustained"; "recordOneEvent"; "timestamp"; 1.3),
    row("lock + unlock recorded: what is added to `std::mutex`";
        ns("lockAndUnlockRecorded") - ns("lockAndUnlockUnrecorded"); "ns"; 27),
    row("two threads on two unrelated mutexes, each lock + unlock"; ns("twoThreadsOnUnrelatedMutexes"); "ns"; 50),
    row("two threads contending for one mutex, handed over in turn, each pair"; counter("twoThreadsOnOneMutex"; "a_pair") * 1e9; "ns"; null),
    row("the same with `std::mutex`, which lets the one that runs take it again, recorded alike";
        counter("twoThreadsOnOneStdMutexRecorded"; "a_pair") * 1e9; "ns"; null),
    at_least("two producers at full speed into rings, drained live"; bench("twoProducersAtFullSpeed").items_per_second / 1e6;
        "M events/s"; 50),
    row("merge and pull into the store, each event"; ns_each("mergeAndPull"); "ns"; null),
    row("switch between two tasks on a worker, recorded"; ns_each("taskSwitch"); "ns"; 150),
    ([range(0; 10) | ns_each("switchAmong/\(.)/10000") / ns_each("switchAmong/\(.)/10")] | max) as $ratio
      | {what: "the same among 10,000 ready tasks against 10, the worst of ten policies", measured: "\($ratio * 100 | round / 100) ×",
         target: "≤ 2 ×", held: ($ratio <= 2)},
    row("turnaround on real workers against the textbook, slices of 10 ms, median of ten runs, the worst of four jobs";
        counter("measuredAgainstTextbook"; "worst_percent"); "%"; 10),
    (ns_each("queueBetweenProcesses") as $ours | ns_each("pythonsQueueBetweenProcesses") as $python
      | {what: "a million items from two processes to a third through a queue, recorded, each",
         measured: "\($ours | round1) ns; a pipe \(ns_each("pipeBetweenProcesses") | round1) ns, Python’s multiprocessing.Queue \($python | round1) ns",
         target: "≤ Python’s", held: ($ours <= $python)}),
    # Partners that are not installed are left out.
    ([["a bare C++ coroutine", "bareCoroutineSwitch"], ["a fiber of ours", "bareFiberSwitch"],
      ["Boost.Context", "boostContextSwitch"], ["Python’s greenlet", "pythonSwitch/greenlet"],
      ["Python’s asyncio", "pythonSwitch/asyncio"]]
     | map(select($all[.[1]] != null) | "\(.[0]) \(ns_each(.[1]) | round1) ns") | join(", ")) as $others
      | {what: "switch between two coroutines on the event loop, recorded",
         measured: "\(ns_each("coroutineSwitchOnTheLoop") | round1) ns; \($others)", target: "", held: true},
    row("memory of an idle task on the loop, among 100,000"; counter("idleTasksOnTheLoop/100000"; "bytes_each"); "bytes"; null),
    row("the same where each waits for a socket, among 10,000"; counter("idleSocketsOnTheLoop/10000"; "bytes_each"); "bytes"; null),
    row("append to the store, laws checked, each event"; ns_each("appendToStore"); "ns"; null),
    row("memory for a state interval"; counter("appendToStore"; "bytes_per_interval"); "bytes"; 10),
    row("open a saved trace of 10 M intervals"; ms("openSavedTrace"); "ms"; 150),
    row("all numbers at the cursor, 16 actors, 10 M intervals"; ns("numbersAtTheCursor") / 1e3; "µs"; null),
    row("start to first frame (exec to paint, offscreen)"; ms("startToFirstFrame"); "ms"; 200),
    ((["10000", "10 K", null], ["1000000", "1 M", 4], ["10000000", "10 M", 11]) as [$n, $words, $whole]
      | (["1", "the whole run", $whole], ["100", "a hundredth of it", null], ["10000", "a ten-thousandth", null]) as [$zoom, $part, $most]
      | row("full redraw, 16 lanes, 1920 × 1080, \($words) intervals, \($part)"; ms("timelineFrame/\($n)/\($zoom)"); "ms"; $most)),
    row("16 lanes of 100 M intervals, painted"; ms("lanesOfIntervals/100000000"); "ms"; 16.6),
    row("moving the cursor"; ms("moveTheCursor"); "ms"; 2),
    row("hover"; ms("hover"); "ms"; 2),
    row("PNG of 1 M intervals, 1920 × 1080"; ms("timelineAsPng/1"); "ms"; 60),
    row("PNG of 1 M intervals, 3840 × 2160"; ms("timelineAsPng/2"); "ms"; 200)
  ]
| "| what | measured | target | |", "|---|---|---|---|",
  (.[] | "| \(.what) | \(.measured) | \(.target) | \(if .target == "" then "" elif .held then "reached" else "**not reached**" end) |")
