#include "experiment/in_parallel.hpp"

#include "experiment/parallel.hpp"

#include <vector>

namespace assent {

void in_parallel(std::size_t count, const Workers& workers, const std::function<void(std::size_t)>& work) {
    const int threads = thread_count(workers.threads);
    const auto stopped = [&] { return workers.cancelled != nullptr && workers.cancelled->load(); };
    std::vector<std::size_t> item(2 * static_cast<std::size_t>(threads));
    std::size_t next = 0;
    run_pipeline({threads, static_cast<int>(item.size()),
                  [&](int slot) {
                      if (next == count || stopped()) return false;
                      item[static_cast<std::size_t>(slot)] = next++;
                      return true;
                  },
                  [&](int slot) { work(item[static_cast<std::size_t>(slot)]); }, [](int) { return true; }});
    if (stopped()) throw Cancelled();
}

} // namespace assent
