#pragma once
// Companies made by chance from a documented generator: sim/ODD.md, section 10, says what is drawn from which source.
#include "model/model.hpp"

#include <cstdint>
#include <optional>

namespace assent {

/// What the company shall be like. What is left open is drawn.
struct CompanyWish {
    static constexpr int greatest_size = 16;

    int size = 0; ///< people in the buying centre, 1 … greatest_size; 0: drawn from the published sizes by staff
    std::optional<Purchase> purchase;
    ClientHistory history = ClientHistory::new_client;
    bool tender = false;
    std::uint64_t seed = 1;
};

/// A complete scenario: company, process, people, links, doubts, offers and four strategies that fit any company. The same
/// wish gives the same company on any machine; another size of the same seed keeps the people who stay, and another
/// purchase or history keeps the company, its people and its links.
/// Precondition: the size is within its range.
Model generate_company(const CompanyWish& wish);

} // namespace assent
