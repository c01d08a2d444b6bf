#include "mpi/mpi_crew.hpp"

#include "model/user_error.hpp"
#include "sweep/record_json.hpp"

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>

namespace assent {
namespace {

enum Tag : int { tag_point = 1, tag_record, tag_error };
constexpr std::int64_t no_more = -1;

class MpiCrew : public Crew {
  public:
    MpiCrew(int& argc, char**& argv) : environment_(argc, argv) {}

    [[nodiscard]] bool leads() const override { return world_.rank() == 0; }

    SweepDone lead(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                   const std::function<void(const SweepProgress&)>& progress) override {
        if (world_.size() == 1) return play_sweep(plan, store, request, progress);
        SweepLedger ledger(plan, store, request, progress);
        std::optional<UserError> error;
        int busy = 0;
        const auto hand_out = [&](int rank) {
            const std::optional<std::int64_t> point = error ? std::nullopt : ledger.next();
            world_.send(rank, tag_point, point.value_or(no_more));
            busy += point.has_value() ? 1 : 0;
        };
        for (int rank = 1; rank < world_.size(); ++rank) hand_out(rank);
        while (busy > 0) {
            const boost::mpi::status message = wait_for_message();
            std::string text;
            world_.recv(message.source(), message.tag(), text);
            --busy;
            try {
                if (message.tag() == tag_error) throw UserError(text);
                ledger.take(read_record(text));
            } catch (const UserError& problem) { // of the scenario, or a full disk: the others are sent home first
                if (!error) error = problem;
            }
            hand_out(message.source());
        }
        ledger.keep();
        if (error) throw *error;
        return ledger.done();
    }

    void follow(const SweepPlan& plan, const std::string& sweep_id, Keep keep) override {
        std::int64_t point = no_more;
        while (world_.recv(0, tag_point, point), point != no_more) {
            try {
                world_.send(0, tag_record, record_bytes(play_point(plan, point, sweep_id, keep)));
            } catch (const UserError& error) {
                world_.send(0, tag_error, std::string(error.what()));
            }
        }
    }

  private:
    /// MPI waits by spinning, which would take a core from the ranks that play on this machine.
    boost::mpi::status wait_for_message() {
        for (;;) {
            if (const auto found = world_.iprobe()) return *found;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    }

    boost::mpi::environment environment_;
    boost::mpi::communicator world_;
};

} // namespace

std::unique_ptr<Crew> mpi_crew(int& argc, char**& argv) { return std::make_unique<MpiCrew>(argc, argv); }

void abort_job(int code) {
    boost::mpi::environment::abort(code);
    std::abort(); // the line above does not come back
}

} // namespace assent
