// What a selection says, in plain sentences.
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/selection_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <tuple>

namespace assent {
namespace {

class Words {
  public:
    explicit Words(const SelectionResult& result)
        : result_(result), played_(result.played), measure_(played_.request.measure),
          level_(fmt::format("{:g}\u202f%", 100 * played_.request.run.confidence)) {
        for (const std::size_t i : result.order()) {
            if (i == played_.selection.best) continue;
            if (!played_.selection.systems[i].left) left_.push_back(name(i));
            if (i >= played_.standings.size()) continue;
            by_verdict_[static_cast<std::size_t>(played_.standings[i].verdict)].push_back(i);
        }
    }

    [[nodiscard]] std::vector<std::string> all() const {
        std::vector<std::string> sentences{answer()};
        for (std::string sentence : {beside_the_best(), contradiction(), unmeasured(), cost(), where_from()})
            if (!sentence.empty()) sentences.push_back(std::move(sentence));
        return sentences;
    }

  private:
    [[nodiscard]] std::string name(std::size_t system) const {
        return fmt::format("“{}”", name_of(result_.strategy(system)));
    }
    [[nodiscard]] std::string best() const { return name(played_.selection.best); }
    [[nodiscard]] const std::vector<std::size_t>& those(SelectionVerdict verdict) const {
        return by_verdict_[static_cast<std::size_t>(verdict)];
    }
    [[nodiscard]] std::string names(SelectionVerdict verdict) const {
        std::vector<std::string> listed;
        for (const std::size_t i : those(verdict)) listed.push_back(name(i));
        return joined(listed);
    }
    static std::string joined(const std::vector<std::string>& listed) {
        std::string text;
        for (std::size_t i = 0; i < listed.size(); ++i)
            text += (i == 0 ? "" : i + 1 == listed.size() ? " and " : ", ") + listed[i];
        return text;
    }

    /// "1 of 100 deals", "410 USD".
    [[nodiscard]] std::string zone() const {
        const double size = played_.selection.indifference;
        return measure_ == RankMeasure::win ? fmt::format("{:g} of 100 deals", 100 * size)
                                            : money(size, result_.model.company.currency);
    }

    /// The answer of KN or OCBA, whatever the fresh deals say of it.
    [[nodiscard]] std::string answer() const {
        const Selection& selection = played_.selection;
        if (selection.end == SelectionEnd::interrupted)
            return fmt::format("Interrupted, so nothing is decided: {} is ahead so far.", best());
        if (selection.end == SelectionEnd::limit)
            return fmt::format(
                "Undecided: after {} of each strategy {} are left, {} is ahead. A larger --replicates or a "
                "larger --indifference would decide.",
                deals(selection.systems[selection.best].batches * batch_deals),
                left_.size() == 1 ? fmt::format("two, {} and {},", best(), left_.front())
                                  : fmt::format("{} of them", left_.size() + 1),
                best());
        if (played_.request.budget > 0)
            return fmt::format("{} is best, with a probability of {}. This is an estimate from the deals played, no "
                               "guarantee; without --budget you get one.",
                               best(), probability());
        if (!those(SelectionVerdict::alike).empty()) return alike();
        if (selection.end == SelectionEnd::equal)
            return fmt::format("{} and {} came out exactly equal: either will do.", best(), joined(left_));
        return fmt::format("{} is best with {} confidence, provided it is better by more than {}.", best(), level_,
                           zone());
    }

    [[nodiscard]] std::string alike() const {
        return fmt::format("{} and {} differ by less than {}: either will do.", best(), names(SelectionVerdict::alike),
                           zone());
    }

    /// A lower bound, rounded down.
    [[nodiscard]] std::string probability() const {
        const double least = std::floor(1000 * played_.selection.probability_correct) / 1000;
        return least > 0.999 ? "more than " + percent(0.999, 1) : "at least " + percent(least, 1);
    }

    /// The next one, and what is not as clear as one might think.
    [[nodiscard]] std::string beside_the_best() const {
        std::string text;
        const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
        const Selection& selection = played_.selection;
        const bool said = played_.request.budget == 0 && selection.end != SelectionEnd::limit;
        if (!said && !those(SelectionVerdict::alike).empty()) say(alike());
        if (!those(SelectionVerdict::open).empty())
            say(fmt::format("Whether {} {} worse than {} by as much as {}, or at all, stays open.",
                            names(SelectionVerdict::open), those(SelectionVerdict::open).size() == 1 ? "is" : "are",
                            best(), zone()));
        if (those(SelectionVerdict::worse).empty()) return text;
        const std::size_t next = *std::ranges::max_element(
            those(SelectionVerdict::worse), {}, [&](std::size_t i) { return played_.standings[i].gap.estimate; });
        const bool alone = those(SelectionVerdict::worse).size() == selection.systems.size() - 1;
        say(fmt::format(
            "{} {}: {}, {} sure.", alone ? "The next best is" : "The best of those clearly worse is", name(next),
            lead_words(measure_, played_.standings[next].gap, true, result_.model.company.currency), level_));
        return text;
    }

    [[nodiscard]] std::string contradiction() const {
        if (those(SelectionVerdict::better).empty()) return {};
        return fmt::format(
            "But the deals played afterwards say that {} {} better than {}. One of the two was luck: play "
            "again with another --seed, or with a smaller --indifference.",
            names(SelectionVerdict::better), those(SelectionVerdict::better).size() == 1 ? "is" : "are", best());
    }

    [[nodiscard]] std::string unmeasured() const {
        if (those(SelectionVerdict::unmeasured).empty()) return {};
        return fmt::format("{} spent no hour of selling and cannot be ranked by the hour.",
                           names(SelectionVerdict::unmeasured));
    }

    [[nodiscard]] std::string cost() const {
        const double equal = played_.selection.equal_allocation * static_cast<double>(played_.selection.systems.size());
        std::string text = fmt::format("The selection took {}", deals(played_.deals()));
        if (equal <= 0 || !played_.selection.finished()) return text + ".";
        const double saving = played_.saving();
        const std::string compared = played_.request.budget > 0
                                         ? "the same number for every strategy, for the same probability"
                                         : "the same number for every strategy, for the same guarantee";
        return text + fmt::format("; {}, would take {}: {} {}.", compared, grouped(std::llround(equal * batch_deals)),
                                  percent(std::abs(saving)), saving >= 0 ? "saved" : "more, this time");
    }

    [[nodiscard]] std::string where_from() const {
        if (played_.fresh)
            return fmt::format(
                "The figures come from {} more, which the choice has not seen, so that they do not flatter "
                "the winner. They cover luck, not whether the scenario is right.",
                deals(played_.fresh_deals()));
        std::string text =
            "The figures come from the same deals that the choice was made by, so they flatter the best one.";
        if (played_.request.budget > 0)
            text += " Each strategy met a luck of its own, because the theory of a fixed budget (OCBA) does not fit "
                    "strategies that share theirs.";
        return text;
    }

    const SelectionResult& result_;
    const StrategySelection& played_;
    RankMeasure measure_;
    std::string level_;
    std::vector<std::string> left_; ///< names of those still in the race at the end, without the best
    std::array<std::vector<std::size_t>, 6> by_verdict_;
};

} // namespace

std::vector<std::size_t> SelectionResult::order() const {
    std::vector<std::size_t> places(played.selection.systems.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto shown = [&](std::size_t i) {
        return i < played.standings.size() ? played.standings[i].measured.estimate
                                           : played.selection.systems[i].estimate;
    };
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) {
            return std::tuple(i != played.selection.best, !played.selection.systems[i].measured, -shown(i));
        };
        return key(a) < key(b);
    });
    return places;
}

std::vector<std::string> selection_words(const SelectionResult& result) { return Words(result).all(); }

std::string procedure_word(const StrategySelection& played) { return played.request.budget > 0 ? "ocba" : "kn"; }

std::string end_word(SelectionEnd end) {
    static constexpr std::array words{"decided", "equal", "limit", "interrupted"};
    return words[static_cast<std::size_t>(end)];
}

} // namespace assent
