#pragma once
// Work beside the window: one thread, the newest request wins, results are immutable and swapped in.
#include "viewer/waker.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace assent::viewer {

/// Answers requests one at a time. Work gets a flag that turns true when its answer is no longer wanted, and a function by
/// which it may publish a preliminary answer; what it returns is the final one. It must not touch ImGui nor throw.
template <class Request, class Result> class Worker {
  public:
    using Publish = std::function<void(Result)>;
    using Work = std::function<Result(const Request&, const std::atomic<bool>& cancelled, const Publish&)>;

    Worker(std::shared_ptr<Waker> waker, Work work)
        : waker_(std::move(waker)), work_(std::move(work)), thread_([this] { serve(); }) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
            cancelled_ = true;
        }
        changed_.notify_one();
    }

    /// Drops what is under way and its answers, and begins with this.
    void ask(Request request) {
        {
            const std::lock_guard lock(mutex_);
            request_ = std::move(request);
            result_ = nullptr;
            cancelled_ = true;
        }
        changed_.notify_one();
    }
    /// Drops what is under way; the latest answer stays.
    void cancel() {
        const std::lock_guard lock(mutex_);
        request_.reset();
        cancelled_ = true;
    }
    /// The latest answer to the newest request, or null while there is none.
    [[nodiscard]] std::shared_ptr<const Result> latest() const {
        const std::lock_guard lock(mutex_);
        return result_;
    }
    [[nodiscard]] bool busy() const {
        const std::lock_guard lock(mutex_);
        return working_ || request_.has_value();
    }

  private:
    void serve() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return ending_ || request_.has_value(); });
            if (ending_) return;
            const Request request = std::move(*request_);
            request_.reset();
            cancelled_ = false;
            working_ = true;
            lock.unlock();
            Result result = work_(request, cancelled_, [this](Result partial) { take(std::move(partial)); });
            lock.lock();
            working_ = false;
            if (!cancelled_) result_ = std::make_shared<const Result>(std::move(result));
            lock.unlock();
            waker_->wake();
            lock.lock();
        }
    }
    void take(Result result) {
        {
            const std::lock_guard lock(mutex_);
            if (cancelled_) return;
            result_ = std::make_shared<const Result>(std::move(result));
        }
        waker_->wake();
    }

    std::shared_ptr<Waker> waker_;
    Work work_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Request> request_;
    std::shared_ptr<const Result> result_;
    std::atomic<bool> cancelled_ = false;
    bool working_ = false, ending_ = false;
    std::jthread thread_; // last: it uses all the others
};

} // namespace assent::viewer
