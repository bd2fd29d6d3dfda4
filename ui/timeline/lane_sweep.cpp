#include "ui/timeline/lane_sweep.hpp"

#include <algorithm>

namespace interleave::ui {
namespace {

// Walks a lane from left to right, adding up the time spent in each class between two moments.
class Walker {
public:
    Walker(const IntervalLane& lane, const LookTable& looks) : m_lane(lane), m_looks(looks.all().data()) {}

    // Adds the time of [from, to) to `shares`; `index` is the interval of `from`. Returns the interval of `to`.
    std::size_t add(TraceTime from, std::size_t index, TraceTime to, Shares& shares) {
        // Where the last column held few intervals the next will too: count them one by one.
        if (m_stride <= kFew) {
            const Shares before = shares;
            const std::size_t end = addEach(from, index, to, shares);
            if (end != IntervalLane::kNone) return end;
            shares = before;
        }
        const std::size_t end = leap(index, to);
        const Shares after = timeUpTo(to, end);
        const Shares before = m_knownAt == from && m_knownIndex == index ? m_known : timeUpTo(from, index);
        for (std::size_t c = 0; c < kLaneClasses; ++c) shares[c] += after[c] - before[c];
        m_known = after;
        m_knownAt = to;
        m_knownIndex = end;
        m_stride = end - index;
        return end;
    }

private:
    static constexpr std::size_t kFew = 64;  // as many steps as two look-ups of sums cost

    // kNone, and `shares` spoilt, where there are too many.
    std::size_t addEach(TraceTime from, std::size_t index, TraceTime to, Shares& shares) {
        std::int64_t begin = from.ns;
        std::size_t laneClass = classOf(index);
        std::size_t i = index + 1;  // the next to begin
        const std::size_t limit = index + kFew + 1;
        while (i < m_lane.end() && i < limit) {
            const auto run = m_lane.packed().run(i);
            const std::size_t count = std::min(run.size(), limit - i);
            for (std::size_t k = 0; k < count; ++k) {
                const std::uint64_t packed = run[k];
                const auto next = static_cast<std::int64_t>(packed >> 16);
                if (next > to.ns) return endAt(i + k, index, laneClass, to.ns - begin, shares);
                shares[laneClass] += next - begin;
                begin = next;
                laneClass = m_looks[packed & 0xFFFF].laneClass;
            }
            i += count;
        }
        if (i < m_lane.end()) {
            m_stride = kFew + 1;
            return IntervalLane::kNone;
        }
        return endAt(i, index, laneClass, to.ns - begin, shares);
    }

    std::size_t endAt(std::size_t next, std::size_t index, std::size_t laneClass, std::int64_t rest, Shares& shares) {
        shares[laneClass] += rest;
        m_stride = next - 1 - index;
        return next - 1;
    }

    // As the lane's own, but from the nearer of the two sampled sums around `index`, and along bare memory: the
    // intervals between two samples always lie in one chunk.
    Shares timeUpTo(TraceTime t, std::size_t index) const {
        constexpr std::size_t kEvery = IntervalLane::kSampleEvery;
        static_assert(IntervalLane::Packed::chunkSize % kEvery == 0);
        const std::size_t block = index / kEvery;
        const std::size_t within = index % kEvery;
        const std::uint64_t* const intervals = &m_lane.packed()[block * kEvery];
        const auto beginOf = [&](std::size_t k) { return static_cast<std::int64_t>(intervals[k] >> 16); };
        const auto classAt = [&](std::size_t k) { return m_looks[intervals[k] & 0xFFFF].laneClass; };
        if (within > kEvery / 2 && (block + 1) * kEvery < m_lane.end()) {
            Shares sums = m_lane.samples()[block + 1].unpacked();
            std::int64_t end = m_lane.beginOf((block + 1) * kEvery).ns;
            for (std::size_t k = kEvery - 1; k > within; --k) {
                const std::int64_t begin = beginOf(k);
                sums[classAt(k)] -= end - begin;
                end = begin;
            }
            sums[classAt(within)] -= end - t.ns;
            return sums;
        }
        Shares sums = m_lane.samples()[block].unpacked();
        std::int64_t begin = beginOf(0);
        for (std::size_t k = 0; k < within; ++k) {
            const std::int64_t next = beginOf(k + 1);
            sums[classAt(k)] += next - begin;
            begin = next;
        }
        sums[classAt(within)] += t.ns - begin;
        return sums;
    }

    // Columns next to each other hold about as many intervals: look there first.
    std::size_t leap(std::size_t index, TraceTime to) const {
        const std::size_t last = m_lane.end() - 1;
        std::size_t low = index;                              // begins at or before `to`
        std::size_t high = m_lane.end();                      // begins after it
        std::size_t guess = std::min(last, index + m_stride);
        std::size_t reach = std::max<std::size_t>(8, m_stride / 32);
        while (guess > low && m_lane.beginOf(guess) > to) {
            high = guess;
            guess = guess - low > reach ? guess - reach : low;
            reach *= 2;
        }
        low = std::max(low, guess);
        while (high == m_lane.end() && low < last) {
            const std::size_t next = std::min(last, low + reach);
            if (m_lane.beginOf(next) > to) high = next;
            else low = next;
            reach *= 2;
        }
        while (low + 1 < high) {
            const std::size_t middle = low + (high - low) / 2;
            (m_lane.beginOf(middle) <= to ? low : high) = middle;
        }
        return low;
    }

    std::size_t classOf(std::size_t index) const { return m_looks[m_lane.lookOf(index)].laneClass; }

    const IntervalLane& m_lane;
    const Look* m_looks;
    std::size_t m_stride = 0;
    Shares m_known{};
    TraceTime m_knownAt{-1};
    std::size_t m_knownIndex = IntervalLane::kNone;
};

// Columns and moments of one view.
class Scale {
public:
    explicit Scale(const SweepView& view)
        : m_begin(view.visible.begin), m_columns(view.columns), m_whole(view.visible.length().count() / view.columns),
          m_rest(view.visible.length().count() % view.columns),
          m_perNs(view.columns / static_cast<double>(view.visible.length().count())) {}

    // Where a column begins, to the nanosecond and without overflow.
    TraceTime timeOf(int column) const { return {m_begin.ns + m_whole * column + m_rest * column / m_columns}; }
    // The column that `t` falls in, by the same rounding.
    int columnOf(TraceTime t) const {
        int column = std::clamp(static_cast<int>(pixelOf(t)), 0, m_columns - 1);
        while (column + 1 < m_columns && timeOf(column + 1) <= t) ++column;
        while (column > 0 && timeOf(column) > t) --column;
        return column;
    }
    double pixelOf(TraceTime t) const { return static_cast<double>((t - m_begin).count()) * m_perNs; }

private:
    TraceTime m_begin;
    int m_columns;
    std::int64_t m_whole, m_rest;  // ns of a column, and what is left over for all of them
    double m_perNs;
};

class Sweeper {
public:
    Sweeper(const IntervalLane& lane, const LookTable& looks, const SweepView& view, LaneSweep& sweep)
        : m_lane(lane),
          m_walker(lane, looks),
          m_view(view),
          m_scale(view),
          m_sweep(sweep),
          m_looks(looks.all().data()),
          m_wide(static_cast<std::int64_t>(static_cast<double>(view.visible.length().count()) * view.widestSliver /
                                           view.columns)) {}

    void run() {
        const TraceTime stop = std::min(m_view.visible.end, m_view.now);
        TraceTime at = std::max(m_view.visible.begin, m_lane.beginOf(m_lane.first()));
        if (at >= stop) return;
        std::size_t index = m_lane.find(at);
        while (at < stop) {
            const Interval interval = m_lane.at(index, m_view.now);
            if (interval.length().count() >= m_wide) {
                addBar(interval, index);
                at = std::min(interval.end, stop);
                m_inColumns = false;
                if (index + 1 < m_lane.end()) ++index;
            } else {
                at = addColumn(at, index, stop);
            }
        }
    }

private:
    void addBar(const Interval& interval, std::size_t index) {
        const TimeRange& visible = m_view.visible;
        m_sweep.pieces.push_back({Piece::Kind::bar, m_scale.pixelOf(std::max(interval.begin, visible.begin)),
                                  m_scale.pixelOf(std::min(interval.end, visible.end)), index,
                                  interval.begin >= visible.begin, interval.end <= visible.end});
    }

    // Up to the end of the pixel column, or to the wide interval that begins within it.
    TraceTime addColumn(TraceTime at, std::size_t& index, TraceTime stop) {
        m_column = at == m_columnEnd && m_inColumns ? m_column + 1 : m_scale.columnOf(at);
        const int column = m_column;
        m_columnEnd = m_scale.timeOf(column + 1);
        TraceTime to = m_columnEnd;
        to = std::clamp(to, at + Duration{1}, stop);

        Shares& shares = columnAt(column);
        const std::size_t end = m_walker.add(at, index, to, shares);
        if (end != index) {
            const Interval last = m_lane.at(end, m_view.now);
            if (last.begin < to && last.length().count() >= m_wide) {
                shares[classOf(end)] -= (to - last.begin).count();
                to = last.begin;
            }
        }
        m_inColumns = column + 1 < m_view.columns;
        index = end;
        return to;
    }

    // Of the column piece that is open, or of a new one.
    Shares& columnAt(int column) {
        const bool continues = !m_sweep.pieces.empty() && m_sweep.pieces.back().kind == Piece::Kind::columns;
        if (!continues) {
            m_sweep.pieces.push_back({Piece::Kind::columns, double(column), column + 1.0, m_sweep.columns.size()});
            m_firstColumn = column;
        }
        Piece& piece = m_sweep.pieces.back();
        piece.right = column + 1.0;
        const std::size_t place = piece.index + static_cast<std::size_t>(column - m_firstColumn);
        while (m_sweep.columns.size() <= place) m_sweep.columns.emplace_back();
        return m_sweep.columns[place];
    }

    std::size_t classOf(std::size_t index) const { return m_looks[m_lane.lookOf(index)].laneClass; }

    const IntervalLane& m_lane;
    Walker m_walker;
    const SweepView& m_view;
    Scale m_scale;
    LaneSweep& m_sweep;
    const Look* m_looks;
    std::int64_t m_wide;  // ns: from here on an interval is a bar
    int m_firstColumn = 0;
    int m_column = 0;             // the last one told
    TraceTime m_columnEnd{-1};    // and where it ends
    bool m_inColumns = false;
};

}  // namespace

void sweepLane(const IntervalLane& lane, const LookTable& looks, const SweepView& view, LaneSweep& sweep) {
    sweep.pieces.clear();
    sweep.columns.clear();
    if (lane.empty() || view.columns <= 0 || view.visible.empty()) return;
    Sweeper(lane, looks, view, sweep).run();
}

namespace {

// The classes that have time in any of some columns: few of them, so that nobody need look at all sixteen in each.
class ClassesPresent {
public:
    explicit ClassesPresent(std::span<const Shares> columns) {
        Shares any{};
        for (const Shares& column : columns)
            for (std::size_t c = 0; c < kLaneClasses; ++c) any[c] |= column[c];
        for (std::size_t c = 0; c < kLaneClasses; ++c)
            if (any[c] != 0) m_classes[m_count++] = static_cast<std::uint8_t>(c);
    }

    std::span<const std::uint8_t> all() const { return {m_classes.data(), m_count}; }

private:
    std::array<std::uint8_t, kLaneClasses> m_classes{};
    std::size_t m_count = 0;
};

// One row each for what was rounded away, taken from the tallest.
void showTheShort(const Shares& shares, std::span<const std::uint8_t> classes, Rows& rows) {
    for (const std::uint8_t c : classes) {
        if (shares[c] <= 0 || rows[c] > 0) continue;
        const auto tallest = std::max_element(rows.begin(), rows.end());
        if (*tallest < 2) break;
        --*tallest;
        rows[c] = 1;
    }
}

Rows stacked(const Shares& shares, std::span<const std::uint8_t> classes, int height) {
    Rows rows{};
    std::int64_t total = 0;
    for (const std::uint8_t c : classes) total += shares[c];
    if (total <= 0 || height <= 0) return rows;

    // By cumulated rounding, so that the rows add up.
    const double rowsPerNs = height / static_cast<double>(total);
    std::int64_t sum = 0;
    int used = 0;
    bool lost = false;
    for (const std::uint8_t c : classes) {
        sum += shares[c];
        const int upTo = static_cast<int>(static_cast<double>(sum) * rowsPerNs + 0.5);
        rows[c] = static_cast<std::uint16_t>(upTo - used);
        used = upTo;
        lost = lost || (rows[c] == 0 && shares[c] != 0);
    }
    if (lost) showTheShort(shares, classes, rows);
    return rows;
}

}  // namespace

Rows stackedRows(const Shares& shares, int height) {
    return stacked(shares, ClassesPresent({&shares, 1}).all(), height);
}

void stackColumns(std::span<const Shares> columns, int height, std::vector<Rows>& rows) {
    const ClassesPresent present(columns);
    rows.clear();
    rows.reserve(columns.size());
    for (const Shares& column : columns) rows.push_back(stacked(column, present.all(), height));
}

std::vector<LevelPiece> sweepLevels(const LevelLane& lane, const SweepView& view) {
    std::vector<LevelPiece> pieces;
    if (lane.empty() || view.columns <= 0 || view.visible.empty()) return pieces;
    const Scale scale(view);
    const TraceTime start = std::max(view.visible.begin, lane[lane.first()].at);
    const TraceTime stop = std::min(view.visible.end, view.now);
    if (start >= stop) return pieces;

    int column = scale.columnOf(start);
    const double right = scale.pixelOf(stop);
    for (; column < right; ++column) {
        const TraceTime from = std::max(scale.timeOf(column), start);
        const TraceTime to = std::max(std::min(scale.timeOf(column + 1), stop), from + Duration{1});
        const Extremes extremes = lane.extremes({from, to});
        const double end = std::min(column + 1.0, right);
        const bool same = !pieces.empty() && pieces.back().low == extremes.low && pieces.back().high == extremes.high;
        if (same) pieces.back().right = end;
        else
            pieces.push_back(
                {pieces.empty() ? scale.pixelOf(start) : double(column), end, extremes.low, extremes.high});
    }
    return pieces;
}

}  // namespace interleave::ui
