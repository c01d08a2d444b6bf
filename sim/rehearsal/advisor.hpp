#pragma once
// The advisor beside a running session: thinks in threads of its own and answers with immutable snapshots.
#include "rehearsal/advice.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace assent {

/// May be used from any thread.
class Advisor {
  public:
    /// `threads` play, 0: all that the machine has; at nice 10, so that a window stays smooth. Throws UserError outside
    /// 0 … thread_limit.
    explicit Advisor(std::shared_ptr<const Practice> practice, int threads = 0);
    ~Advisor();
    Advisor(const Advisor&) = delete;
    Advisor& operator=(const Advisor&) = delete;

    /// Begins to think about a position and returns at once; what was asked before is given up. Throws
    /// UserError when the belief is not of this advisor's practice, the deal is decided or the week has no room.
    void ask(std::shared_ptr<const Belief> belief, Knowledge knowledge, std::vector<Move> planned,
             Goal goal = Goal::win);
    /// The newest answer to the last question; null before the first one.
    [[nodiscard]] std::shared_ptr<const Advice> latest() const;
    /// Gives up what is thought about; the newest answer stays.
    void cancel();
    /// Called after each new answer, from the thinking thread; it must not call ask().
    void on_news(std::function<void()> tell);

  private:
    struct Question {
        std::shared_ptr<const Belief> belief;
        Knowledge knowledge;
        std::vector<Move> planned;
        AdviceRequest request;
    };
    void think(const std::stop_token& stop);
    void answer(Question question);
    bool publish(const Advice& advice, const std::atomic<bool>* cancelled);

    std::shared_ptr<const Practice> practice_;
    int threads_;
    mutable std::mutex mutex_; ///< of all below
    std::condition_variable_any asked_;
    std::optional<Question> question_;
    std::shared_ptr<std::atomic<bool>> cancelled_; ///< of the question that is thought about or waits
    std::shared_ptr<const Advice> latest_;
    std::function<void()> tell_;
    std::jthread thread_;
};

} // namespace assent
