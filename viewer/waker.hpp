#pragma once
// How a thread that works tells the sleeping window that there is something new to show.
#include <functional>
#include <mutex>
#include <utility>

namespace assent::viewer {

/// Any thread may call wake(); what it does is set by the window, and nothing while there is none.
class Waker {
  public:
    void set(std::function<void()> action) {
        const std::lock_guard lock(mutex_);
        action_ = std::move(action);
    }
    void wake() {
        const std::lock_guard lock(mutex_);
        if (action_) action_();
    }

  private:
    std::mutex mutex_;
    std::function<void()> action_;
};

} // namespace assent::viewer
