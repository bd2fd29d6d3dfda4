// A generator: a function that stops in the middle, gives a value, and goes on from there when asked for the next.
//
//   Generator<std::int64_t> upTo(Frame frame, std::int64_t end) {
//       for (std::int64_t i = 0; i < end; ++i) {
//           const auto sent = co_yield i;      // nothing where next() was called
//           …
//   Generator<std::int64_t> g = upTo(self.frame("upTo(3)"), 3);
//   const auto first = co_await g.next();
//
// It is used by who awaits it: an actor's program, or another generator of that actor. Its body runs at once, while its
// user stands at the co_await; it may await what its actor may (a sleep, a lock…), and the actor as a whole waits. As
// in Python, nothing runs before the first next(); None is std::nullopt; an end by `co_return v` is StopIteration with
// that value; an error that the body does not catch escapes to the user and closes it; and a closed one stays closed. A
// frame's own clean-up is the destructors of its locals: one that is dropped without close() has only those run,
// and no catch.
//
// A body that takes a Frame as its first parameter is told to the trace, a nameless one is not. An inner one that
// another has delegated to must outlive that.
//
// Thread safety: as Task; one thread, the one that drives the actor.
#pragma once

#include <concepts>
#include <optional>

#include "core/base/require.hpp"
#include "core/coro/generator_frame.hpp"

namespace interleave {

template <class T>
struct StopIteration : StopIterationBase {
    explicit StopIteration(std::optional<T> returned) : value(std::move(returned)) {}
    std::optional<T> value;
};

// Awaited by a body: yield from, and a switch to a partner.
template <class T>
class Delegation;
template <class T>
class Switch;

template <class T>
class [[nodiscard]] Generator {
public:
    using Value = std::optional<T>;

    struct promise_type : GeneratorFrame {
        Value handed;    // what it was sent
        Value given;     // what it yielded
        Value returned;

        promise_type() { standsIn(std::coroutine_handle<promise_type>::from_promise(*this)); }
        template <class... Args>
        explicit promise_type(const Frame& frame, const Args&...) : GeneratorFrame(frame) {
            standsIn(std::coroutine_handle<promise_type>::from_promise(*this));
        }

        Generator get_return_object() { return Generator{this}; }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        auto final_suspend() noexcept { return AtEnd{}; }
        auto yield_value(Value value, int line = __builtin_LINE()) {
            given = std::move(value);
            return AtYield{*this, line};
        }
        void return_value(Value value) { returned = std::move(value); }
        void unhandled_exception() noexcept;
    };

    Generator() = default;
    Generator(Generator&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) { hold(); }
    Generator& operator=(Generator&& other) noexcept {
        std::swap(m_frame, other.m_frame);
        hold();
        other.hold();
        return *this;
    }
    ~Generator() {
        if (m_frame) m_frame->destroy();
    }

    // How it is made to go on, and what the answer is.
    enum class Use { value, loop, close };
    template <Use kUse>
    class Resumption;

    // The next value. Throws StopIteration<T> at its end, and whatever escapes its body.
    auto next(int line = __builtin_LINE()) { return Resumption<Use::value>(promise(), FrameInput::next, {}, line); }
    // The same, and the yield where it stands gives `value` there. Before its first yield only None may be sent.
    auto send(Value value, int line = __builtin_LINE()) {
        return Resumption<Use::value>(promise(), FrameInput::send, std::move(value), line);
    }
    // The yield where it stands throws this there.
    auto raise(std::exception_ptr error, int line = __builtin_LINE()) {
        return Resumption<Use::value>(promise(), FrameInput::raise, {}, line, std::move(error));
    }
    auto raise(const Raised& error, int line = __builtin_LINE()) { return raise(std::make_exception_ptr(error), line); }
    // GeneratorExit is thrown where it stands. Throws where it yields once more instead, and what else escapes it.
    auto close(int line = __builtin_LINE()) { return Resumption<Use::close>(promise(), FrameInput::close, {}, line); }
    // For a loop: true, and value() is the next one; false at its end.
    auto advance(int line = __builtin_LINE()) { return Resumption<Use::loop>(promise(), FrameInput::next, {}, line); }
    const Value& value() const { return given(promise()); }

    FrameState state() const { return m_frame->state(); }
    promise_type& promise() const {
        IL_REQUIRE(m_frame != nullptr);
        return static_cast<promise_type&>(*m_frame);
    }

private:
    // What the innermost yielded is what it yields.
    static const Value& given(promise_type& root) { return static_cast<promise_type&>(root.innermost()).given; }

    struct AtYield {
        promise_type& frame;
        int line;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) const {
            frame.yields({.value = frame.told().told(frame.given), .line = line});
        }
        Value await_resume() const {
            frame.takeThrown();
            return std::exchange(frame.handed, std::nullopt);
        }
    };
    struct AtEnd {
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> ended) const noexcept {
            promise_type& frame = ended.promise();
            frame.ends(frame.told().told(frame.returned));
        }
        void await_resume() const noexcept {}
    };

    explicit Generator(promise_type* frame) : m_frame(frame) { hold(); }
    void hold() {
        if (m_frame) m_frame->heldBy(&m_frame);
    }

    GeneratorFrame* m_frame = nullptr;
};

template <class T>
void Generator<T>::promise_type::unhandled_exception() noexcept {
    // One that is not caught inside would be taken for this generator's own end.
    try {
        throw;
    } catch (const StopIterationBase&) {
        failed(std::make_exception_ptr(Raised("RuntimeError", "generator raised StopIteration")));
    } catch (...) {
        failed(std::current_exception());
    }
}

// The innermost frame takes what is sent: all of a chain are of the same type.
template <class T>
void hand(typename Generator<T>::promise_type& root, std::optional<T> value) {
    static_cast<typename Generator<T>::promise_type&>(root.innermost()).handed = std::move(value);
}

template <class T>
template <typename Generator<T>::Use kUse>
class Generator<T>::Resumption {
public:
    Resumption(promise_type& root, FrameInput input, Value value, int line, std::exception_ptr error = {})
        : m_root(root), m_input(input), m_value(std::move(value)), m_line(line), m_error(std::move(error)) {}

    bool await_ready() {
        return !m_root.admits(m_input, m_value.has_value(), m_error);
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> awaiter) {
        ActorContext* const context = awaiter.promise().context;
        Frame::Telling how{
            .value = m_root.told().told(m_value), .input = {}, .ticket = ObjectId::kNone, .line = m_line};
        if constexpr (std::derived_from<Promise, GeneratorFrame>) how.ticket = awaiter.promise().id().value;
        m_call.caller = awaiter;
        hand<T>(m_root, std::move(m_value));
        m_root.enter(*context, m_call, m_input, how);
    }
    auto await_resume() {
        if constexpr (kUse == Use::value) return nextValue();
        else if constexpr (kUse == Use::loop) return !ended();
        else closed();
    }

private:
    promise_type* answer() const { return static_cast<promise_type*>(m_call.answeredBy); }
    // Throws what escaped it.
    bool ended() {
        if (answer() == nullptr) {
            if (m_error) std::rethrow_exception(m_error);
            return true;
        }
        if (auto failure = answer()->takeFailure()) std::rethrow_exception(failure);
        return answer()->state() == FrameState::closed;
    }
    Value nextValue() {
        if (ended()) throw StopIteration<T>(answer() ? std::exchange(answer()->returned, std::nullopt) : std::nullopt);
        return given(*answer());
    }
    void closed() {
        m_root.endClosing();
        try {
            if (!ended()) throw Raised("RuntimeError", "generator ignored GeneratorExit");
        } catch (const GeneratorExit&) {
            // as it should
        }
    }

    promise_type& m_root;
    FrameInput m_input;
    Value m_value;
    int m_line;
    std::exception_ptr m_error;
    GeneratorFrame::Call m_call;
};

template <class T>
class [[nodiscard]] Delegation {
public:
    using Promise = typename Generator<T>::promise_type;
    Delegation(Promise& inner, int line) : m_inner(inner), m_line(line) {}

    bool await_ready() { return !m_inner.admits(FrameInput::next, false); }
    void await_suspend(std::coroutine_handle<Promise> outer) {
        m_outer = &outer.promise();
        hand<T>(m_inner, std::nullopt);
        m_outer->delegates(m_inner, m_line);
    }
    // What it returned.
    std::optional<T> await_resume() {
        if (m_outer == nullptr) return std::nullopt;
        // Its own error comes first: it is what is left where closing went past it.
        m_outer->takeThrown();
        if (auto failure = m_inner.takeFailure()) std::rethrow_exception(failure);
        return std::exchange(m_inner.returned, std::nullopt);
    }

private:
    Promise& m_inner;
    Promise* m_outer = nullptr;
    int m_line;
};

// yield from: the caller and `inner` speak to each other directly until that is at its end; then its return value.
template <class T>
Delegation<T> from(Generator<T>& inner, int line = __builtin_LINE()) { return {inner.promise(), line}; }
template <class T>
Delegation<T> from(Generator<T>&& inner, int line = __builtin_LINE()) { return {inner.promise(), line}; }

template <class T>
class [[nodiscard]] Switch {
public:
    using Promise = typename Generator<T>::promise_type;
    Switch(Promise& partner, std::optional<T> value, int line)
        : m_partner(partner), m_value(std::move(value)), m_line(line) {}

    bool await_ready() {
        if (!m_partner.admits(FrameInput::handed, m_value.has_value()))
            throw Raised("RuntimeError", "the partner is at its end");
        return false;
    }
    void await_suspend(std::coroutine_handle<Promise> self) {
        m_self = &self.promise();
        const FrameValue told = m_self->told().told(m_value);
        hand<T>(m_partner, std::move(m_value));
        m_self->switches(m_partner, {.value = told, .input = {}, .ticket = ObjectId::kNone, .line = m_line});
    }
    // What it is handed when somebody switches back, or asks it for the next value.
    std::optional<T> await_resume() {
        m_self->takeThrown();
        return std::exchange(m_self->handed, std::nullopt);
    }

private:
    Promise& m_partner;
    Promise* m_self = nullptr;
    std::optional<T> m_value;
    int m_line;
};

// Stands aside for a named partner, which goes on in its place: who called this one gets the answer from that one. As a
// greenlet's switch.
template <class T>
Switch<T> switchTo(Generator<T>& partner, std::optional<T> value = std::nullopt, int line = __builtin_LINE()) {
    return {partner.promise(), std::move(value), line};
}

}  // namespace interleave
