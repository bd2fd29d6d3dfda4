#include "core/coro/generator_frame.hpp"

#include "core/base/require.hpp"

namespace interleave {
namespace {

bool isExit(const std::exception_ptr& error) {
    if (!error) return false;
    try {
        std::rethrow_exception(error);
    } catch (const GeneratorExit&) {
        return true;
    } catch (...) {
        return false;
    }
}

std::string textOf(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    } catch (...) {
        return "something that is no std::exception";
    }
}

}  // namespace

thread_local std::size_t GeneratorFrame::t_lastFrame = 0;

void* GeneratorFrame::operator new(std::size_t bytes) {
    t_lastFrame = bytes;
    return ::operator new(bytes);
}

void GeneratorFrame::operator delete(void* frame, std::size_t bytes) { ::operator delete(frame, bytes); }

bool GeneratorFrame::admits(FrameInput input, bool handsValue, const std::exception_ptr& error) {
    if (m_outer != nullptr) throw Raised("ValueError", "another generator has delegated to this one");
    if (m_state == FrameState::running || m_innermost->m_state == FrameState::running)
        throw Raised("ValueError", "generator already executing");
    if (m_state == FrameState::closed) return false;
    if (m_state != FrameState::created) {
        m_innermost->m_thrownIn = error;
        return true;
    }
    if (handsValue) throw Raised("TypeError", "can't send non-None value to a just-started generator");
    if (input == FrameInput::close) {
        m_state = FrameState::closed;
        m_told.tell(EventKind::frameClosed, {});
    }
    if (input != FrameInput::raise) return input != FrameInput::close;
    // It has no try yet that could catch it.
    m_state = FrameState::closed;
    const FrameValue told = m_told.toldError(textOf(error));
    m_told.tell(EventKind::frameResumed, {.value = told, .input = input});
    m_told.tell(EventKind::frameFailed, {.value = told});
    return false;
}

void GeneratorFrame::enter(ActorContext& driver, Call& call, FrameInput input, const Frame::Telling& how) {
    context = &driver;
    m_call = &call;
    m_closing = input == FrameInput::close;
    if (m_closing) m_innermost->m_thrownIn = std::make_exception_ptr(GeneratorExit{});
    m_innermost->m_root = this;
    Frame::Telling told = how;
    if (input == FrameInput::raise) told.value = m_innermost->m_told.toldError(textOf(m_innermost->m_thrownIn));
    m_innermost->resume(input, told);
}

void GeneratorFrame::resume(FrameInput input, const Frame::Telling& how) {
    m_state = FrameState::running;
    context = m_root->context;
    Frame::Telling told = how;
    told.input = input;
    m_told.tell(EventKind::frameResumed, told);
    context->next = m_self;
}

// To whoever awaits the root.
void GeneratorFrame::answer() {
    context->next = m_call->caller;
    m_call->answeredBy = this;
    m_call = nullptr;
}

void GeneratorFrame::yields(const Frame::Telling& how) {
    m_state = FrameState::suspended;
    m_told.tell(EventKind::frameYielded, how);
    if (m_root->m_closing && m_outer != nullptr) return yieldedWhileClosing();
    m_root->answer();
}

// Whom it delegated to ignored its closing: that is an error of the one who stands aside for it, as in Python.
void GeneratorFrame::yieldedWhileClosing() {
    GeneratorFrame& outer = *m_outer;
    outer.m_thrownIn = std::make_exception_ptr(Raised("RuntimeError", "generator ignored GeneratorExit"));
    leaveTo(outer, m_told.toldError("RuntimeError: generator ignored GeneratorExit"));
}

void GeneratorFrame::leaveTo(GeneratorFrame& outer, FrameValue returned) {
    outer.m_root = m_root;
    m_root->m_innermost = &outer;
    m_outer = nullptr;
    m_root = m_innermost = this;
    const bool fails = outer.m_thrownIn || m_failure;
    const FrameInput input = fails ? FrameInput::raise : FrameInput::returned;
    outer.resume(input, {.value = returned, .ticket = id().value});
}

void GeneratorFrame::delegates(GeneratorFrame& inner, int line) {
    m_state = FrameState::suspended;
    m_told.tell(EventKind::frameDelegated, {.ticket = inner.id().value, .line = line});
    inner.m_outer = this;
    GeneratorFrame& root = *m_root;
    root.m_innermost = inner.m_innermost;
    root.m_innermost->m_root = &root;
    root.m_innermost->resume(FrameInput::next, {.ticket = id().value});
}

void GeneratorFrame::switches(GeneratorFrame& partner, const Frame::Telling& how) {
    m_state = FrameState::suspended;
    Frame::Telling told = how;
    told.ticket = partner.m_innermost->id().value;
    m_told.tell(EventKind::frameSwitched, told);
    Call& call = *std::exchange(m_root->m_call, nullptr);
    // Texts have the same numbers in all frames of a run.
    partner.enter(*context, call, FrameInput::handed, {.value = how.value, .ticket = id().value});
}

void GeneratorFrame::tellEnd(FrameValue returned) const {
    if (!m_failure) m_told.tell(EventKind::frameReturned, {.value = returned});
    else if (isExit(m_failure)) m_told.tell(EventKind::frameClosed, {});
    else m_told.tell(EventKind::frameFailed, {.value = m_told.toldError(textOf(m_failure))});
}

void GeneratorFrame::ends(FrameValue returned) {
    m_state = FrameState::closed;
    tellEnd(returned);
    if (m_outer == nullptr) return answer();
    GeneratorFrame& outer = *m_outer;
    // Closing goes on outwards, also past one that came to its end instead.
    if (m_root->m_closing && !m_failure) outer.m_thrownIn = std::make_exception_ptr(GeneratorExit{});
    const FrameValue passed = m_failure ? m_told.toldError(textOf(m_failure)) : returned;
    leaveTo(outer, passed);
}

void GeneratorFrame::destroy() {
    // One that others still stand aside for: its holder must not go before they do.
    IL_REQUIRE(m_outer == nullptr);
    for (GeneratorFrame* frame = m_innermost;;) {
        GeneratorFrame* const outer = frame->m_outer;
        const bool wasRoot = frame == this;
        if (frame->m_holder) *frame->m_holder = nullptr;
        if (frame->m_state != FrameState::closed) frame->m_told.tell(EventKind::frameClosed, {});
        const std::coroutine_handle<> self = frame->m_self;
        self.destroy();  // and with it, `frame`
        if (wasRoot) return;
        frame = outer;
    }
}

}  // namespace interleave
