#pragma once
// The luck of the generator of companies. A draw is addressed by the seed and by what it decides, never by its turn, so
// that a wish that changes one thing leaves the draws of all others as they were.
#include <cstdint>
#include <string_view>

namespace assent {

class CompanyDice {
  public:
    explicit CompanyDice(std::uint64_t seed) : seed_(seed) {}

    /// [0, 1), a multiple of 2^-32: the same on every machine.
    [[nodiscard]] double share(std::string_view what) const;
    /// A whole number, both ends included. Precondition: least <= greatest.
    [[nodiscard]] int whole(std::string_view what, int least, int greatest) const;
    [[nodiscard]] bool chance(std::string_view what, double probability) const { return share(what) < probability; }
    /// A number with two decimals, as people write it.
    [[nodiscard]] double number(std::string_view what, double least, double greatest) const;
    /// One element of a list that is not empty.
    template <class List> [[nodiscard]] const auto& pick(std::string_view what, const List& list) const {
        return list[static_cast<std::size_t>(whole(what, 0, static_cast<int>(std::size(list)) - 1))];
    }

  private:
    std::uint64_t seed_;
};

/// To two decimals.
double to_hundredths(double number);
/// To three digits that count: 1 234 567 becomes 1 230 000.
double to_three_digits(double number);

} // namespace assent
