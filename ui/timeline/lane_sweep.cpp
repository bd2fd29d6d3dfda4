#include "ui/timeline/lane_sweep.hpp"

#include <algorithm>

namespace interleave::ui {
namespace {

// Walks a lane from left to right, adding up the time spent in each class between two moments.
class Walker {
public:
    Walker(const IntervalLane& lane, const LookTable& looks) : m_lane(lane), m_looks(looks.all().data()), m_table(looks) {}

    // Adds the time of [from, to) to `shares`; `index` is the interval of `from`. Returns the interval of `to`.
    std::size_t add(TraceTime from, std::size_t index, TraceTime to, Shares& shares) {
        // Where the last column held few intervals the next will too: count them one by one.
        if (m_stride <= kFew) {
            const std::size_t end = addEach(from, index, to, shares);
            if (end != IntervalLane::kNone) return end;
        }
        const std::size_t end = leap(index, to);
        const Shares after = m_lane.timeUpTo(to, end, m_table);
        const Shares before = m_knownAt == from && m_knownIndex == index ? m_known : m_lane.timeUpTo(from, index, m_table);
        for (std::size_t c = 0; c < kLaneClasses; ++c) shares[c] += after[c] - before[c];
        m_known = after;
        m_knownAt = to;
        m_knownIndex = end;
        m_stride = end - index;
        return end;
    }

private:
    static constexpr std::size_t kFew = 192;  // as many steps as two look-ups of sums cost

    // kNone, and `shares` as it was, where there are too many.
    std::size_t addEach(TraceTime from, std::size_t index, TraceTime to, Shares& shares) {
        const std::size_t limit = std::min(m_lane.end(), index + kFew + 1);
        Shares sum{};
        std::size_t i = index;
        TraceTime begin = from;
        while (i + 1 < limit) {
            const TraceTime next = m_lane.beginOf(i + 1);
            if (next > to) break;
            sum[classOf(i)] += (next - begin).count();
            begin = next;
            ++i;
        }
        if (i + 1 == limit && limit != m_lane.end()) {
            m_stride = kFew + 1;
            return IntervalLane::kNone;
        }
        sum[classOf(i)] += (to - begin).count();
        for (std::size_t c = 0; c < kLaneClasses; ++c) shares[c] += sum[c];
        m_stride = i - index;
        return i;
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
    const LookTable& m_table;
    std::size_t m_stride = 0;
    Shares m_known{};
    TraceTime m_knownAt{-1};
    std::size_t m_knownIndex = IntervalLane::kNone;
};

struct Scale {
    TimeRange visible;
    int columns;

    TraceTime timeOf(int column) const {
        return {visible.begin.ns + visible.length().count() / columns * column
                + visible.length().count() % columns * column / columns};
    }
    double pixelOf(TraceTime t) const {
        return static_cast<double>((t - visible.begin).count()) * columns / static_cast<double>(visible.length().count());
    }
};

class Sweeper {
public:
    Sweeper(const IntervalLane& lane, const LookTable& looks, const SweepView& view, LaneSweep& sweep)
        : m_lane(lane), m_walker(lane, looks), m_view(view), m_scale{view.visible, view.columns}, m_sweep(sweep),
          m_looks(looks.all().data()), m_wide(static_cast<std::int64_t>(static_cast<double>(view.visible.length().count()) * view.widestSliver
                                           / view.columns)) {}

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
        const int column = std::clamp(static_cast<int>(m_scale.pixelOf(at)), 0, m_view.columns - 1);
        TraceTime to = m_scale.timeOf(column + 1);
        if (to <= at) to = m_scale.timeOf(std::min(column + 2, m_view.columns));
        to = std::clamp(to, at + Duration{1}, stop);

        Shares shares{};
        std::size_t end = m_walker.add(at, index, to, shares);
        const Interval last = m_lane.at(end, m_view.now);
        if (end != index && last.begin < to && last.length().count() >= m_wide) {
            shares[classOf(end)] -= (to - last.begin).count();
            to = last.begin;
        }
        append(column, shares);
        index = end;
        return to;
    }

    void append(int column, const Shares& shares) {
        const bool continues = !m_sweep.pieces.empty() && m_sweep.pieces.back().kind == Piece::Kind::columns;
        if (!continues) {
            m_sweep.pieces.push_back({Piece::Kind::columns, double(column), column + 1.0, m_sweep.columns.size()});
            m_firstColumn = column;
        }
        Piece& piece = m_sweep.pieces.back();
        piece.right = column + 1.0;
        const std::size_t place = piece.index + static_cast<std::size_t>(column - m_firstColumn);
        if (place >= m_sweep.columns.size()) m_sweep.columns.resize(place + 1);
        for (std::size_t c = 0; c < kLaneClasses; ++c) m_sweep.columns[place][c] += shares[c];
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
};

}  // namespace

void sweepLane(const IntervalLane& lane, const LookTable& looks, const SweepView& view, LaneSweep& sweep) {
    sweep.pieces.clear();
    sweep.columns.clear();
    if (lane.empty() || view.columns <= 0 || view.visible.empty()) return;
    Sweeper(lane, looks, view, sweep).run();
}

Rows stackedRows(const Shares& shares, int height) {
    Rows rows{};
    std::int64_t total = 0;
    for (const std::int64_t share : shares) total += share;
    if (total <= 0 || height <= 0) return rows;

    // By cumulated rounding, so that the rows add up; then one row each for what was rounded away, taken from the tallest.
    std::int64_t sum = 0;
    int used = 0;
    for (std::size_t c = 0; c < kLaneClasses; ++c) {
        sum += shares[c];
        const int upTo = static_cast<int>(static_cast<double>(sum) * height / static_cast<double>(total) + 0.5);
        rows[c] = static_cast<std::uint16_t>(upTo - used);
        used = upTo;
    }
    for (std::size_t c = 0; c < kLaneClasses; ++c) {
        if (shares[c] <= 0 || rows[c] > 0) continue;
        const auto tallest = std::max_element(rows.begin(), rows.end());
        if (*tallest < 2) break;
        --*tallest;
        rows[c] = 1;
    }
    return rows;
}

std::vector<LevelPiece> sweepLevels(const LevelLane& lane, const SweepView& view) {
    std::vector<LevelPiece> pieces;
    if (lane.empty() || view.columns <= 0 || view.visible.empty()) return pieces;
    const Scale scale{view.visible, view.columns};
    const TraceTime start = std::max(view.visible.begin, lane[lane.first()].at);
    const TraceTime stop = std::min(view.visible.end, view.now);
    if (start >= stop) return pieces;

    int column = std::clamp(static_cast<int>(scale.pixelOf(start)), 0, view.columns - 1);
    const double right = scale.pixelOf(stop);
    for (; column < right; ++column) {
        const TraceTime from = std::max(scale.timeOf(column), start);
        const TraceTime to = std::max(std::min(scale.timeOf(column + 1), stop), from + Duration{1});
        const Extremes extremes = lane.extremes({from, to});
        const double end = std::min(column + 1.0, right);
        const bool same = !pieces.empty() && pieces.back().low == extremes.low && pieces.back().high == extremes.high;
        if (same) pieces.back().right = end;
        else pieces.push_back({pieces.empty() ? scale.pixelOf(start) : double(column), end, extremes.low, extremes.high});
    }
    return pieces;
}

}  // namespace interleave::ui
