// The production line: order, exceptions, and proof that the threads asked for really run.
#include "experiment/parallel.hpp"

#include "model/user_error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace assent {
namespace {

/// Holds every thread until `wanted` different ones are inside at the same time, or until it is clear that they will
/// not come.
class Gathering {
  public:
    explicit Gathering(std::size_t wanted) : wanted_(wanted) {}

    void arrive() {
        std::unique_lock lock(mutex_);
        inside_.insert(std::this_thread::get_id());
        most_ = std::max(most_, inside_.size());
        changed_.notify_all();
        changed_.wait_for(lock, std::chrono::seconds(20), [this] { return most_ >= wanted_; });
        inside_.erase(std::this_thread::get_id());
    }

    [[nodiscard]] std::size_t most() const { return most_; }

  private:
    std::size_t wanted_, most_ = 0;
    std::set<std::thread::id> inside_;
    std::mutex mutex_;
    std::condition_variable changed_;
};

struct Line {
    int items = 0, produced = 0;
    std::vector<int> held, consumed;
    OrderedPipeline pipeline;

    Line(int threads, int slots, int count) : items(count), held(static_cast<std::size_t>(slots), -1) {
        pipeline.threads = threads;
        pipeline.slots = slots;
        pipeline.produce = [this](int slot) {
            if (produced >= items) return false;
            held[static_cast<std::size_t>(slot)] = produced++;
            return true;
        };
        pipeline.work = [](int) {};
        pipeline.consume = [this](int slot) {
            consumed.push_back(held[static_cast<std::size_t>(slot)]);
            return true;
        };
    }
};

std::string error_of(const OrderedPipeline& pipeline) {
    try {
        run_pipeline(pipeline);
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("as many threads work at the same time as were asked for, whatever the machine has") {
    for (const int threads : {1, 2, 3, 5, 8, 16}) {
        CAPTURE(threads);
        Gathering gathering(static_cast<std::size_t>(threads));
        Line line(threads, 2 * threads, 4 * threads);
        line.pipeline.work = [&](int) { gathering.arrive(); };
        run_pipeline(line.pipeline);
        CHECK(gathering.most() == static_cast<std::size_t>(threads));
    }
}

TEST_CASE("items are consumed in the order of production, each from its own slot") {
    for (const int threads : {1, 3, 8}) {
        Line line(threads, 2 * threads, 5000);
        std::atomic<unsigned> noise{0};
        line.pipeline.work = [&](int slot) {
            for (unsigned i = 0; i < 50u * static_cast<unsigned>(slot); ++i)
                noise.fetch_add(i, std::memory_order_relaxed);
        };
        run_pipeline(line.pipeline);
        std::vector<int> expected(5000);
        std::iota(expected.begin(), expected.end(), 0);
        CHECK(line.consumed == expected);
    }
}

TEST_CASE("the line stops when the consumer has enough") {
    Line line(4, 8, 1'000'000);
    line.pipeline.consume = [&](int slot) {
        line.consumed.push_back(line.held[static_cast<std::size_t>(slot)]);
        return line.consumed.size() < 10;
    };
    run_pipeline(line.pipeline);
    CHECK(line.consumed.size() == 10);
    CHECK(line.produced <= 10 + 8);
}

TEST_CASE("a single exception keeps its type, and nothing behind the failed item is consumed") {
    Line line(3, 6, 100);
    line.pipeline.work = [&](int slot) {
        if (line.held[static_cast<std::size_t>(slot)] == 20) throw UserError("the disk is full");
    };
    CHECK_THROWS_WITH_AS(run_pipeline(line.pipeline), "the disk is full", UserError);
    CHECK(line.consumed.size() == 20);
}

TEST_CASE("exceptions of several threads are reported once, four of them in words") {
    Gathering gathering(6);
    Line line(6, 12, 6);
    line.pipeline.work = [&](int) {
        gathering.arrive();
        throw std::runtime_error("broken");
    };
    const std::string text = error_of(line.pipeline);
    CHECK(text.starts_with("6 errors while playing\n  broken\n"));
    CHECK(text.ends_with("\n  (and 2 more)"));
    CHECK(line.consumed.empty());
}

TEST_CASE("exceptions of producer and consumer come through") {
    Line producer(2, 4, 100), consumer(2, 4, 100);
    producer.pipeline.produce = [](int) -> bool { throw std::runtime_error("no material"); };
    CHECK(error_of(producer.pipeline) == "no material");
    consumer.pipeline.consume = [](int) -> bool { throw std::runtime_error("no room"); };
    CHECK(error_of(consumer.pipeline) == "no room");
}

TEST_CASE("a number of threads out of range says what is allowed") {
    CHECK(thread_count(7) == 7);
    CHECK(thread_count(0) >= 1);
    CHECK_THROWS_AS((void)thread_count(-1), UserError);
    CHECK_THROWS_WITH_AS((void)thread_count(5000),
                         "threads = 5000 (out of range); give 1 to 1024, or 0 for all the machine has", UserError);
}

} // namespace assent
