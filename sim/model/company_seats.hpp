#pragma once
// Who sits in a generated buying centre: sixteen seats, the first n of which a centre of n people fills.
#include "engine/terms.hpp"
#include "model/company_generator.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace assent {

struct Seat {
    enum class Department : std::uint8_t { management, finance, operations, technology };
    static constexpr int departments = 4;
    enum class Title : std::uint8_t {
        own,
        user,
        technical,
        influencer,
        evaluator
    }; ///< the seat's own, or of the trade

    std::string_view id;
    std::string_view title; ///< Title::own
    Title titled = Title::own;
    Department department;
    std::string_view superior; ///< id of a seat before this one; empty: nobody
    bool under_head;           ///< reports to the head instead in a company that buys services
    Role role;                 ///< the first of his roles, which gives his traits
};

/// All seats, the first ones first.
const std::array<Seat, CompanyWish::greatest_size>& seats();
/// To whom the holder of a seat reports.
std::string_view superior_of(const Seat& seat, bool goods);
/// The roles of the n-th seat in a centre of `size`. Every centre has a decision maker, an economic buyer and a user; from
/// 4 people on a gatekeeper and a technical buyer, from 5 an influencer, from 6 a champion and procurement.
std::vector<Role> roles_of(int seat, int size, bool user_is_champion);

} // namespace assent
