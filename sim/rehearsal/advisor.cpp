#include "rehearsal/advisor.hpp"

#include "experiment/parallel.hpp"
#include "model/user_error.hpp"
#include "rehearsal/thread_niceness.hpp"

namespace assent {
namespace {

/// Of one question; with so many a win rate is known to about half a point.
constexpr std::int64_t enough_rollouts = 400'000;

} // namespace

Advisor::Advisor(std::shared_ptr<const Practice> practice, int threads)
    : practice_(std::move(practice)), threads_(thread_count(threads)),
      thread_([this](const std::stop_token& stop) { think(stop); }) {}

Advisor::~Advisor() {
    cancel();
    thread_.request_stop();
}

void Advisor::ask(std::shared_ptr<const Belief> belief, Knowledge knowledge, std::vector<Move> planned, Goal goal) {
    if (&belief->practice() != practice_.get())
        throw UserError("the belief is about another scenario; ask an advisor of its own");
    if (knowledge.decided || planned.size() + 1 > most_planned_moves)
        throw UserError("there is nothing to advise here: the deal is decided, or its week is full of moves");
    const std::lock_guard lock(mutex_);
    if (cancelled_) *cancelled_ = true;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    latest_.reset();
    Question question{std::move(belief), std::move(knowledge), std::move(planned), {}};
    question.request.goal = goal;
    question.request.rollouts = enough_rollouts;
    question.request.threads = threads_;
    question_ = std::move(question);
    asked_.notify_one();
}

std::shared_ptr<const Advice> Advisor::latest() const {
    const std::lock_guard lock(mutex_);
    return latest_;
}

void Advisor::cancel() {
    const std::lock_guard lock(mutex_);
    if (cancelled_) *cancelled_ = true;
    question_.reset();
}

void Advisor::on_news(std::function<void()> tell) {
    const std::lock_guard lock(mutex_);
    tell_ = std::move(tell);
}

void Advisor::think(const std::stop_token& stop) {
    be_nice(); // the threads it starts inherit it
    for (;;) {
        std::optional<Question> question;
        std::shared_ptr<std::atomic<bool>> cancelled;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return question_.has_value(); })) return;
            question.swap(question_);
            cancelled = cancelled_;
        }
        question->request.cancelled = cancelled.get();
        answer(*std::move(question));
    }
}

void Advisor::answer(Question question) {
    const std::atomic<bool>* cancelled = question.request.cancelled;
    AdviceSearch search(*question.belief, question.knowledge, std::move(question.planned), std::move(question.request));
    while (search.step() && publish(search.advice(), cancelled)) {
    }
}

bool Advisor::publish(const Advice& advice, const std::atomic<bool>* cancelled) {
    std::function<void()> tell;
    {
        const std::lock_guard lock(mutex_);
        if (*cancelled) return false;
        latest_ = std::make_shared<const Advice>(advice);
        tell = tell_;
    }
    if (tell) tell();
    return true;
}

} // namespace assent
