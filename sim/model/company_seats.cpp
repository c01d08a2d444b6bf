#include "model/company_seats.hpp"

namespace assent {
namespace {

constexpr int head = 0, user = 2, technical = 3, influencer = 4, procurement = 5;

} // namespace

// Four departments; with 7 people three levels in a company that buys capital equipment, with 5 people two levels in one
// that buys services, as Johnston & Bonoma 1981 found them. Roles: Webster & Wind 1972, Bonoma 1982.
const std::array<Seat, CompanyWish::greatest_size>& seats() {
    using enum Seat::Department;
    using Title = Seat::Title;
    // clang-format off
    static constexpr std::array<Seat, CompanyWish::greatest_size> all{{
        {"head",        "Managing director",                  Title::own,        management, "",           false, Role::decision_maker},
        {"finance",     "Chief financial officer",            Title::own,        finance,    "head",       false, Role::economic_buyer},
        {"user",        "",                                   Title::user,       operations, "head",       false, Role::user},
        {"technical",   "",                                   Title::technical,  technology, "head",       false, Role::technical_buyer},
        {"influencer",  "",                                   Title::influencer, operations, "user",       true,  Role::influencer},
        {"procurement", "Head of purchasing",                 Title::own,        finance,    "finance",    false, Role::legal_procurement},
        {"evaluator",   "",                                   Title::evaluator,  technology, "technical",  false, Role::evaluator},
        {"assistant",   "Assistant to the managing director", Title::own,        management, "head",       false, Role::gatekeeper},
        {"sponsor",     "Member of the board",                Title::own,        management, "",           false, Role::executive_sponsor},
        {"shift",       "Shift leader",                       Title::own,        operations, "user",       false, Role::user},
        {"planner",     "Head of planning",                   Title::own,        operations, "user",       false, Role::initiator},
        {"legal",       "Company lawyer",                     Title::own,        management, "head",       false, Role::legal_procurement},
        {"deputy",      "Deputy managing director",           Title::own,        management, "head",       false, Role::blocker},
        {"controller",  "Controller",                         Title::own,        finance,    "finance",    false, Role::evaluator},
        {"staff",       "Spokesperson of the staff",          Title::own,        operations, "user",       false, Role::influencer},
        {"trainer",     "Head of training",                   Title::own,        operations, "user",       false, Role::user},
    }};
    // clang-format on
    return all;
}

std::string_view superior_of(const Seat& seat, bool goods) {
    return seat.under_head && !goods ? "head" : seat.superior;
}

std::vector<Role> roles_of(int seat, int size, bool user_is_champion) {
    std::vector<Role> roles{seats()[static_cast<std::size_t>(seat)].role};
    const auto also = [&roles](bool holds, Role role) {
        if (holds) roles.push_back(role);
    };
    also(seat == head && size == 1, Role::economic_buyer);
    also(seat == head && size <= user, Role::user);
    also(seat == technical && size <= procurement, Role::gatekeeper); // all offers go over his desk
    also(seat == procurement, Role::gatekeeper);
    also(seat == (user_is_champion ? user : influencer) && size > procurement, Role::champion);
    return roles;
}

} // namespace assent
