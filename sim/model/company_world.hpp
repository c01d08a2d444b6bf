#pragma once
// The countries and trades that generated companies come from. All names are invented combinations of common ones.
#include <array>
#include <span>
#include <string_view>

namespace assent {

struct Country {
    std::string_view currency;
    double rate;       ///< units of the currency to a US dollar, roughly: for prices of a sensible size
    bool family_first; ///< "Б. Мөнхбаяр", not "Anna Holm"
    std::string_view opening, joint, closing; ///< company name: opening, stem, joint, second stem, closing
    std::array<std::string_view, 6> towns;
    std::array<std::string_view, 8> stems, second_stems;
    std::array<std::string_view, 17> given; ///< a prime number of names: any stride visits all of them
    std::array<std::string_view, 13> family;
};

struct Trade {
    std::string_view kind;                                   ///< "a dairy"
    std::string_view product;                                ///< what it buys: "a filling line"
    std::string_view offer;                                  ///< name of our offer
    std::string_view old_state;                              ///< what a modified rebuy starts from, a sentence
    std::string_view nothing;                                ///< what doing nothing is called
    std::string_view feature;                                ///< only we have it
    bool goods;                                              ///< capital equipment, not services
    double price;                                            ///< thousand US dollars for a company of 100 to 499 staff
    std::string_view user, technical, influencer, evaluator; ///< titles
};

std::span<const Country> countries();
std::span<const Trade> trades();
/// Invented suppliers, our rivals: a prime number of them.
std::span<const std::string_view> suppliers();

} // namespace assent
