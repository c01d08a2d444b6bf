#include "experiment/parallel.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <fmt/format.h>
#include <mutex>
#include <string>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <thread>
#include <vector>

namespace assent {
namespace {

std::string text_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {
        return e.what();
    } catch (...) {
        return "unknown error";
    }
}

/// Takes the exceptions of all threads, so that they are reported once and no exception has to cross TBB.
class Failures {
  public:
    /// Runs a step; false when it threw.
    template <class Step> bool guard(Step step) noexcept {
        try {
            step();
            return true;
        } catch (...) {
            const std::lock_guard lock(mutex_);
            errors_.push_back(std::current_exception());
            return false;
        }
    }

    void rethrow() const {
        if (errors_.empty()) return;
        if (errors_.size() == 1) std::rethrow_exception(errors_.front());
        constexpr std::size_t shown = 4;
        std::string text = fmt::format("{} errors while playing", errors_.size());
        for (std::size_t i = 0; i < std::min(shown, errors_.size()); ++i) text += "\n  " + text_of(errors_[i]);
        if (errors_.size() > shown) text += fmt::format("\n  (and {} more)", errors_.size() - shown);
        throw std::runtime_error(text);
    }

  private:
    std::mutex mutex_;
    std::vector<std::exception_ptr> errors_;
};

/// What travels along the line; an item that is not good passes through untouched, to keep the order.
struct Item {
    int slot;
    bool good;
};

class Line {
  public:
    explicit Line(const OrderedPipeline& pipeline) : pipeline_(pipeline) {}

    void run() {
        if (pipeline_.threads == 1)
            run_alone();
        else
            run_in_arena();
        failures_.rethrow();
    }

  private:
    /// Without TBB: the line may run inside the work of another one, whose threads a limit of one would take away.
    void run_alone() {
        for (int slot = 0; !stopped_; slot = (slot + 1) % pipeline_.slots) {
            bool found = false;
            if (!failures_.guard([&] { found = pipeline_.produce(slot); }) || !found) return;
            consume(work({slot, true}));
        }
    }

    void run_in_arena() {
        // Without this TBB starts no more threads than the machine has cores, whatever the arena asks for.
        const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                          static_cast<std::size_t>(pipeline_.threads));
        tbb::task_arena arena(pipeline_.threads);
        arena.execute([this] {
            tbb::parallel_pipeline(
                static_cast<std::size_t>(pipeline_.slots),
                tbb::make_filter<void, Item>(tbb::filter_mode::serial_in_order,
                                             [this](tbb::flow_control& control) { return produce(control); }) &
                    tbb::make_filter<Item, Item>(tbb::filter_mode::parallel, [this](Item item) { return work(item); }) &
                    tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order,
                                                 [this](Item item) { consume(item); }));
        });
    }

    Item produce(tbb::flow_control& control) {
        // Items are consumed in order and at most `slots` are alive: the one that had this slot before is done.
        const Item item{static_cast<int>(produced_++ % pipeline_.slots), true};
        bool found = false;
        if (stopped_ || !failures_.guard([&] { found = pipeline_.produce(item.slot); }) || !found) control.stop();
        return item;
    }

    Item work(Item item) {
        if (stopped_) return {item.slot, false};
        item.good = failures_.guard([&] { pipeline_.work(item.slot); });
        return item;
    }

    void consume(Item item) {
        if (stopped_) return;
        bool more = false;
        if (!item.good || !failures_.guard([&] { more = pipeline_.consume(item.slot); }) || !more) stopped_ = true;
    }

    const OrderedPipeline& pipeline_;
    Failures failures_;
    std::int64_t produced_ = 0;
    std::atomic<bool> stopped_{false};
};

} // namespace

int thread_count(int requested) {
    if (requested < 0 || requested > thread_limit)
        throw UserError(fmt::format("threads = {} (out of range); give 1 to {}, or 0 for all the machine has",
                                    requested, thread_limit));
    if (requested > 0) return requested;
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, thread_limit);
}

void run_pipeline(const OrderedPipeline& pipeline) { Line(pipeline).run(); }

} // namespace assent
